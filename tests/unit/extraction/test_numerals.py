from decimal import Decimal

import pytest

from orchestration.extraction import numerals, units
from orchestration.extraction.characters import fold


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", "7"),
        ("０", "0"),
        ("12.50", "12.50"),
        ("８，１２０．５", "8120.5"),
        ("3,045,006", "3045006"),
        (".25", "0.25"),
        ("三", "3"),
        ("十", "10"),
        ("十七", "17"),
        ("廿六", "26"),
        ("四十", "40"),
        ("六百零八", "608"),
        ("六百八", "680"),
        ("两千三百一十", "2310"),
        ("二千零六", "2006"),
        ("八万八", "88000"),
        ("八万零八", "80008"),
        ("三十一万二千", "312000"),
        ("五亿零七十万", "500700000"),
        ("七千万亿", "7000000000000000"),
        ("2万亿", "2000000000000"),
        ("6千万", "60000000"),
        ("4万3千", "43000"),
        ("叁佰伍拾陆", "356"),
        ("三点一五", "3.15"),
        ("一点二亿", "120000000"),
        ("零点零八", "0.08"),
        ("二〇三五", "2035"),
        ("三 千 六 百", "3600"),
        ("12k", "12000"),
        ("10^3", "1000"),
        ("幺三五", "135"),
    ],
)
def test_the_value_of_a_number(written, value):
    number = numerals.read(fold(written), 0, units.STOPS)
    assert number is not None
    assert (number.end, number.low, number.high) == (len(written), Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("七八", 7, 8),
        ("三四十", 30, 40),
        ("五六千", 5000, 6000),
        ("数百", 100, 1000),
        ("几十万", 10**5, 10**6),
    ],
)
def test_numbers_that_are_ranges(written, low, high):
    number = numerals.read(written, 0, units.STOPS)
    assert number is not None
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize("written", ["二十余万", "200多万", "三十几", "十来万"])
def test_numbers_that_say_more(written):
    number = numerals.read(written, 0, units.STOPS)
    assert number is not None
    assert number.more
    assert number.end == len(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3千瓦时", "3"),
        ("9000万千瓦", "9000万"),
        ("五百分点", "五"),
        ("二十千克", "二十"),
        ("六千千瓦", "六千"),
    ],
)
def test_a_scale_that_belongs_to_the_unit_is_left_to_it(written, number):
    read = numerals.read(written, 0, units.STOPS)
    assert read is not None
    assert written[: read.end] == number


@pytest.mark.parametrize(("written", "end"), [("7^60", 1), ("9^-80", 1), ("8" * 26 + "M", 26)])
def test_what_would_grow_too_large_is_left(written, end):
    number = numerals.read(written, 0, units.STOPS)
    assert number is not None
    assert number.end == end


@pytest.mark.parametrize("written", ["", "个", "点五", "1" * 28, "9" * 200_000, "0." + "1" * 5000])
def test_no_number(written):
    assert numerals.read(written, 0, units.STOPS) is None
