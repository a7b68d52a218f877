from __future__ import annotations

import re

import pytest

from orchestration.extraction.timewords import end_of_plan, without_comparison, years_told


@pytest.mark.parametrize(
    ("said", "years"), [("近视率五年降了", 5), ("连续两年增长", None), ("第三年增长", None)]
)
def test_over_how_many_years_a_change_is_told(said: str, years: int | None):
    assert years_told(said) == years


def test_last_years_that_are_compared_with_are_left_out():
    assert without_comparison("比去年减少") == "减少"
    assert without_comparison("去年完成") == "去年完成"


def test_the_last_year_of_a_plan():
    assert end_of_plan(re.match("(.*)", "十三五")) == 2020
    assert end_of_plan(None) is None
