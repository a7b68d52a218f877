from __future__ import annotations

import pytest

from tests.unit.extraction.reading import labels, review


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("普通高中：学校6所，招生800人，在校生2400人。", ["普通高中学校", "普通高中招生", "普通高中在校生"]),
        ("教研：经费30万元。", ["教研经费"]),
        (
            "生均公用经费：小学700元、初中900元，分别增长2%和3%。",
            ["小学生均公用经费", "初中生均公用经费", "小学生均公用经费", "初中生均公用经费"],
        ),
        ("生均教育支出小学提高到9000元、初中提高到1.2万元。", ["生均教育支出小学", "生均教育支出初中"]),
        ("电话普及率稳步上升，达到98%。", ["电话普及率"]),
        ("乡村教师，由五年前的300人增加到500人。", ["乡村教师", "乡村教师"]),
        ("图书50万册，生均20册。", ["图书", "生均图书"]),
        ("商品房销售额8亿元，增速全省第一，达到30%。", ["商品房销售额", "商品房销售额"]),
    ],
)
def test_what_is_named_before_its_figures(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_a_clause_that_tells_a_deed_is_no_topic_of_a_later_figure():
    assert labels(review("外贸出口20亿元，着力促进消费，增长5%。")) == ["外贸出口", "外贸出口"]


def test_a_bare_level_takes_the_mean_or_the_people_told_of_another():
    assert labels(review("小学平均班额43人，初中46人。")) == ["小学平均班额", "初中平均班额"]
    assert labels(review("小学在校生7万人，初中3万人。")) == ["小学在校生", "初中在校生"]
    assert labels(review("小学、高中教师研究生学历比例分别提升7个、9个百分点，高中已达到37%。"))[-1] == (
        "高中教师研究生学历比例"
    )
    assert labels(review("小学20所，初中10所。")) == ["小学", "初中"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("进口额和出口额，分别增长3%、5%。", ["进口额", "出口额"]),
        ("小学入学率、初中入学率，分别达到99%和98%。", ["小学入学率", "初中入学率"]),
        (
            "残疾儿童招生数和在校生数，分别占特殊教育招生总数和在校生总数的65%和68%。",
            ["残疾儿童招生数占特殊教育招生总数", "残疾儿童在校生数占在校生总数"],
        ),
        ("推进教育公平和质量提升，分别投入3亿元、5亿元。", ["投入", "投入"]),
    ],
)
def test_names_before_a_comma_and_a_row(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("去年高考，全市报名900人。", "高考报名"),
        ("今年的中考，参考人数900人。", "中考参考人数"),
        ("组织学业水平考试，报考900人。", "学业水平考试报考"),
        ("培训班报名900人。", "培训班报名"),
    ],
)
def test_those_who_sit_an_examination_are_of_the_one_named(body: str, expected: str):
    assert labels(review(body)) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("特控线上线首次突破五百人大关，达512人，比上年增加36人。", ["特控线上线", "特控线上线"]),
        ("旅游收入一举跨越百亿元台阶，达108亿元。", ["旅游收入"]),
        ("完成骨干教师研修，人均不少于90学时。", ["骨干教师研修人均"]),
    ],
)
def test_marks_told_in_words_and_means_take_the_clause_before(body: str, expected: list[str]):
    made = labels(review(body))
    assert all(label.startswith(start[:4]) for label, start in zip(made, expected, strict=True))


@pytest.mark.parametrize("opening", ["3. 高考成绩连年攀升。", "（一）在项目建设上再加力。", "1. 教研提速。"])
def test_the_number_of_a_list_is_no_name(opening: str):
    made = labels(review(f"{opening}投资6亿元。"))
    assert not made[0].startswith(("3", "（", "1"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "专任教师本科及以上学历比例：小学96%、初中98%。",
            ["小学专任教师本科及以上学历比例", "初中专任教师本科及以上学历比例"],
        ),
        (
            "体育器材配备达标学校比例：小学90%，初中95%。",
            ["小学体育器材配备达标学校比例", "初中体育器材配备达标学校比例"],
        ),
        ("中考优秀率：语文30%、数学25%。", ["中考优秀率语文", "中考优秀率数学"]),
    ],
)
def test_a_rate_before_a_colon_is_that_of_each_level(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize("said", ["在校学生", "在园幼儿", "在岗教师"])
def test_a_line_of_a_key_and_a_value_is_named_by_its_key(said: str):
    assert labels(review(f"{said}：3万人")) == [said]
