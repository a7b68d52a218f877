from __future__ import annotations

import pytest

from orchestration.scoring.labels import LabelJudge
from orchestration.scoring.rules import load
from tests.unit.scoring.samples import GOLD, HOME, PLACES, RATE, SCHOOLS, TEXT, got


@pytest.fixture
def labels() -> LabelJudge:
    return LabelJudge(GOLD, TEXT, HOME, load())


@pytest.mark.parametrize("label", ["新增学位", "全市新增学位", "新增 学位", "新增学位（实现）"])
def test_words_that_change_nothing_are_free(labels: LabelJudge, label: str) -> None:
    assert labels.right(PLACES, got(PLACES, indicator=label))


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("", "no label"),
        ("新增座位", "the keyword is missing"),
        ("新增学位，小学", "a clause"),
        ("民办新增学位", "a word from nowhere near"),
        ("新增学位" * 5, "too long"),
    ],
)
def test_wrong_labels(labels: LabelJudge, label: str, why: str) -> None:
    assert not labels.right(PLACES, got(PLACES, indicator=label)), why


def test_a_label_nearer_to_another_row_is_wrong() -> None:
    other = got_label(RATE, "初中净入学率")
    labels = LabelJudge((RATE, other), TEXT + "初中", HOME, load())
    assert labels.right(RATE, got(RATE, indicator="小学净入学率"))
    assert labels.right(RATE, got(RATE, indicator="初中净入学率")), "one set of keywords allows both labels"
    keyed = got_label(RATE, "初中净入学率", keywords=("初中",))
    labels = LabelJudge((RATE, keyed), TEXT + "初中", HOME, load())
    assert not labels.right(RATE, got(RATE, indicator="初中净入学率"))


def test_one_of_the_alternatives_of_a_keyword_is_enough() -> None:
    row = got_label(SCHOOLS, "新建学校", keywords=("学校|校舍",))
    labels = LabelJudge((row,), TEXT, HOME, load())
    assert labels.right(row, got(row, indicator="新建校舍"))
    assert not labels.right(row, got(row, indicator="新建场馆"))


def test_names_of_places_in_a_label_do_not_count(labels: LabelJudge) -> None:
    assert labels.right(SCHOOLS, got(SCHOOLS, indicator="江苏省新建学校"))


def got_label(row, indicator, **fields):  # type: ignore[no-untyped-def]
    import dataclasses

    return dataclasses.replace(row, indicator=indicator, **fields)
