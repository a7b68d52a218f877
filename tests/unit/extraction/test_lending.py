from __future__ import annotations

import pytest

from tests.unit.extraction.reading import labels, review


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "9个集体和7名个人分别被评为先进集体和先进个人。",
            ["集体被评为先进集体", "个人被评为先进个人"],
        ),
        ("3所学校、5个班级分别获评示范校、示范班。", ["学校获评示范校", "班级获评示范班"]),
        ("4人和2件作品分别获一等奖和二等奖。", ["获一等奖", "作品获二等奖"]),
    ],
)
def test_what_several_counted_things_were_named(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("创建省级示范园6所、市级示范园8所。", ["创建省级示范园", "创建市级示范园"]),
        ("淘汰落后炼钢产能6万吨、水泥产能8万吨。", ["淘汰落后炼钢产能", "淘汰水泥产能"]),
        ("建成6个零工平台、8家家政驿站。", ["建成零工平台", "建成家政驿站"]),
        ("新建8个国家级、36个省级重点专科。", ["新建国家级重点专科", "新建省级重点专科"]),
        ("建成后可新增高中学位300个、初中学位200个。", ["建成后可新增高中学位", "初中学位"]),
    ],
)
def test_deeds_hold_for_fellows(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("42个县1.2万名教师受益。", ["县", "教师受益"]),
        ("7个乡镇3200名村医参加培训。", ["乡镇", "村医参加培训"]),
        ("9个村460户农户搬迁。", ["村", "农户搬迁"]),
    ],
)
def test_places_counted_right_before_those_in_them(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("投入2亿元实施中小学新建、改扩建项目7个。", "实施中小学新建、改扩建项目"),
        ("投入1亿元实施水库加固、改造工程6处。", "实施水库加固、改造工程"),
        ("筹集3亿元支持校舍加固、改造项目9个。", "支持校舍加固、改造项目"),
    ],
)
def test_deeds_joined_before_a_noun_are_not_parted(body: str, expected: str):
    assert labels(review(body))[1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("获省科技进步奖4项和发明专利金奖1项。", "发明专利金奖"),
        ("加固水库6座和山塘9宗。", "山塘"),
        ("种植红薯8万亩及糖料蔗5万亩。", "糖料蔗"),
    ],
)
def test_a_joiner_opens_no_name(body: str, expected: str):
    assert labels(review(body))[1].endswith(expected)
    assert not labels(review(body))[1].startswith(("和", "及"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("在115个县建设粮油示范片900个。", ["县", "建设粮油示范片"]),
        (
            "6个城中村改造试点城市开工建设安置住房7万套。",
            ["城中村改造试点城市", "城中村改造试点城市开工建设安置住房"],
        ),
        ("泺水区辖7个街道、3个镇。", ["街道", "镇"]),
    ],
)
def test_places_are_no_words_of_what_was_done_there(body: str, expected: list[str]):
    made = labels(review(f"（一）打造高水平粮仓。\n{body}"))
    assert [label[-len(want) :] for label, want in zip(made, expected, strict=True)] == expected
    assert not any("粮仓" in label for label in made)


@pytest.mark.parametrize(
    "body",
    [
        "发行债券21亿元，其中用于建设15亿元，争取到国家资金4亿元。",
        "补贴9亿元，其中汽车5亿元，兑现奖励1亿元。",
    ],
)
def test_what_is_obtained_otherwise_is_no_part(body: str):
    assert review(body)[-1].kind == "actual"
