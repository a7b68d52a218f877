import pytest

from orchestration.extraction.quantities import scan


def read(text):
    return [found.quantity for found in scan(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("十二", ["十二"]),
        ("建成三千二百套", ["三千二百套"]),
        ("近一吨粮食", ["近一吨"]),
        ("答案是七", ["七"]),
        ("一位老师说", []),
        ("还有一台电脑", []),
        ("统一五项标准", ["五项"]),
        ("百", []),
        ("超百亿元", ["超百亿元"]),
        ("年龄比三十大", ["三十"]),
        ("产值逾千。", ["逾千"]),
        ("成千上万。", []),
        ("百亿元", ["百亿元"]),
        ("占全部的三分之二", ["三分之二"]),
        ("七月，四日", []),
        ("三个月内", ["三个月内"]),
    ],
)
def test_what_counts_as_a_number(text, quotes):
    assert [quantity.quote for quantity in read(text)] == quotes
