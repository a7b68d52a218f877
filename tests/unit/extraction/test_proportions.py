from __future__ import annotations

import pytest

from orchestration.extraction.proportions import make_out
from orchestration.extraction.quantities import scan
from tests.unit.extraction.reading import review


@pytest.mark.parametrize(
    ("body", "quote", "low", "unit"),
    [
        ("三次产业结构为8.2∶45.3∶46.5。", "8.2∶45.3∶46.5", 8.2, ":45.3:46.5"),
        ("教师比例为3:5:2。", "3:5:2", 3, ":5:2"),
        ("普职比5.5：4.5。", "5.5：4.5", 5.5, ":4.5"),
        ("三次产业比例为１７∶４９．９∶３３．１。", "１７∶４９．９∶３３．１", 17, ":49.9:33.1"),
    ],
)
def test_parts_of_a_whole_are_one_ratio(body: str, quote: str, low: float, unit: str):
    found = review(body)
    assert [(one.quote, float(one.low or 0), one.unit) for one in found] == [(quote, low, unit)]


@pytest.mark.parametrize("text", ["比分21:18", "9:30开会", "4:06出发", "21:18:9"])
def test_other_chains_have_no_value(text: str):
    told = make_out(scan(text), text)
    bare = [place for place, found in enumerate(told.founds) if not found.quantity.unit]
    assert set(bare) <= told.without_value


def test_a_movement_of_ratios_has_one_name():
    found = review("三次产业结构由2010年的13:54:33，调整优化为12.8：47.7：39.5。")
    assert [(one.kind, one.indicator, one.year) for one in found] == [
        ("baseline", "三次产业结构", 2010),
        ("actual", "三次产业结构", 2020),
    ]
