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


@pytest.mark.parametrize(
    ("body", "low", "high", "label"),
    [
        ("其中骨干教师不低于交流总数的20%。", 20, None, "骨干教师占交流总数"),
        ("培训经费不得少于公用经费总额的10%。", 10, None, "培训经费占公用经费总额"),
        ("住宿学生不超过学生总数的30%。", None, 30, "住宿学生占学生总数"),
    ],
)
def test_a_bound_may_part_the_whole_from_the_share(body: str, low: int | None, high: int | None, label: str):
    (made,) = review(body)
    assert (made.low, made.high, made.indicator) == (low, high, label)


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ("出省带宽达到1.7万G。", ["1.7万G"]),
        ("骨干网速率升级到400G。", ["400G"]),
        ("建成5G基站900个，400G光模块量产。", ["900个"]),
    ],
)
def test_bandwidths_in_letters(body: str, quotes: list[str]):
    assert [one.quote for one in review(body)] == quotes
