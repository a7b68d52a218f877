from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.extraction.reading import review


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("新增塑胶操场11块。", 11, "块"),
        ("午餐价格为12块。", 12, "元"),
        ("出口带宽1000兆。", 1000, "兆"),
        ("建成学校一百一十七所。", 117, "所"),
    ],
)
def test_measure_words_as_reports_mean_them(text: str, low: int, unit: str):
    assert [(s.low, s.unit) for s in review(text)] == [(Decimal(low), unit)]


def test_short_spelled_numbers_are_words():
    assert review("推进三项改革，出台三十条措施。") == []


def test_more_than_a_multiple_is_read_with_its_word():
    found = review("产量增长1倍多，人次翻了一番多。")
    assert [(one.quote, one.qualifier) for one in found] == [("1倍多", "over"), ("一番多", "over")]
