from __future__ import annotations

import pytest

from orchestration.extraction import phrases
from tests.unit.extraction.reading import labels, review


def test_what_somebody_was_named():
    assert phrases.honour("红星中学获评省优秀学校") == "省优秀学校"


def test_new_things_as_all_things():
    assert phrases.stock("新认定示范企业") == "示范企业"


def test_the_thing_at_the_end_of_a_long_subject():
    assert phrases.core("监管平台累计录入隐患") == "隐患"
    assert phrases.core("旅游接待") == "旅游接待"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("巡察反馈的34个问题，整改到位33个，剩下1个须长期坚持。", "巡察反馈问题须长期坚持"),
        ("收到意见建议89条，已办结85条，其余4条列入督办清单。", "意见建议列入督办清单"),
        ("受理信访件120件，办结118件，其余2件正在办理。", "信访件办理"),
        ("校园隐患排查418处，整改416处，另2处已纳入改造。", "校园隐患已纳入改造"),
        ("教职工410人，另有工人12人。", "工人"),
    ],
)
def test_the_rest_is_named_by_what_was_told(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("收到意见建议89条，已办结85条。", "办结意见建议"),
        ("校园隐患排查418处，整改416处。", "整改校园隐患"),
        ("梳理问题12项，已解决9项。", "解决问题"),
        ("亿元以上项目开工97个，竣工36个。", "亿元以上项目竣工"),
        ("受理举报21件，处理8人。", "处理"),
    ],
)
def test_a_lone_deed_was_done_to_what_was_told_in_its_unit(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "小学平均班额43人，初中46人，同上年比，前者降了1.1人，后者反而升了0.6人。",
            ["小学平均班额", "初中平均班额"],
        ),
        (
            "小学、初中巩固率分别为99.9%和99.5%，两项分别比上年提高0.1个和0.2个百分点。",
            ["小学巩固率", "初中巩固率"],
        ),
    ],
)
def test_words_that_point_back_stand_for_names_told(body: str, expected: list[str]):
    found = review(body)[-2:]
    assert labels(found) == expected
    assert {(one.kind, one.base_year) for one in found} == {("change", 2019)}
