from __future__ import annotations

import pytest

from orchestration.extraction import scopes
from orchestration.extraction.scopes import subject
from tests.unit.extraction.reading import review

OWN = ("云川市", "云川", "全市")
PLACES = scopes.known_places("北山市与南河市。北山市、南河市。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省", ("全省", "")),
        ("北山市", ("北山市", "")),
        ("北山共", ("北山", "")),
        ("全市首次引进", ("", "")),
        ("学前教育", ("", "")),
    ],
)
def test_places_in_brackets(text: str, expected: tuple[str, str]):
    assert scopes.in_bracket(text, OWN, PLACES) == expected


@pytest.mark.parametrize(
    ("left", "name"),
    [
        ("东风职业技术学院本科上线率达", "东风职业技术学院"),
        ("全市职业学校招生", ""),
        ("新增上市公司", ""),
        ("城镇登记失业率", ""),
    ],
)
def test_single_bodies(left: str, name: str):
    assert scopes.named_organisation(left, OWN) == name


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("云川一中本科上线80人", "云川一中"),
        ("县职教中心招收新生", "县职教中心"),
        ("临江新区全面提速", "临江新区"),
        ("其中泺山县达标", "泺山县"),
        ("市区有幼儿园", "市区"),
        ("全市新增学位", ""),
        ("云川市新增学位", ""),
        ("临江新区、北岭新区加快建设", ""),
        ("民办幼儿园新增学位", None),
        ("幼儿园新增学位", None),
        ("新建学校", None),
        ("县域经济增长", None),
        ("公立医院取消药品加成", None),
    ],
)
def test_whose_figures_a_clause_tells(clause: str, name: str | None):
    assert subject(clause, ("云川市", "云川", "全市")) == name


def test_a_communique_tells_of_kinds_not_of_single_bodies():
    assert subject("广播电视大学45所", ("全国",), bodies=False) is None


def test_a_place_that_opens_a_sentence_holds_to_its_end():
    found = review("临江新区全面提速，完成征地80亩、拆迁45万平方米。全市新增就业3万人。")
    assert [s.scope for s in found] == ["临江新区", "临江新区", ""]


def test_a_body_inside_a_sentence_holds_for_what_goes_on_with_it():
    found = review("全市上线3087人，云川一中上线566人，增幅23%，新增学位500个。")
    assert [s.scope for s in found] == ["", "云川一中", "云川一中", ""]


def test_a_body_that_was_only_built_tells_nothing_of_what_follows():
    found = review("云川师范学院一期完工，新建学校3所。")
    assert [s.scope for s in found] == [""]


@pytest.mark.parametrize(
    ("body", "label", "places"),
    [
        ("本科上线率达98%，高于全省平均水平（97%）。", "本科上线率", ["全省"]),
        ("毛入园率为96%，比全国平均水平（91%）高5个百分点。", "毛入园率", ["全国"]),
        ("毛入园率98%，全省平均水平为95%，全国为91%。", "毛入园率", ["全省", "全国"]),
        ("初中升学率98%，略高于全省平均值（97%）、全国平均值（95%）。", "初中升学率", ["全省", "全国"]),
        ("登记失业率3.1%，低于全国3.9%的平均水平。", "登记失业率", ["全国"]),
        ("小学生师比17.9∶1，高于北山市16.8∶1的水平。", "小学生师比", ["北山市"]),
    ],
)
def test_levels_of_other_places_are_benchmarks(body: str, label: str, places: list[str]):
    found = [statement for statement in review(body) if statement.kind == "benchmark"]
    assert [statement.scope for statement in found] == places
    assert {statement.indicator for statement in found} == {label}


def test_a_row_of_another_place_follows_the_own_row():
    found = review("我市学生获一等奖2项、二等奖5项（全省分别为9项、31项）。")[2:]
    assert [(one.kind, one.scope) for one in found] == [("benchmark", "全省")] * 2
    assert [one.indicator[-3:] for one in found] == ["一等奖", "二等奖"]


def test_measures_of_a_population_are_never_those_of_a_body():
    found = review("云川医院启用三期，新增床位800张，每千人口医师数达3.3人。")
    assert found[-1].scope == ""


@pytest.mark.parametrize(
    "body",
    ["五大学科竞赛获一等奖31人。", "老年大学学员1.2万人。", "初中学位缺口2800个。", "生师比小学17.9∶1。"],
)
def test_words_that_only_look_like_schools_are_no_scope(body: str):
    assert review(body)[0].scope == ""


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("湘江科学城新引进研发平台30个。", "湘江科学城"),
        ("清溪自贸试验区2项成果入选案例。", "清溪自贸试验区"),
        ("力争清溪城陵港外贸集装箱吞吐量增长26%。", "清溪城陵港"),
        ("云川港货物吞吐量500万吨。", ""),
        ("沿海港口货物吞吐量20亿吨。", ""),
    ],
)
def test_parks_and_ports_have_figures_of_their_own(body: str, scope: str):
    assert review(body)[0].scope == scope


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("海船科技园17个项目加快建设。", "海船科技园"),
        ("蓝海股权交易中心挂牌企业达到1529家。", "蓝海股权交易中心"),
        ("青莲村股份合作社分红126万元，户均领到1900多元。", "青莲村股份合作社"),
        ("东山地铁运营里程超过400公里。", "东山地铁"),
        ("东山中专与28家企业共建产业学院。", "东山中专"),
        ("初中专任教师研究生学历比例8.8%。", ""),
        ("大中专毕业生就业率79.2%。", ""),
        ("成立农民专业合作社120家。", ""),
        ("建成乡镇产权交易中心12个。", ""),
        ("可提供高中学位3000个。", ""),
    ],
)
def test_bodies_of_every_kind_and_words_that_end_alike(body: str, scope: str):
    assert {one.scope for one in review(body)} == {scope}


def test_a_body_of_one_sentence_ends_with_it():
    found = review("东山大数据交易所交易额达到100亿元。完成数字化改造1200户。")
    assert [one.scope for one in found] == ["东山大数据交易所", ""]


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("课后服务学校覆盖率100%，学生参与率93%。", ""),
        ("公用经费小学每生650元。", ""),
        ("一是小学入学率保持100%。", ""),
        ("城南实验学校（总投资2亿元，设48个班）于9月投入使用。", "城南实验学校"),
        ("龙山中学（占地60亩）已经开工。", "龙山中学"),
    ],
)
def test_kinds_of_schools_and_a_school_before_a_bracket(body: str, scope: str):
    assert {one.scope for one in review(body)} == {scope}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("入学率96%，与邻近的北山省（97%）相比仍有差距。", "北山省"),
        ("公用经费低于省会城市（1150元）。", "省会城市"),
        ("达标率低于周边的南河市（99%）。", "南河市"),
    ],
)
def test_a_bracket_behind_another_place_tells_its_level(body: str, place: str):
    assert review(body)[-1].scope == place
