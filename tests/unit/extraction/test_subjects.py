from __future__ import annotations

import pytest

from orchestration.extraction import subjects


@pytest.mark.parametrize(
    ("label", "subject"),
    [
        ("中等职业教育招生", "中等职业教育"),
        ("初中学校", "初中"),
        ("普通高等学校教职工", "普通高等学校"),
        ("义务教育阶段学校", "义务教育阶段"),
        ("幼儿园", "幼儿园"),
    ],
)
def test_subject_of_a_label(label: str, subject: str):
    assert subjects.subject_of(label) == subject


@pytest.mark.parametrize(
    ("label", "needs"), [("招生", True), ("小学招生", False), ("毕（结）业", True), ("森林覆盖率", False)]
)
def test_which_heads_need_a_word_of_schooling(label: str, needs: bool):
    assert subjects.needs_level(label) is needs


def test_subject_of_an_opening_sentence():
    assert subjects.of_lead("第三产业发展速度加快") == "第三产业"
    assert subjects.of_lead("各项改革不断深化") == "各项改革"


def test_the_nearest_heading_gives_the_word_of_schooling():
    assert subjects.of_path(("高中阶段教育", "1.普通高中")) == "普通高中"
    assert subjects.of_path(("一、综合",)) == ""
