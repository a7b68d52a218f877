from __future__ import annotations

import pytest

from tests.unit.extraction.reading import communique, labels, plan, review


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("新增学位6210个。", ["新增学位"]),
        ("14个村党支部获评示范党支部。", ["村党支部获评示范党支部"]),
        ("红星小学等5所学校通过验收。", ["学校通过验收"]),
        ("1.3万户小微企业获得贷款27亿元。", ["小微企业", "小微企业获得贷款"]),
        ("第三产业增加值占生产总值的比重达48%。", ["第三产业增加值占生产总值的比重"]),
        ("粮食总产30万吨，占全省的比重为5%。", ["粮食总产", "粮食总产占全省的比重"]),
        (
            "旅游接待300万人次、总收入20亿元，分别增长4%和5%。",
            ["旅游接待", "旅游总收入", "旅游接待", "旅游总收入"],
        ),
        ("污水处理率、垃圾处理率分别达到85%、75%。", ["污水处理率", "垃圾处理率"]),
        ("培训农村劳动力2万人，转移3万人。", ["培训农村劳动力", "转移农村劳动力"]),
        ("全面启动合作医疗试点，参合率达92%。", ["合作医疗参合率"]),
        ("林业稳步发展。完成产值5亿元。", ["林业产值"]),
        ("工业增加值扭转下降局面，增长6%。", ["工业增加值"]),
        ("生产总值80亿元，其中第一产业10亿元。", ["生产总值", "第一产业增加值"]),
        ("零售总额30亿元，其中城镇20亿元。", ["零售总额", "城镇零售总额"]),
        ("第一产业增加值增长3%，第二产业增长8%。", ["第一产业增加值", "第二产业增加值"]),
        ("新认定示范企业4家、累计15家。", ["新认定示范企业", "示范企业累计"]),
        ("办理12类55件实事。", ["办理实事", "办理实事"]),
        ("有著名商标16件，新增4件。", ["著名商标", "新增著名商标"]),
    ],
)
def test_labels_of_a_review(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_schooling_is_told_once_and_understood_on():
    found = communique(
        "1.小学\n全国共有小学20万所。招生1700万人，比上年增加8万人；在校生9900万人。专任教师600万人。"
    )
    assert labels(found) == ["小学", "小学招生", "小学招生", "小学在校生", "小学专任教师"]


def test_the_heading_says_of_whom_where_the_text_does_not():
    found = communique("2.初中\n招生1500万人。生师比13:1。")
    assert labels(found) == ["初中招生", "初中生师比"]


def test_parts_are_joined_with_their_total():
    found = communique(
        "全国义务教育阶段在校生中随迁子女共1400万人。其中，在小学就读1000万人，在初中就读400万人。"
    )
    assert labels(found)[1:] == ["随迁子女在小学就读", "随迁子女在初中就读"]


def test_a_plan_names_things_as_a_review_does():
    assert labels(plan("力争招录新教师450名以上，新建幼儿园3所。")) == ["招录新教师", "新建幼儿园"]


def test_no_statement_goes_without_a_label():
    for body in ("增长6%。", "约5亿元。", "（3个）。", "达到9%、8%。"):
        assert all(labels(review(body)))
