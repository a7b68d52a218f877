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


@pytest.mark.parametrize(
    ("body", "quote", "label"),
    [
        ("货币供应量增长11.3%，低于13%左右的预期目标。", "13%左右", "货币供应量"),
        ("达标率91.2%，高于90%的年度目标1.2个百分点。", "90%", "达标率"),
        ("普惠率72.4%，未达到73%的目标。", "73%", "普惠率"),
        ("招聘教师468名，超额完成450名的招聘任务。", "450名", "招聘教师"),
    ],
)
def test_a_goal_that_something_is_held_against(body: str, quote: str, label: str):
    made = review(body)[1]
    assert (made.quote, made.kind, made.indicator) == (quote, "target", label)


def test_what_it_is_over_a_goal_by_is_a_change():
    made = review("达标率91.2%，高于90%的年度目标1.2个百分点；巩固率88%，低于89%的年度目标1个百分点。")
    assert [(one.kind, one.low) for one in made if one.unit == "个百分点"] == [
        ("change", Decimal("1.2")),
        ("change", -1),
    ]
