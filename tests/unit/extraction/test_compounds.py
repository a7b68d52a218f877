from decimal import Decimal

import pytest

from orchestration.extraction.quantities import scan


def read(text):
    return [found.quantity for found in scan(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("七元八角", "7.8", "元"),
        ("12元3角4分", "12.34", "元"),
        ("四块零六", "4.06", "元"),
        ("四块六", "4.6", "元"),
        ("八角五分", "0.85", "元"),
        ("五斤六两", "5.6", "斤"),
        ("二成五", "25", "%"),
        ("3小时20分钟", "200", "分钟"),
        ("一小时零五秒", "3605", "秒"),
        ("两年零四个月", "28", "月"),
        ("2小时5分10秒", "7510", "秒"),
        ("一天零三小时", "27", "小时"),
        ("两周零两天", "16", "天"),
        ("一米七五", "1.75", "米"),
        ("三块二五", "3.25", "元"),
        ("六成半", "65", "%"),
        ("1米75", "1.75", "米"),
        ("3块5", "3.5", "元"),
        ("38度5", "38.5", "度"),
    ],
)
def test_a_smaller_unit_is_added(text, value, unit):
    (quantity,) = read(text)
    assert (quantity.quote, quantity.low, quantity.unit) == (text, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("增长30%七、财政收入", ["30%", "七"]),
        ("2022年12个月", ["2022年", "12个月"]),
        ("共5公里300人", ["5公里", "300人"]),
        ("1小时，3人", ["1小时", "3人"]),
        ("宽3米5条", ["3米", "5条"]),
        ("长2.5米3", ["2.5米", "3"]),
    ],
)
def test_what_stands_beside_is_left(text, quotes):
    assert [quantity.quote for quantity in read(text)] == quotes
