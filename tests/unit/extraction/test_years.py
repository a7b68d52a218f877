from __future__ import annotations

import pytest

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract
from orchestration.extraction.model import ReportContext
from orchestration.extraction.years import Clock
from tests.unit.extraction.reading import lookback, plan, review

CONTEXT = ReportContext("x", "x", 2020, 2021)


@pytest.mark.parametrize(
    ("ref", "base"),
    [
        ("上年", 2019),
        ("同比", 2019),
        ("2015年", 2015),
        ("“十二五”末", 2015),
        ("前五年", 2015),
        ("五年前", 2015),
        ("3年前", 2017),
        ("前年", 2018),
        ("全国", None),
    ],
)
def test_what_a_comparison_names(ref: str, base: int | None):
    assert Clock(CONTEXT).base_of(ref, 2020) == base


def test_a_year_that_opens_a_clause_holds_for_the_sentence():
    clock = Clock(CONTEXT)
    clock.hear("2018年底")
    assert clock.year_of("人口") == 2018
    clock.open_sentence("review")
    assert clock.year_of("人口") == 2020


def test_the_plan_has_its_own_year():
    clock = Clock(CONTEXT, "plan")
    assert clock.year_of("新建学校") == 2021
    assert clock.year_of("到2025年新建学校") == 2025


def test_a_span_gives_its_last_year():
    clock = Clock(CONTEXT)
    clock.hear("2016—2019年完成造林")
    assert clock.year_of("") == 2019


@pytest.mark.parametrize(
    ("opening", "year"),
    [("2016年到2019年", 2019), ("2016至2018年", 2018), ("从2015年到2019年", 2019), ("从2015年起", 2020)],
)
def test_a_span_written_in_any_way_gives_its_last_year(opening: str, year: int):
    clock = Clock(CONTEXT)
    clock.hear(opening + "完成造林")
    assert clock.year_of("") == year


def test_last_year_in_a_comparison_is_no_time_of_its_own():
    made = plan("今年安排补助资金3亿元，比去年增加5000万元，支持企业60家。")
    assert [(s.kind, s.year) for s in made] == [("target", 2021)] * 3


def test_this_year_holds_until_another_year_is_named():
    made = plan("去年建成学校3所，今年新建学校5所。")
    assert [(s.kind, s.year) for s in made] == [("actual", 2020), ("target", 2021)]


def test_the_last_year_of_a_plan_is_the_year_of_its_goals():
    made = plan("“十四五”时期，城镇化率提高到70%，新增就业10万人。今年新增就业2万人。")
    assert [s.year for s in made] == [2025, 2025, 2021]


def test_a_year_to_be_reached_holds_for_the_rest_of_the_sentence():
    made = plan("力争到2024年，森林覆盖率达到45%，污水处理率达到96%。")
    assert [s.year for s in made] == [2024, 2024]


def test_the_past_year_inside_a_plan_stays_past():
    made = plan("过去一年，各项工作取得进展。城镇新增就业3万人。\n今年城镇新增就业4万人。")
    assert [(s.kind, s.year) for s in made] == [("actual", 2020), ("target", 2021)]


def test_a_paragraph_on_the_last_year_of_a_span_compares_with_the_year_before():
    made = lookback(
        "五年来，生产总值年均增长8%。\n2020年是收官之年，我们攻坚克难。财政收入增长6%。\n过去五年，粮食产量增长12%。"
    )
    assert [s.base_year for s in made] == [2015, 2019, 2015]


def test_what_follows_a_comparison_with_the_year_before_has_its_base():
    made = lookback("生产总值比上年增长7%，财政收入增长9%。粮食产量增长30%。")
    assert [s.base_year for s in made] == [2019, 2019, 2015]


def test_both_ends_of_a_movement_in_a_look_back_span_it():
    made = lookback("2020年占生产总值比重由12%提高到18%。")
    assert [(s.kind, s.year) for s in made] == [("baseline", 2015), ("actual", 2020)]


def test_goals_after_the_problems_open_the_plan_without_a_heading():
    made = review(
        "在肯定成绩的同时，我们也清醒地看到不少问题。\n今年经济社会发展的主要预期目标是：财政收入增长5%。价格涨幅控制在3%以内。"
    )
    assert [(s.kind, s.year) for s in made] == [("target", 2021)] * 2


@pytest.mark.parametrize(
    "body",
    [
        "据测算，2028年入学人数将达4万人；现有教师缺员60名。",
        "一是预计到2030年缺口900张床位；二是护士比例偏低，缺员60名。",
        "到2035年建成区将扩至90平方公里；公厕缺60座。",
    ],
)
def test_a_year_far_ahead_ends_behind_a_semicolon(body: str):
    assert [(one.kind, one.year) for one in review(body)][-1] == ("actual", 2020)


def test_the_planned_year_goes_on_behind_a_semicolon():
    made = review("据介绍，2021年，投资3亿元建校舍；招聘教师60名。")
    assert [one.year for one in made] == [2021, 2021]


def test_items_of_a_list_have_years_of_their_own():
    made = plan("一是到2025年新增床位900张；二是招聘医生60名。")
    assert [one.year for one in made] == [2025, 2021]


@pytest.mark.parametrize(
    ("body", "base"),
    [
        ("去年招生80人，比前年多9人。", 2019),
        ("去年招生80人。\n毕业生60人，比大前年增加9人。", 2018),
        ("招生80人，比前年增加9人。", 2018),
        ("毕业生900人，比上届增加9人。", 2019),
        ("毕业生900人，较上一届毕业生减少9人。", 2019),
        ("学生900人，较上学年减少9人。", 2019),
    ],
)
def test_years_and_classes_before(body: str, base: int):
    assert review(body)[-1].base_year == base


@pytest.mark.parametrize(
    "body",
    ["今年还将新建幼儿园6所。", "下一步，将新建幼儿园6所。", "明年新建幼儿园6所。", "力争新建幼儿园6所。"],
)
def test_what_is_to_come_is_a_goal_in_a_review_too(body: str):
    assert review(body)[0].kind == "target"


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("据悉，2021年要抓好四件事。新建幼儿园5所。", [2021]),
        ("会议对2021年工作作出部署。新建幼儿园5所。\n新建小学3所。", [2021, 2020]),
        ("泺山县2019年生均支出下降2%；南河县拖欠经费3万元。", [2019, 2020]),
    ],
)
def test_what_is_set_out_holds_to_the_end_of_the_paragraph(body: str, years: list[int]):
    assert [one.year for one in review(body)] == years


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("普惠率从2018年的83%提高到2019年的94%。", 2019),
        ("在校生由2016年的3万人增至2018年的4万人。", 2018),
        ("床位从2017年的90张增加到120张。", 2020),
    ],
)
def test_a_movement_ends_in_the_year_it_names(body: str, year: int):
    assert review(body)[1].year == year


def test_this_year_is_the_planned_one_where_the_last_year_was_told_as_done():
    text = (
        "在全县教育工作会议上的讲话\n（2023年2月16日）\n同志们：\n去年，全年教育投入9.8亿元。\n"
        "今年，重点抓好三件事。一是再建3所公办幼儿园；二是撤并教学点12个。\n今年招聘教师90名。\n"
    )
    made = extract(text, infer_context(text)).statements
    assert [(one.year, one.kind) for one in made] == [(2022, "actual")] + [(2023, "target")] * 3
