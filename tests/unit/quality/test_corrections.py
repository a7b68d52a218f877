"""A decision of a person: made, refused, written."""

import csv

import pytest

from orchestration.errors import InputError
from orchestration.quality import corrections
from orchestration.quality.landed import Landed
from orchestration.settings import ROOT, Settings

FIELDS = {"low": "192", "high": "192", "value": "192", "unit": "%", "year": "2023", "kind": "actual"}
FOUND = Landed("r", "s1", "k1", "192%", 10, "第一192%，第二192%。", 9, "", FIELDS)


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(root=ROOT, home=tmp_path)


def _rows(home: Settings) -> list[dict[str, str]]:
    with corrections.path(home).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_figure_is_marked_where_it_stands_and_not_where_it_stands_first():
    assert FOUND.marked == "第一192%，第二【192%】。"


def test_what_the_report_gives_is_filled_in_as_expected(home):
    corrections.add(home, corrections.make(FOUND, "override", "笔误", field="value", value="92", author="张"))
    row = _rows(home)[0]
    assert (row["statement_key"], row["action"], row["field"]) == ("k1", "override", "value")
    assert (row["expect"], row["value"], row["reason"], row["author"]) == ("192", "92", "笔误", "张")


def test_the_header_is_that_of_the_seed(home):
    corrections.add(home, corrections.make(FOUND, "accept", "原文如此"))
    seed = (ROOT / "seeds" / "reference" / "corrections.csv").read_text(encoding="utf-8").splitlines()[0]
    assert corrections.path(home).read_text(encoding="utf-8").splitlines()[0] == seed


def test_rows_that_are_there_stay_also_with_other_columns_and_a_byte_order_mark(home):
    corrections.path(home).parent.mkdir()
    corrections.path(home).write_text(
        '\ufeffreason,statement_key,action\n"先前，有逗号",k0,drop\n', encoding="utf-8"
    )
    corrections.add(home, corrections.make(FOUND, "accept", "原文如此"))
    assert [(row["statement_key"], row["reason"]) for row in _rows(home)] == [
        ("k0", "先前，有逗号"),
        ("k1", "原文如此"),
    ]
    assert corrections.path(home).read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("second", [("accept", "", ""), ("drop", "", ""), ("override", "value", "90")])
def test_a_second_decision_on_the_same_field_is_refused(home, second):
    corrections.add(home, corrections.make(FOUND, "override", "笔误", field="value", value="92"))
    action, field, value = second
    with pytest.raises(InputError, match=r"corrections\.csv: row 2 decides on k1 already"):
        corrections.add(home, corrections.make(FOUND, action, "又", field=field, value=value))
    assert len(_rows(home)) == 1


def test_another_field_of_the_same_figure_may_be_decided_too(home):
    corrections.add(home, corrections.make(FOUND, "override", "笔误", field="value", value="92"))
    corrections.add(home, corrections.make(FOUND, "override", "笔误", field="year", value="2022"))
    assert len(_rows(home)) == 2


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("value", "九十", "is no number"),
        ("value", "nan", "is no number"),
        ("value", "192.0", "already"),
        ("year", "23", "is no year"),
        ("kind", "guess", "is no kind"),
        ("colour", "red", "no field is called"),
    ],
)
def test_an_override_that_cannot_be_is_refused(field, value, word):
    with pytest.raises(InputError, match=word):
        corrections.make(FOUND, "override", "理由", field=field, value=value)


def test_a_decision_without_a_reason_is_refused():
    with pytest.raises(InputError, match="reason"):
        corrections.make(FOUND, "accept", "  ")
