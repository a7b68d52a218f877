from __future__ import annotations

import pytest

from orchestration.extraction import subjects
from tests.unit.extraction.reading import communique, labels, review


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


def test_what_stands_aside_is_not_the_subject_of_what_follows():
    found = labels(
        communique("1.小学。全国共有普通小学15.4万所，另有小学教学点8.3万个。招生1782万人；在校生1.07亿人。")
    )
    assert found == ["普通小学", "小学教学点", "普通小学招生", "普通小学在校生"]


@pytest.mark.parametrize("degree", ["本科及以上", "专科以上", "研究生及以上"])
def test_a_degree_of_teachers_is_no_level_that_they_teach(degree: str):
    found = labels(
        communique(f"2.初中。初中在校生5018万人；专任教师397万人；专任教师中{degree}学历比例90.05%。")
    )
    assert found[-1] == f"初中专任教师中{degree}学历比例"


@pytest.mark.parametrize(
    ("label", "subject"),
    [("小学招生数", "小学"), ("初中专任教师数", "初中"), ("小学教职工人数", "小学")],
)
def test_the_subject_of_a_number_of_people(label: str, subject: str):
    assert subjects.subject_of(label) == subject


def test_what_each_level_has_is_of_the_level_told_last_in_a_communique():
    body = (
        "（一）小学\n小学校舍面积286万平方米。大班21个。设施达标情况：体育器械配备达标学校98%。\n"
        "（二）初中\n初中专任教师103人，其中本科及以上学历97人，占95%。生均图书31册，大班9个。\n"
    )
    told = labels(communique(body))
    assert [label[:2] for label in told] == ["小学"] * 3 + ["初中"] * 5


def test_numbers_of_people_take_the_level_of_their_paragraph():
    body = "小学学校数136所，招生数1616人，专任教师数666人，生师比15.8:1。"
    assert labels(communique(body))[1:] == ["小学招生数", "小学专任教师数", "小学生师比"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("职业院校14所，其中高职2所、中职12所，在校生6万人，专任教师3千人。", "专任教师"),
        ("民办学校17所，其中幼儿园15所、小学2所；在校生4800人。", "民办学校在校生"),
    ],
)
def test_people_behind_parts_of_several_kinds_are_of_the_whole(body: str, expected: str):
    assert labels(review(body))[-1] == expected
