from __future__ import annotations

import pytest

from orchestration.extraction import phrases


@pytest.mark.parametrize(
    ("whole", "part", "label"),
    [
        ("社会消费品零售总额", "城镇", "城镇零售总额"),
        ("生产总值", "第二产业", "第二产业增加值"),
        ("比赛奖牌", "金牌", "比赛金牌"),
        ("培养单位", "高等学校", "培养单位高等学校"),
        ("普通高等学校", "大学", "大学"),
        ("财政总收入", "地方级财政收入", "地方级财政收入"),
    ],
)
def test_parts_of_a_total(whole: str, part: str, label: str):
    assert phrases.part_of(whole, part) == label


def test_what_somebody_was_named():
    assert phrases.honour("红星中学获评省优秀学校") == "省优秀学校"


def test_a_label_without_its_source():
    assert phrases.last_of("义务教育阶段在校生中留守儿童") == "留守儿童"


def test_new_things_as_all_things():
    assert phrases.stock("新认定示范企业") == "示范企业"


def test_the_thing_at_the_end_of_a_long_subject():
    assert phrases.core("监管平台累计录入隐患") == "隐患"
    assert phrases.core("旅游接待") == "旅游接待"
