"""Corrections held against what was read, before anything is built on them."""

from dataclasses import replace

import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.landing import ingest
from orchestration.quality import corrections, landed, standing
from orchestration.quality.corrections import Correction
from orchestration.reports import register, texts
from tests.unit.reports.helpers import registered


@pytest.fixture
def right(home) -> Correction:
    """A correction that fits the one report there is."""
    registered("全市共有小学20所，在校学生1.5万人。")
    place = settings.load()
    for report in register.load(place):
        texts.take_snapshots(report, place)
        ingest.land(report, place)
    found = landed.find(place, next(iter(_keys("20所"))))
    return corrections.make(found, "override", "笔误", field="value", value="21")


def _keys(quote: str) -> list[str]:
    import duckdb

    path = settings.load().landing / "statements" / "report_id=320281-education-2021" / "part.parquet"
    rows = duckdb.execute(f"select statement_key from '{path}' where quote = '{quote}'").fetchall()
    return [key for (key,) in rows]


def test_no_correction_asks_for_nothing(home) -> None:
    standing.require(settings.load())


@pytest.mark.parametrize("expect", ["20", "20.00", ""])
def test_a_row_that_fits_stands(right, expect) -> None:
    corrections.add(settings.load(), replace(right, expect=expect))
    standing.require(settings.load())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"statement_key": "gone"}, r"the row for gone, value matches no figure .*; remove the row"),
        ({"expect": "19"}, r"expects 19, but the report gives 20; mend expect"),
        ({"field": "base_year", "expect": "2020", "value": "2019"}, r"expects 2020, but .* gives nothing"),
        ({"value": "many"}, r"'many' is no number"),
        ({"field": "colour", "expect": ""}, r"no field is called 'colour'"),
    ],
)
def test_a_row_that_fits_nothing_is_told_in_one_line(right, change, told) -> None:
    path = corrections.add(settings.load(), replace(right, **change))
    with pytest.raises(InputError, match=told) as refused:
        standing.require(settings.load())
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


def test_a_row_for_a_report_that_is_gone_is_told(right) -> None:
    corrections.add(settings.load(), right)
    place = settings.load()
    ingest.drop_unregistered(place, [one for one in register.load(place) if "2021" not in one.report_id])
    with pytest.raises(InputError, match="matches no figure of a current report"):
        standing.require(place)
