from __future__ import annotations

import pytest

from orchestration.extraction import wholes
from tests.unit.extraction.reading import communique, kinds, labels, review


@pytest.mark.parametrize(
    ("whole", "part", "label"),
    [
        ("社会消费品零售总额", "城镇", "城镇零售总额"),
        ("生产总值", "第二产业", "第二产业增加值"),
        ("比赛奖牌", "金牌", "比赛金牌"),
        ("培养单位", "高等学校", "培养单位高等学校"),
        ("普通高等学校", "大学", "大学"),
        ("财政总收入", "地方级财政收入", "地方级财政收入"),
        ("各级各类学校", "初中", "初中"),
        ("落实奖补资金", "省级", "省级奖补资金"),
        ("引进教师", "博士", "引进博士教师"),
        ("被重点大学录取", "航空院校", "航空院校录取"),
    ],
)
def test_parts_of_a_total(whole: str, part: str, label: str):
    assert wholes.part_of(whole, part) == label


def test_a_label_without_its_source():
    assert wholes.last_of("义务教育阶段在校生中留守儿童") == "留守儿童"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "新建、改扩建幼儿园9所（新建4所、改扩建5所）。",
            ["新建、改扩建幼儿园", "新建幼儿园", "改扩建幼儿园"],
        ),
        ("发放奖补资金80万元（中央50万元，县级30万元）。", ["发放奖补资金", "中央奖补资金", "县级奖补资金"]),
        ("全市共有各类学校30所，其中小学20所、初中10所。", ["各类学校", "小学", "初中"]),
    ],
)
def test_parts_in_sentences(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_parts_of_people_are_people_too():
    body = (
        "2.高等教育\n全国高等学校教职工90万人，其中普通高等学校80万人，成人高等学校10万人。专任教师50万人。"
    )
    assert labels(communique(body)) == [
        "高等学校教职工",
        "普通高等学校教职工",
        "成人高等学校教职工",
        "高等学校专任教师",
    ]


def test_what_follows_the_parts_is_of_the_total_again():
    body = "全国职业教育招生90万人，其中本科20万人，专科70万人；在校生270万人。"
    assert labels(communique(body))[1:] == ["职业教育本科招生", "职业教育专科招生", "职业教育在校生"]


def test_a_part_that_says_so_is_one_even_where_its_total_is_smaller():
    found = review("投入资金2.3亿元，其中财政资金2.5亿元。")
    assert kinds(found) == ["actual", "component"]


def test_a_part_belongs_to_a_total_that_is_large_enough():
    found = review("在校生15万人，教职工1.1万人，其中女生8万人。")
    assert found[2].part_of == found[0].statement_id


def test_a_part_without_unit_is_of_people():
    found = review("新市民子女入学11236人，其中公办学校吸纳1.08万。")
    assert kinds(found) == ["actual", "component"]


def test_what_is_counted_apart_ends_with_the_semicolon():
    found = communique(
        "民办学校10万所，在校生2800万人。其中：民办小学5千所，在校生480万人，另有非学历教育学生33万人；"
        "民办高校640所，在校生401万人。"
    )
    assert kinds(found) == ["actual", "actual", "component", "component", "actual", "component", "component"]


def test_parts_of_a_section_count_the_people_of_their_total():
    found = communique("高中教育在校生4576万人。其中：\n普通高中在校生2476万人；毕业生836万人。")
    assert kinds(found) == ["actual", "component", "actual"]


def test_parts_may_have_parts():
    found = communique(
        "民办学校在校生2800万人。其中：民办高校在校生401万人，其中本科生223万人，专科生178万人。"
    )
    assert kinds(found) == ["actual"] + ["component"] * 3
    assert {one.part_of for one in found[2:]} == {found[1].statement_id}


def test_a_part_behind_a_semicolon_that_makes_up_the_total_is_one():
    found = review("粮食总产量185.3万吨，其中，夏粮52.1万吨，增长0.8%；秋粮133.2万吨，增长1.4%。")
    assert kinds(found) == ["actual", "component", "change", "component", "change"]
    assert kinds(review("财政收入61亿元，其中地方收入24亿元；外贸出口30亿元。")) == [
        "actual",
        "component",
        "actual",
    ]


def test_how_something_was_reckoned_names_nothing():
    found = review(
        "实现地区生产总值1852亿元，按可比价格计算，比上年增长5.6%。人均5.8万元（按年平均汇率折算为8320美元）。"
    )
    assert labels(found)[:2] == ["地区生产总值"] * 2
    assert "折算" not in labels(found)[-1]


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("市场主体总数达到133万户，其中企业49万户。", "市场主体企业"),
        ("经营主体总量达到20万户，其中个体工商户15万户。", "经营主体个体工商户"),
        ("农民专业合作社总数1200家，其中国家级20家。", "国家级农民专业合作社"),
    ],
)
def test_parts_of_a_total_number(body: str, label: str):
    part = review(body)[-1]
    assert (part.indicator, part.kind) == (label, "component")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("新增公办学位3万个，其中高新区新增900个。", "高新区新增公办学位"),
        ("新建公园90座，其中泺山县新建12座。", "泺山县新建公园"),
        ("安排新开工住房700套，其中棚户区改造300套。", "安排新开工住房棚户区改造"),
    ],
)
def test_a_part_of_a_place_with_its_own_deed_has_the_thing_of_the_whole(body: str, expected: str):
    assert labels(review(body))[-1] == expected


def test_what_is_honoured_behind_a_part_is_no_part():
    made = review("本科上线850人，其中云川一中本科上线率88%，3名学生被名校录取。")
    assert kinds(made)[-1] == "actual"


def test_parts_behind_a_semicolon_make_up_a_rounded_total():
    body = "本专科招生57.45万人；其中，本科招生23.12万人，增长2%；专科招生34.34万人，增长8%。"
    assert [kind for kind in kinds(communique(body)) if kind != "change"] == [
        "actual",
        "component",
        "component",
    ]


@pytest.mark.parametrize("lead", ["不含", "不包括"])
def test_what_a_count_leaves_out_is_no_part_of_it(lead: str):
    told = communique(f"高职（专科）招生53.98万人（{lead}五年制转入专科招生5.29万人）。")
    assert (kinds(told), labels(told)) == (["actual", "actual"], ["高职（专科）招生", "五年制转入专科招生"])


def test_forms_of_special_schooling_are_no_parts_of_each_other():
    body = "其中，附设特教班在校生42人，占0.5%；随班就读在校生435人，占49%；送教上门在校生26人，占3%。"
    told = [label for label in labels(communique(f"特殊教育在校生880人。{body}")) if "占" not in label]
    assert told[1:] == ["附设特教班在校生", "随班就读在校生", "送教上门在校生"]


def test_kinds_of_schools_named_together_stay_together():
    body = "普通、职业高等学校校舍建筑面积1130万平方米；生均占地面积48平方米。"
    assert labels(communique(body)) == ["普通、职业高等学校校舍建筑面积", "普通、职业高等学校生均占地面积"]


def test_classes_by_their_size_are_no_figures():
    assert labels(communique("56-65人的大班308个，46至55人的班级1120个。")) == [
        "56-65人的大班",
        "46至55人的班级",
    ]


def test_sizes_that_are_up_to_standard_are_shares():
    body = "体育场（馆）面积、音乐器材达标学校比例分别为93.9%、95%。"
    assert all(label.endswith("达标学校比例") for label in labels(communique(body)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("新增学位3200个。其中，幼儿园学位1260个，小学学位900个。", ["新增幼儿园学位", "新增小学学位"]),
        ("新建公路90公里，其中高速公路30公里。", ["新建高速公路"]),
        ("参与交流轮岗教师386人，其中骨干教师112人。", ["交流轮岗骨干教师"]),
        ("小学教师386人，其中高级教师112人。", ["小学高级教师"]),
    ],
)
def test_parts_that_name_their_kind_keep_what_is_said_of_all(body: str, expected: list[str]):
    assert [
        label[-len(want) :] for label, want in zip(labels(review(body))[1:], expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("医疗卫生机构338个，其中医院8个。", "医院"),
        ("卫生技术人员3472人，其中注册护士1538人。", "注册护士"),
        ("货物进出口总额39亿元，其中出口35亿元。", "出口"),
        ("适龄儿童入学率97%，其中随班就读214人。", "随班就读"),
        ("在编教师900人，其中女教师400人。从年龄看，35岁以下300人。", "在编教师35岁以下"),
    ],
)
def test_parts_that_are_things_of_their_own(body: str, expected: str):
    assert labels(review(body))[-1].endswith(expected)
    assert "机构医院" not in labels(review(body))[-1]
