from collections import Counter
from decimal import Decimal

import pytest

from orchestration.extraction import lexicon, units


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("人次以上", "人次", 2),
        ("千瓦时，", "千瓦时", 3),
        ("公里/小时", "公里/小时", 5),
        ("元/平方米左右", "元/平方米", 5),
        ("微克每立方米", "微克/立方米", 6),
        ("元每亩", "元每亩", 3),
        ("台(套)", "台套", 4),
        ("km长", "公里", 2),
        ("个百分点", "个百分点", 4),
        ("亩地", "亩", 1),
    ],
)
def test_the_longest_unit(text, name, end):
    unit = units.at(text, 0)
    assert unit is not None
    assert (unit.name, unit.end) == (name, end)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [("均收入", False), ("人均", False), ("国道改造", False), ("家庭", True), ("位置", True), ("kmx", False)],
)
def test_characters_of_other_words_are_no_units(text, spelled):
    assert units.at(text, 0, spelled) is None


def test_years_are_no_numerator():
    unit = units.at("年每年实现", 0)
    assert unit is not None
    assert unit.name == "年"


def test_what_tenths_and_small_coins_are_worth():
    tenth, coin = units.at("成", 0), units.at("角", 0)
    assert tenth is not None
    assert coin is not None
    assert (tenth.name, tenth.multiplier) == ("%", Decimal(10))
    assert (coin.name, coin.multiplier) == ("元", Decimal("0.1"))


def test_every_base_unit_is_a_unit_of_factor_one():
    rows = {row["unit"]: row for row in lexicon.units()}
    assert len(rows) == len(lexicon.units())
    for row in rows.values():
        base = rows.get(row["base_unit"])
        assert Decimal(row["factor"]) > 0
        assert base is not None, row["unit"]
        assert (Decimal(base["factor"]), base["dimension"]) == (1, row["dimension"]), row["unit"]


def test_no_alias_names_two_units_except_where_a_guard_chooses():
    guarded = {row["text"] for row in lexicon.table("unit_guards")}
    names = Counter(
        name for row in lexicon.units() for name in {row["unit"], *filter(None, row["aliases"].split("|"))}
    )
    assert {name for name, count in names.items() if count > 1} <= guarded
