from __future__ import annotations

import pytest

from orchestration.extraction.model import ReportContext
from orchestration.extraction.years import Clock, period_of

CONTEXT = ReportContext("x", "x", 2020, 2021)


@pytest.mark.parametrize(
    ("ref", "base"),
    [
        ("上年", 2019),
        ("同比", 2019),
        ("2015年", 2015),
        ("“十二五”末", 2015),
        ("前五年", 2015),
        ("前年", 2018),
        ("全国", None),
    ],
)
def test_what_a_comparison_names(ref: str, base: int | None):
    assert Clock(CONTEXT).base_of(ref, 2020) == base


def test_a_year_that_opens_a_clause_holds_for_the_sentence():
    clock = Clock(CONTEXT)
    clock.hear("2018年底")
    assert clock.year_of("人口") == 2018
    clock.open_sentence("review")
    assert clock.year_of("人口") == 2020


def test_the_plan_has_its_own_year():
    clock = Clock(CONTEXT, "plan")
    assert clock.year_of("新建学校") == 2021
    assert clock.year_of("到2025年新建学校") == 2025


def test_a_span_gives_its_last_year():
    clock = Clock(CONTEXT)
    clock.hear("2016—2019年完成造林")
    assert clock.year_of("") == 2019


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("上半年完成", "ytd"),
        ("累计新增", "cumulative"),
        ("年末人口", "instant"),
        ("2019学年招生", "school_year"),
        ("全年接待", "annual"),
    ],
)
def test_periods(said: str, period: str):
    assert period_of(said, Clock(CONTEXT)) == period


def test_five_years_make_what_follows_cumulative():
    clock = Clock(CONTEXT, "lookback")
    clock.hear("五年来")
    assert period_of("新建学校", clock) == "cumulative"
