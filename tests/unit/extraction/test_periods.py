from __future__ import annotations

import pytest

from orchestration.extraction.model import ReportContext
from orchestration.extraction.periods import period_of
from orchestration.extraction.years import Clock
from tests.unit.extraction.reading import lookback

CONTEXT = ReportContext("x", "x", 2020, 2021)


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


def test_what_was_done_in_several_years_together_is_cumulative():
    made = lookback("新建学校12所。五年中央财政支出3亿元。平均每年新增就业2万人。")
    assert [s.period_type for s in made] == ["cumulative", "cumulative", "annual"]


def test_a_level_reached_after_several_years_is_one_of_its_year():
    made = lookback("五年来，工业总产值由119亿元增加到496亿元，工业比重达到45%。")
    assert [s.period_type for s in made] == ["annual", "annual", "annual"]


def test_some_months_hold_for_the_sentence():
    made = lookback("一季度完成投资60亿元，增长6%。全年完成投资300亿元。")
    assert [s.period_type for s in made] == ["ytd", "ytd", "annual"]
