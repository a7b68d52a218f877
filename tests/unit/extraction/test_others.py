from __future__ import annotations

import pytest

from tests.unit.extraction.reading import communique, labels, plan, review

BODIES = ["县二中", "五中", "职高"]


@pytest.mark.parametrize(
    "body",
    [
        "县二中特控上线210人，五中46人，职高9人。",
        "县二中特控上线210人、五中46人、职高9人。",
    ],
)
def test_bodies_told_one_after_another_share_what_is_told(body: str):
    found = review(body)
    assert [one.scope for one in found] == BODIES
    assert labels(found) == [f"{name}特控上线" for name in BODIES]


@pytest.mark.parametrize(
    "body",
    [
        "全市特控上线265人，其中县二中210人，五中46人，职高9人。",
        "全市特控上线265人（县二中210人、五中46人、职高9人）。",
        "全市特控上线265人（其中：县二中210人；五中46人；职高9人）。",
    ],
)
def test_bodies_that_are_parts_of_a_total(body: str):
    found = review(body)
    assert [one.scope for one in found] == ["", *BODIES]
    assert {one.indicator for one in found} == {"特控上线"}


def test_the_parts_of_a_bracket_that_say_no_measure_take_it_from_the_first():
    found = review("工业投资下降2%（其中：炼油项目完成投资50亿元；东华公司3亿元；热电厂1亿元）。")[1:]
    assert [one.scope for one in found] == ["", "东华公司", "热电厂"]
    assert labels(found)[1:] == ["东华公司投资", "热电厂投资"]


def test_a_school_before_a_bracket_has_what_stands_inside():
    found = review("新建柳林小学（占地30亩，设24个班）；改造旱厕12座。")
    assert [one.scope for one in found] == ["柳林小学", "柳林小学", ""]


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("县城五小8月底以前完工，占地35亩，能装900人。", ["县城五小"] * 2),
        ("柳林小学新校区：占地90亩，总投资1.1亿元。", ["柳林小学"] * 2),
        ("柳林中学迁建项目。总投资8000万元，建筑面积2万平方米。", ["柳林中学"] * 2),
        ("实施项目9个，柳林中学9月交付，可提供学位600个，招聘教师80名。", ["", "柳林中学", ""]),
        ("柳林中学一期完工，招聘教师80名。", [""]),
    ],
)
def test_what_is_told_of_a_building_is_of_its_school(body: str, scopes: list[str]):
    assert [one.scope for one in plan(body)] == scopes


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("东岭开发区建成厂房3万平方米。引进项目12个。", ["东岭开发区"] * 2),
        ("东岭开发区获批省级园区，西坪开发区挂牌。引进项目12个。", [""]),
        ("东岭集团实现营收30亿元。出台民营经济政策，民营企业增长6%。", ["东岭集团", ""]),
        ("争取东岭集团改革取得突破。引进项目12个。", [""]),
        ("东岭机场旅客吞吐量达到80万人次。开行班列120列。", ["东岭机场", ""]),
        ("公用经费小学每生每年700元，初中900元。", ["", ""]),
    ],
)
def test_how_far_a_body_holds(body: str, scopes: list[str]):
    assert [one.scope for one in review(body)] == scopes


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("新增学位500个，其中高新区200个、经开区180个、桐山区120个。", ["", "高新区", "经开区", "桐山区"]),
        ("桐山区、梅溪县分别新增学位300个、200个。", ["桐山区", "梅溪县"]),
        ("桐山区、梅溪县等次为优秀，得分分别为95分、93分。", ["桐山区", "梅溪县"]),
        ("满意度最高的是桐山区，为96%，最低的是梅溪县，为88%。", ["桐山区", "梅溪县"]),
        ("东海市临山区选派36名教师来我市支教。", ["东海市临山区"]),
        ("梅溪县小学缺编教师40人。", ["梅溪县"]),
        ("经费80万元（柳林小学50万元、县二中30万元）。", ["", "柳林小学", "县二中"]),
        ("柳林小学（50万元）、县二中（30万元）操场完工。", ["柳林小学", "县二中"]),
    ],
)
def test_places_and_bodies_told_in_lists(body: str, scopes: list[str]):
    assert [one.scope for one in review(body)] == scopes


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("9月1日，柳林小学正式启用，620名学生入学。", ["柳林小学"]),
        ("县职教中心在校生900人。其中，升学班300人。", ["县职教中心"] * 2),
        ("县职教中心在校生900人。该校就业率98%。全市就业率95%。", ["县职教中心"] * 2 + [""]),
        ("（一）柳林中学。在校生900人，教师80人。", ["柳林中学"] * 2),
        ("——柳林中学：在校生900人，教师80人。", ["柳林中学"] * 2),
        ("支持柳林职业学院扩大规模，在校生达到6000人。", ["柳林职业学院"]),
        ("新建柳林小学，占地33亩。", ["柳林小学"]),
        ("引进柳林小学，占地33亩。", [""]),
        ("县二中投资3亿元、县六小投资6800万元。", ["县二中", "县六小"]),
        ("支持项目60个、撬动银行贷款14亿元。", ["", ""]),
        ("作为示范高中，县二中上线率逐年提升，由62%提高到91%。", ["县二中"] * 2),
        ("柳林小学教育集团覆盖学校5所，学生8600人。", ["柳林小学教育集团"] * 2),
        ("县二中创建为示范校，义务教育巩固率98%。", [""]),
        ("新建的柳林小学占地33亩，已完成工程量的80%。", ["柳林小学"] * 2),
        ("加快县二中新校区建设，占地80亩，年内完成投资2亿元。", ["县二中"] * 2),
        ("本报讯9月1日，柳林小学启用，620名学生入学。", ["柳林小学"]),
        ("成绩喜人，县二中获奖7项，就业率97%，招聘教师30名。", ["县二中"] * 2 + [""]),
        ("梅溪县公办园占比仅38%，低于50%的省定标准。", ["梅溪县", ""]),
        ("总投资2亿元的县二中迁建工程竣工。", ["县二中"]),
        ("总投资2亿元的柳林集团项目竣工。", [""]),
    ],
)
def test_what_a_sentence_goes_on_to_tell(body: str, scopes: list[str]):
    assert [one.scope for one in review(body)] == scopes


def test_a_later_measure_of_a_list_names_each_of_it():
    found = review("县一中、县二中上线人数分别为400人、200人，上线率分别为80%、50%。")
    assert labels(found[2:]) == ["县一中上线率", "县二中上线率"]


def test_what_another_one_is_told_of_has_its_name():
    found = review("桐山区完成工业投资12亿元，增长5%；梅溪县完成8亿元，增长9%。")
    assert labels(found) == ["桐山区工业投资"] * 2 + ["梅溪县工业投资"] * 2


def test_a_level_in_a_bracket_behind_another_body_is_a_benchmark():
    found = review("小学六年级平均分81.5分，比第一名柳林小学（90分）低8.5分。")
    assert [(one.kind, one.scope) for one in found[:2]] == [("actual", ""), ("benchmark", "柳林小学")]


@pytest.mark.parametrize(
    ("body", "kind", "scopes"),
    [
        ("全市新建学校9所，其中梅溪县4所、桐山县3所。", "component", ["梅溪县", "桐山县"]),
        ("全市上线率62%，梅溪县58%，桐山区47%。", "actual", ["梅溪县", "桐山区"]),
        ("全市生均经费1.2万元，最高的梅溪县1.5万元，最低的桐山区0.9万元。", "actual", ["梅溪县", "桐山区"]),
        ("上线率62%，低于柳林一中（91%）、柳林中学（78%）。", "benchmark", ["柳林一中", "柳林中学"]),
        ("学位320个，不及东城区的410个。", "benchmark", ["东城区"]),
        ("巩固率99.6%，较邻市桐山市99.8%低0.2个百分点。", "benchmark", ["桐山市"]),
        ("普惠率88%，比先进市桐山市（97%）低9个百分点。", "benchmark", ["桐山市"]),
    ],
)
def test_parts_of_the_territory_and_those_it_is_held_against(body: str, kind: str, scopes: list[str]):
    found = [one for one in review(body) if one.scope]
    assert [one.scope for one in found] == scopes
    assert {one.kind for one in found} == {kind}


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("希望小学12所，在校生3200人。", ["", ""]),
        ("柳林完小在校生320人，教师24人。", ["柳林完小"] * 2),
        ("初中毕业生升学率99%，其中上职校的560人。", ["", ""]),
        ("柳林县第一中学招生800人，达到计划的102%。", ["柳林县第一中学"] * 2),
        ("柳林中学9月开学，招收学生900人，消除城区大班额12个。", ["柳林中学", ""]),
    ],
)
def test_names_are_whole_and_kinds_are_none(body: str, scopes: list[str]):
    assert [one.scope for one in review(body)] == scopes


def test_the_communique_of_the_nation_tells_of_kinds_alone():
    assert [one.scope for one in communique("柳林大学在校生2.1万人，专任教师1200人。")][1:] == [""]
