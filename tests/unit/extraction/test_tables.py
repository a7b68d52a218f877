from __future__ import annotations

from decimal import Decimal

from tests.unit.extraction.reading import communique

TABLE = (
    "2019年主要农产品产量\n指标名称\t产量（万吨）\t同比增长（±%）\n"
    "粮 食\t650.0\t17.3\n#水 稻\t79.4\t-1.6\n油 料\t900.5\t2.9\n"
)


def test_a_table_gives_levels_and_changes():
    found = communique(TABLE)
    assert [(s.indicator, s.kind, s.unit, s.low) for s in found[:4]] == [
        ("粮食产量", "actual", "吨", Decimal("6500000.0")),
        ("粮食产量", "change", "%", Decimal("17.3")),
        ("水稻产量", "component", "吨", Decimal("794000.0")),
        ("水稻产量", "change", "%", Decimal("-1.6")),
    ]


def test_rows_end_to_be_parts_where_no_room_is_left():
    assert communique(TABLE)[4].kind == "actual"


def test_units_may_stand_in_the_row():
    found = communique("产品名称\t单 位\t产 量\n天然气\t亿立方米\t33.7\n大牲畜（万头）\t\t96.9\n")
    assert [(s.unit, s.low) for s in found] == [
        ("立方米", Decimal("3370000000.0")),
        ("头", Decimal("969000.0")),
    ]


def test_a_line_may_give_the_unit_of_all():
    found = communique("单位：亿元\n指 标\t12月末\t比年初增加额\n存款余额\t1970.6\t266.0\n")
    assert [(s.kind, s.unit, s.measure) for s in found] == [
        ("actual", "元", "level"),
        ("change", "元", "change_abs"),
    ]


def test_columns_may_be_years():
    found = communique("指标\t2018年\t2019年\n学校（所）\t10\t12\n")
    assert [(s.year, s.low) for s in found] == [(2018, 10), (2019, 12)]
