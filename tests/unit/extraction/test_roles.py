from __future__ import annotations

import pytest

from orchestration.extraction.cells import cells
from orchestration.extraction.compact import FIRST, Clause
from orchestration.extraction.roles import Role, role
from tests.unit.extraction.reading import review

A = chr(FIRST)


def _role(text: str, unit: str) -> Role:
    return role(cells(Clause("", text=text))[0], unit)


@pytest.mark.parametrize(
    ("text", "unit", "name", "head", "negative"),
    [
        (f"旅游收入增长{A}", "%", "change", "旅游收入", False),
        (f"比上年减少{A}", "人", "change", "", True),
        (f"能耗同比下降{A}", "%", "change", "能耗", True),
        (f"较2015年高{A}", "个百分点", "change", "", False),
        (f"低于全国{A}", "个百分点", "change", "", True),
        (f"达标率提高到{A}", "%", "level", "达标率提高到", False),
        (f"城乡居民收入比{A}", ":1", "level", "城乡居民收入比", False),
        (f"人口自然增长率{A}", "‰", "level", "人口自然增长率", False),
        (f"消费价格涨幅为{A}", "%", "change", "消费价格涨幅", False),
        (f"出口占全省的比重达{A}", "%", "share", "出口", False),
        (f"比上年的{A}有所改善", ":1", "baseline", "", False),
        (f"产值是2010年的{A}", "倍", "multiple", "产值", False),
    ],
)
def test_roles(text: str, unit: str, name: str, head: str, negative: bool):
    found = _role(text, unit)
    assert (found.name, found.head, found.negative) == (name, head, negative)


def test_what_a_change_is_compared_with():
    assert _role(f"招生比2012年增加{A}", "人").ref == "2012年"


def test_a_goal_behind_the_figure():
    assert _role(f"完成{A}的既定目标", "%").goal


def test_an_average():
    assert _role(f"年均增长{A}", "%").average


@pytest.mark.parametrize(
    ("text", "unit", "negative"),
    [(f"近视率再降{A}", "个百分点", True), (f"覆盖率五年升了{A}", "个百分点", False)],
)
def test_points_are_a_difference_behind_any_verb(text: str, unit: str, negative: bool):
    found = _role(text, unit)
    assert (found.name, found.negative) == ("change", negative)


def test_a_rate_of_a_fall_is_a_level():
    assert _role(f"机构压减率{A}", "%").name == "level"


@pytest.mark.parametrize("text", [f"是设计能力的{A}", f"为全国平均的{A}"])
def test_so_many_times_something_is_a_multiple(text: str):
    assert _role(text, "倍").name == "multiple"


@pytest.mark.parametrize(
    ("body", "label", "kind"),
    [
        ("全年计划新增学位6000个。", "新增学位", "target"),
        ("原计划招生7000人。", "招生", "target"),
        ("拟引进高层次人才20名。", "引进高层次人才", "target"),
        ("营养改善计划惠及学生2万人。", "营养改善计划惠及学生", "actual"),
        ("计划总投资12亿元。", "计划总投资", "actual"),
        ("三年计划新建学校12所，规划建设特色小镇2个。", "三年计划新建学校", "actual"),
    ],
)
def test_what_was_planned_in_the_past_is_a_target_named_by_its_deed(body: str, label: str, kind: str):
    found = review(body)[0]
    assert (found.indicator, found.kind) == (label, kind)


@pytest.mark.parametrize(
    ("body", "label", "low"),
    [
        ("科技型企业达到4.5万家，连续4年保持20%以上的增长。", "科技型企业", 20),
        ("外贸出口保持15%的较快增长。", "外贸出口", 15),
        ("PM2.5浓度改善5.1%。", "PM2.5浓度", None),
        ("优良天数比例改善2.5个百分点。", "优良天数比例", 2.5),
        ("教师多了120人。", "教师", 120),
    ],
)
def test_growth_kept_up_and_things_that_got_better_are_changes(body: str, label: str, low: float | None):
    found = review(body)[-1]
    assert (found.indicator, found.kind, found.base_year) == (label, "change", 2019)
    assert found.low == low if low is not None else found.high is not None and found.high < 0


def test_improving_things_that_are_counted_is_a_deed():
    assert review("改善1893所幼儿园办园条件。")[0].kind == "actual"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "新创成省优质园4所，比承诺的5所少了1所，差距在哪里要找一找。",
            [("新创成省优质园", "target", None), ("新创成省优质园", "change", None)],
        ),
        ("新增学位7380个，比年初承诺的多出880个。", [("新增学位", "change", None)]),
        (
            "建成社区食堂32个，比原计划的30个多2个。",
            [("建成社区食堂", "target", None), ("建成社区食堂", "change", None)],
        ),
        (
            "年初承诺的20件民生实事办结19件。",
            [("民生实事", "target", None), ("民生实事办结", "actual", None)],
        ),
        ("原计划的8所学校建成7所。", [("学校", "target", None), ("学校建成", "actual", None)]),
        (
            "实施重点工程19项，年度计划投资9亿元，实际完成10亿元，超出计划7个百分点。",
            [
                ("重点工程年度计划投资", "target", None),
                ("重点工程投资", "actual", None),
                ("重点工程投资超计划", "change", None),
            ],
        ),
        ("税收完成年度任务的93%。", [("税收占年度任务", "actual", None)]),
        ("一般公共预算收入31亿元，同口径增长9.4%。", [("一般公共预算收入", "change", 2019)]),
        ("税收10亿元，按可比口径下降5%。", [("税收", "change", 2019)]),
        ("固定资产投资增速与7%的目标相比还有差距。", [("固定资产投资增速", "target", None)]),
        ("研发投入强度离2.5%的目标还有较大差距。", [("研发投入强度", "target", None)]),
    ],
)
def test_promises_beside_what_came_of_them(body: str, told: list[tuple[str, str, int | None]]):
    found = [(one.indicator, one.kind, one.base_year) for one in review(body)]
    assert found[-len(told) :] == told


@pytest.mark.parametrize(
    ("body", "kind", "year"),
    [
        ("初中在校生预计2027年达到峰值3.6万人。", "target", 2027),
        ("老年人口预计2030年突破120万人。", "target", 2030),
        ("学位缺口预计在2026年达到8000个。", "target", 2026),
        ("项目预计2022年建成，完成投资20亿元。", "actual", 2020),
        ("预计2020年实现税收30亿元。", "actual", 2020),
    ],
)
def test_what_is_foreseen_for_a_later_year(body: str, kind: str, year: int):
    found = review(body)[0]
    assert (found.kind, found.year) == (kind, year)


@pytest.mark.parametrize(
    ("body", "kind", "low"),
    [
        ("银行存贷款增速分别达7.9%、8%。", "change", 8),
        ("城乡居民收入增幅分别为6%和7%。", "change", 7),
        ("一产、二产投资降幅分别为3%、5%。", "change", None),
        ("两县人口自然增长率分别为4‰、5‰。", "actual", 5),
        ("小学、初中入学率分别为99%、98%。", "actual", 98),
    ],
)
def test_rates_of_growth_in_a_row(body: str, kind: str, low: float | None):
    found = review(body)[-1]
    assert found.kind == kind
    assert found.low == low if low is not None else found.high == -5


@pytest.mark.parametrize(
    ("body", "label", "kind"),
    [
        ("新建高标准农田252万亩、改造提升43万亩。", "改造提升高标准农田", "actual"),
        ("新建校舍30所、维修提升20所。", "维修提升校舍", "actual"),
        ("整治村庄100个，优化提升35个。", "优化提升村庄", "actual"),
        ("教师年工资提高500元。", "教师年工资", "change"),
        ("产能提升20万吨。", "产能", "change"),
    ],
)
def test_works_that_better_things_are_no_changes(body: str, label: str, kind: str):
    found = review(body)[-1]
    assert (found.indicator, found.kind) == (label, kind)


def test_a_year_foreseen_ends_with_its_part_of_the_sentence():
    found = review("初中在校生预计2027年达到峰值3.6万人；高级教师占比22.4%，提高2.1个百分点。")
    assert [(one.indicator, one.kind, one.year) for one in found] == [
        ("初中在校生峰值", "target", 2027),
        ("高级教师占比", "actual", 2020),
        ("高级教师占比", "change", 2020),
    ]


@pytest.mark.parametrize(
    "body", ["每天综合体育活动时间不低于2小时的要求得到落实。", "落实每生每天活动1小时的要求。"]
)
def test_what_is_required_is_a_goal(body: str):
    assert review(body)[0].kind == "target"


@pytest.mark.parametrize(
    ("body", "low"),
    [
        ("录取率71%，↑3个百分点。", 3),
        ("近视率47%，↓3个百分点。", -3),
        ("平均分412分，+3分。", 3),
        ("重点税源减收3亿元。", -300_000_000),
        ("民生支出9亿元，增支3亿元。", 300_000_000),
        ("补贴每月800元，比原来各加了3元。", 3),
    ],
)
def test_signs_and_verbs_of_change(body: str, low: int):
    last = review(body)[-1]
    assert (last.kind, last.low) == ("change", low)


@pytest.mark.parametrize(
    ("body", "year"),
    [("一本上线93人，前年是81人。", 2018), ("巩固率96%，前年95%。", 2018), ("巩固率96%，上年95%。", 2019)],
)
def test_the_level_of_a_year_before_stands_beside_the_present_one(body: str, year: int):
    assert (review(body)[-1].kind, review(body)[-1].year) == ("baseline", year)


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("县域经济增速高于全省经济增速2个百分点。", "县域经济增速"),
        ("服务业增加值增速快于GDP增速2个百分点。", "服务业增加值增速"),
        ("利润增幅低于全省平均增幅2个百分点。", "利润增幅"),
    ],
)
def test_a_speed_is_held_against_another_one(body: str, label: str):
    assert [(one.indicator, one.kind) for one in review(body)] == [(label, "change")]


@pytest.mark.parametrize(
    ("body", "kind", "base", "low"),
    [
        ("粮食总产量24万吨，增产2%。", "change", 2019, 2),
        ("早稻产量4万吨，减产3%。", "change", 2019, -3),
        ("接待游客382万人次，恢复到2019年的87%。", "change", 2019, 87),
        ("旅游收入3亿元，相当于2017年同期的81%。", "change", 2017, 81),
        ("生产总值312亿元，两年平均增长6%。", "change", 2018, 6),
        ("财政收入312亿元，三年平均增长5%。", "change", 2017, 5),
        ("普及率93%（同比+2个百分点）。", "change", 2019, 2),
        ("近视率45%（同比-1个百分点）。", "change", 2019, -1),
    ],
)
def test_growth_of_harvests_recoveries_and_means_of_years(body: str, kind: str, base: int, low: int):
    last = review(body)[-1]
    assert (last.kind, last.base_year, last.low) == (kind, base, low)


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("毛入园率97%（国家标准85%）。", "毛入园率"),
        ("普惠园覆盖率92%（省定标准80%）。", "普惠园覆盖率"),
        ("巩固率99%（目标值98%）。", "巩固率"),
    ],
)
def test_a_standard_in_brackets_is_the_goal_of_what_stands_before(body: str, label: str):
    last = review(body)[-1]
    assert (last.kind, last.indicator) == ("target", label)


@pytest.mark.parametrize(
    ("body", "base"),
    [
        ("细颗粒物年均浓度下降9%。", 2019),
        ("年平均气温比上年上升2%。", 2019),
        ("生产总值年均增长9%。", None),
    ],
)
def test_a_mean_of_the_year_is_no_mean_of_years(body: str, base: int | None):
    assert review(body)[0].base_year == base


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("支出年初预算为7亿元，支出决算为8亿元。", "target"),
        ("食堂改造目标任务20所，已完成19所。", "target"),
        ("专任教师6万人，五年净增7200人。", "actual"),
    ],
)
def test_what_was_budgeted_and_set(body: str, kind: str):
    assert review(body)[0].kind == kind


@pytest.mark.parametrize(
    ("body", "kind"), [("专任教师6万人，五年净增7200人。", "change"), ("全年净增企业48户。", "actual")]
)
def test_a_net_gain_told_alone_is_a_change(body: str, kind: str):
    assert review(body)[-1].kind == kind


@pytest.mark.parametrize("said", ["不低于", "不得低于", "不高于"])
def test_a_bound_is_no_comparison(said: str):
    assert review(f"到校生比例{said}招生计划的60%。")[0].kind != "change"
