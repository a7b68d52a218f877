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
        ("五百家企业三万里路", ["五百家", "三万里"]),
        ("十二亿三千万人口", ["十二亿三千万人"]),
        ("百家争鸣，百年老店", []),
        ("他身高一米九", ["一米九"]),
        ("升入高一，米也涨价", []),
        ("每周五节课，每周五下午", ["五节"]),
        ("二加六等于八", ["二", "六", "八"]),
        ("九减四，三乘以七", ["九", "四", "三", "七"]),
        ("百万以上人口", ["百万以上"]),
        ("双十一，正月十五", []),
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


def test_a_doubling_is_told_by_its_verb():
    told = [
        found.quantity.quote
        for text in ("比2010年翻一番", "产值翻了近一番", "经过一番努力", "实现“翻一番”")
        for found in scan(text)
    ]
    assert told == ["2010年", "一番", "近一番"]
