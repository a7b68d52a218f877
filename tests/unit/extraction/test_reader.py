from __future__ import annotations

import pytest

from tests.unit.extraction.reading import communique, kinds, lookback, plan, review


def test_a_change_follows_its_level():
    found = review("生产总值80亿元，增长6%，比2015年增加30亿元。")
    assert kinds(found) == ["actual", "change", "change"]
    assert [statement.base_year for statement in found] == [None, 2019, 2015]


def test_planned_growth_is_a_target_without_base_year():
    found = plan("主要预期目标是：生产总值增长7%左右，单位能耗下降3%，新增就业2万人以上。")
    assert kinds(found) == ["target"] * 3
    assert [statement.base_year for statement in found] == [None] * 3
    assert [float(statement.low or 0) for statement in found] == [7, -3, 20000]


def test_a_goal_of_the_review_is_a_target_of_its_year():
    found = review("普惠园覆盖率达到91%，完成90%的既定目标。")
    assert kinds(found) == ["actual", "target"]
    assert found[1].year == 2020


def test_a_figure_of_the_past_in_the_plan_is_actual():
    assert kinds(plan("目前已建成社区食堂30个。"))[0] == "actual"


def test_a_year_to_come_makes_a_target():
    found = review("到2025年森林覆盖率达到45%。")
    assert (found[0].kind, found[0].year) == ("target", 2025)


def test_a_movement_gives_baseline_and_actual():
    found = review("试点学校从20所扩容至30所。")
    assert kinds(found) == ["baseline", "actual"]


def test_a_movement_with_years():
    found = lookback("城镇化率由2015年的41%提高到2020年的52%，年均提高2.2个百分点。")
    assert [(statement.kind, statement.year, statement.base_year) for statement in found] == [
        ("baseline", 2015, 2015),
        ("actual", 2020, None),
        ("change", 2020, 2015),
    ]


def test_last_years_level_is_a_baseline():
    found = communique("全国小学生师比16.5:1，比上年的16.9:1有所改善。")
    assert [(statement.kind, statement.year) for statement in found] == [("actual", 2019), ("baseline", 2018)]


def test_brackets_and_of_which_are_components():
    found = review(
        "新招教师60名（含乡村教师20名）。引进项目12个，其中工业项目5个，总投资3亿元；新开工项目9个。"
    )
    assert kinds(found) == ["actual", "component", "actual", "component", "actual", "actual"]
    assert found[1].part_of == found[0].statement_id
    assert found[3].part_of == found[2].statement_id


def test_shares_and_means_are_no_components():
    found = communique("普通高等学校校均规模11000人，其中，本科学校15000人。")
    assert kinds(found) == ["actual", "actual"]


def test_a_section_of_parts():
    found = communique(
        "民办教育\n全国共有民办学校9000所。其中：\n民办幼儿园7000所，比上年增加10所。\n民办小学500所。"
    )
    assert kinds(found) == ["actual", "component", "change", "component"]


def test_another_places_figure_is_a_benchmark():
    found = review("我市获批省级示范校2所（全省30所）。")
    assert [(statement.kind, statement.scope) for statement in found] == [
        ("actual", ""),
        ("benchmark", "全省"),
    ]


def test_a_fall_is_negative():
    found = review("事故起数下降20%以上，能耗降低3%。")
    assert (found[0].low, found[0].high) == (None, -20)
    assert (found[1].low, found[1].high) == (-3, -3)


def test_growth_in_a_look_back_starts_where_it_says():
    found = lookback("生产总值90亿元，比2015年增长1.1倍，年均增长9%；财政收入12亿元，增长60%。")
    assert [statement.base_year for statement in found] == [None, 2015, 2015, None, 2015]
    assert found[2].measure == "growth_avg"
    assert found[1].measure == "multiple"


def test_a_change_of_a_rate_is_in_points():
    assert review("达标率87%，较上年提升6%。")[1].measure == "change_pp"


def test_a_year_before_beside_the_present_one_is_a_baseline():
    found = review("生师比11.6∶1，上年为12.2∶1。")
    assert [(s.kind, s.year) for s in found] == [("actual", 2020), ("baseline", 2019)]


def test_only_so_many_in_an_earlier_year_is_a_baseline():
    found = review("公用经费，2016年小学才800元、初中1000元，现在分别是1050元和1350元。")
    assert [(s.kind, s.year) for s in found] == [("baseline", 2016)] * 2 + [("actual", 2020)] * 2


def test_what_a_goal_stands_on_is_a_baseline():
    found = plan("优秀考生在2020年87人的基础上再增加20人。")
    assert [(s.kind, s.year) for s in found] == [("baseline", 2020), ("target", 2021)]


def test_figures_that_join_another_are_told_in_the_same_way():
    found = review("事故起数、死亡人数下降17%、11%。城镇居民收入和农村居民收入增长8%和9%。")
    assert [(s.kind, s.low) for s in found] == [
        ("change", -17),
        ("change", -11),
        ("change", 8),
        ("change", 9),
    ]


def test_a_goal_in_brackets_behind_its_word():
    assert kinds(review("新增学位6750个，超年初目标（6000个）12.5%。")) == ["actual", "target", "change"]


def test_a_figure_of_another_place_beside_the_own_is_a_benchmark():
    found = review("生均经费2.31万元，而邻县泺山县已达2.86万元。就业率98%（全国平均93%）。")
    assert [(s.kind, s.scope) for s in found] == [
        ("actual", ""),
        ("benchmark", "泺山县"),
        ("actual", ""),
        ("benchmark", "全国"),
    ]


def test_a_part_told_before_its_total():
    found = review("全市共有初中19所、小学（含教学点31个）92个。")
    total, part = (next(s for s in found if s.low == low) for low in (92, 31))
    assert part.kind == "component"
    assert part.part_of == total.statement_id


def test_parts_by_owner_go_on_in_the_next_sentence():
    found = communique("全国共有民办学校7万所。其中民办小学6000所。民办幼儿园6万所。小学10万所。")
    assert kinds(found) == ["actual", "component", "component", "actual"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("财政安排3000万元改造校园，首批900万元已拨付到位。", "actual"),
        ("计划投入3亿元，首期6000万元已经到位。", "actual"),
        ("年内投入3亿元，首期6000万元用于校舍。", "target"),
    ],
)
def test_what_has_arrived_is_no_goal_in_a_plan(body: str, kind: str):
    assert plan(body)[-1].kind == kind


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("预计今年秋季小学入学人数将突破9200人，13所学校还存在大班额。", ["target", "actual"]),
        ("每天活动时间不低于2小时要求得到落实。", ["target"]),
        ("落实18项要求。", ["actual"]),
    ],
)
def test_forecasts_and_what_is_required(body: str, kinds: list[str]):
    assert [one.kind for one in review(body)] == kinds
