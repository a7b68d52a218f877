from decimal import Decimal

import pyarrow as pa
import pytest

from orchestration.errors import InputError
from orchestration.extraction.model import Extraction, Passage, ReportContext, SkippedNumber, Statement
from orchestration.landing import frames, schema

CONTEXT = ReportContext("r-1", "0" * 64, 2022, 2023)


def statement(**told) -> Statement:
    values = {"report_id": "r-1", "statement_id": "s1", "statement_key": "k1", "start": 6, "end": 11}
    values |= {"quote": "1.2万人", "low": Decimal(12000), "high": None, "unit": "人", "unit_text": "万人"}
    values |= {"qualifier": "at_least", "indicator": "招生", "kind": "actual", "modality": "actual"}
    values |= {"measure": "level", "year": 2022, "base_year": None, "period_type": "annual", "scope": ""}
    values |= {"part_of": None, "heading": "一", "sentence": "招生1.2万人。", "confidence": 0.9}
    return Statement(**{**values, **told})


def extraction(**told) -> Extraction:
    passages = (
        Passage("p1", 0, 4, "一、回顾", "一、回顾", "review", True),
        Passage("p2", 4, 20, "招生1.2万人。", "一、回顾", "review", False),
    )
    skipped = (SkippedNumber(2, 3, "1", "list_number"),)
    return Extraction(CONTEXT, passages, (statement(**told),), skipped)


@pytest.mark.parametrize(
    ("text", "runs"), [("", 0), ("无", 0), ("2022年1月", 2), ("１２３人和4", 2), ("1.2万", 2), ("一百", 0)]
)
def test_digit_runs_are_counted_on_the_text_alone(text, runs) -> None:
    assert frames.digit_runs(text) == runs


def test_frames_have_the_columns_of_the_schema_and_the_passage_of_each_row() -> None:
    parts = frames.of_extraction(extraction(), version=2)
    for name, frame in parts.items():
        assert frame.columns.tolist() == schema.TABLES[name].names
        assert frame["report_version"].tolist() == [2] * len(frame)
    assert parts["statements"]["passage_id"].tolist() == ["p2"]
    assert parts["skipped_numbers"]["passage_id"].tolist() == ["p1"]


def test_numbers_stay_decimals_and_nulls_nulls() -> None:
    table = frames.to_arrow(
        "statements", frames.of_extraction(extraction(low=Decimal("0.1")), 1)["statements"]
    )
    assert table.schema == schema.STATEMENTS
    (row,) = table.to_pylist()
    assert row["low"] == Decimal("0.1")
    assert row["high"] is None
    assert row["base_year"] is None
    assert row["year"] == 2022


def test_numbers_of_any_size_the_column_holds_are_exact() -> None:
    large = Decimal("9" * 28)
    table = frames.to_arrow("statements", frames.of_extraction(extraction(low=large), 1)["statements"])
    assert table["low"].to_pylist() == [large]


@pytest.mark.parametrize(
    ("change", "column"), [({"low": Decimal("9" * 29)}, "low"), ({"quote": None}, "quote")]
)
def test_what_does_not_fit_its_column_is_told(change, column) -> None:
    frame = frames.of_extraction(extraction(**change), 1)["statements"]
    with pytest.raises(InputError, match=rf"landing statements\.{column}"):
        frames.to_arrow("statements", frame)


def test_empty_frames_keep_their_types() -> None:
    empty = Extraction(CONTEXT, (), (), ())
    parts = frames.of_extraction(empty, 1)
    assert all(frames.to_arrow(name, frame).schema == schema.TABLES[name] for name, frame in parts.items())
    assert isinstance(frames.to_arrow("statements", parts["statements"]), pa.Table)
