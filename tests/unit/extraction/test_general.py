from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.extraction.quantities import find


def told(text):
    return [
        (q.quote, *(None if b is None else float(b) for b in (q.low, q.high)), q.unit) for q in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("超过60", ("超过60", 60, None, "")),
        ("突破了三千亿", ("突破了三千亿", 3e11, None, "")),
        ("700余万", ("700余万", 7e6, None, "")),
        ("大约四十多只", ("大约四十多只", 40, None, "只")),
        ("比四十大", ("比四十大", 40, None, "")),
        ("比 95 低", ("比 95 低", None, 95, "")),
        ("比三分之一多，比二分之一少", ("比三分之一多，比二分之一少", 1 / 3, 0.5, "")),
        ("比二十大", ("比二十大", 20, None, "")),
        ("比9还要小", ("比9还要小", None, 9, "")),
        ("大于四十而小于五十", ("大于四十而小于五十", 40, 50, "")),
        ("没超过15人", ("没超过15人", None, 15, "人")),
        ("高于或等于15", ("高于或等于15", 15, None, "")),
        ("15或者更低", ("15或者更低", None, 15, "")),
        ("七十不到", ("七十不到", None, 70, "")),
        ("三十岁出头", ("三十岁出头", 30, None, "岁")),
        ("从7到12", ("7到12", 7, 12, "")),
        ("从9500到2万欧元", ("9500到2万欧元", 9500, 20000, "欧元")),
        ("3~4升", ("3~4升", 3, 4, "升")),
    ],
)
def test_a_bound_is_what_the_words_say(text, whole):
    quote, *bounds, unit = told(text)[0]
    assert (quote, unit) == (whole[0], whole[3])
    assert bounds == [None if bound is None else pytest.approx(bound) for bound in whole[1:3]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("至少五元", [("五元", 5, 5, "元")]),
        ("8磅以下", [("8磅", 8, 8, "磅")]),
        ("3~4升", [("3", 3, 3, "升"), ("4升", 4, 4, "升")]),
        ("零下9度到零下2度", [("零下9度", -9, -9, "度"), ("零下2度", -2, -2, "度")]),
        ("5%以上8%以下", [("5%", 5, 5, "%"), ("8%", 8, 8, "%")]),
        ("200多万", [("200多万", 2e6, 2e6, "")]),
        ("约300", []),
        ("数百", []),
    ],
)
def test_the_amounts_in_it_follow(text, parts):
    assert told(text)[1:] == parts


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("提高3.2个百分点", "3.2", "%"),
        ("五公里", "5", "千米"),
        ("40公里每小时", "40", "千米每小时"),
        ("每小时40公里", "40", "千米每小时"),
        ("每秒三米", "3", "米每秒"),
        ("40km/h", "40", "千米每小时"),
        ("时速四十公里", "40", "千米每小时"),
        ("8米/秒", "8", "米每秒"),
        ("每亩500公斤", "500", "公斤每亩"),
        ("半小时", "30", "分钟"),
        ("两个半小时", "150", "分钟"),
        ("三分半", "210", "秒"),
        ("三年半", "42", "月"),
        ("半天", "12", "小时"),
        ("两个半月", "75", "天"),
        ("1.5小时", "1.5", "小时"),
        ("三岁半", "3.5", "岁"),
    ],
)
def test_units_by_their_common_names(text, low, unit):
    (quantity,) = find(text)
    assert (quantity.low, quantity.unit) == (Decimal(low), unit)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("米七五", "1.75", "米"),
        ("块二", "1.2", "元"),
        ("个半小时", "90", "分钟"),
        ("分半鐘", "90", "秒"),
        ("三分一", "0.333333333333333", ""),
        ("四分三英里", "0.75", "英里"),
        ("Ⅶ", "7", ""),
        ("最后一名", "-1", "位次"),
        ("打对折", "50", "%"),
        ("半成", "5", "%"),
        ("半打", "6", "个"),
        ("三刻钟", "45", "分钟"),
    ],
)
def test_short_forms_of_speech(text, low, unit):
    (quantity,) = find(text)
    assert (quantity.low, quantity.unit) == (Decimal(low), unit)


@pytest.mark.parametrize("text", ["比2020年高", "比去年大", "每个人", "从容到来"])
def test_what_is_no_bound_and_no_rate(text):
    assert [q.unit for q in find(text) if q.qualifier != "exact" or "每" in q.unit] == []


def test_nothing_is_taken_from_the_figure_before():
    assert [q.quote for q in find("5元每小时3公里")] == ["5元每小时", "3公里"]


@given(st.text("０1２3.，,%个十百万亿多半几二三比大小每小时从到至米块高约超分之以上下- ~一", max_size=40))
def test_any_row_of_words_is_read(text):
    found = find(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.quote != ""
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
