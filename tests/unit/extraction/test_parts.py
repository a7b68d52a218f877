from __future__ import annotations

import pytest

from orchestration.extraction.parts import assign, of_heading
from orchestration.extraction.structure import blocks


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("一、2018年工作回顾", "review"),
        ("一、过去五年工作回顾", "lookback"),
        ("“十二五”时期经济社会发展回顾", "lookback"),
        ("二、2019年主要任务", "plan"),
        ("2019年：砥砺前行开新局", "plan"),
        ("三、存在的困难和问题", "other"),
        ("（一）大力发展农业", None),
    ],
)
def test_headings(title: str, part: str | None):
    assert of_heading(title, 2018, 2019) == part


def test_what_follows_the_problems_is_the_plan():
    text = "报告\n一、2018年工作回顾\n成绩很好。\n我们也清醒看到，还有不足。\n二、奋发有为开新局\n增长8%。\n"
    found = blocks(text)
    parts = assign(found, 2018, 2019)
    assert parts[-1] == "plan"
    assert parts[-3] == "other"


def test_an_appendix_of_the_plan_stays_a_plan():
    text = "报告\n一、2018年工作回顾\n好。\n二、2019年工作安排\n干。\n三、为群众办好实事\n建。\n"
    assert assign(blocks(text), 2018, 2019)[-1] == "plan"


DONE = "全年新建了学校3所，比上年增加1所，完成了改造，荣获表彰，取得实效，学位同比增长，已全部开放。"
TO_DO = "要新建学校3所，要确保按期完工，力争年内开放，要继续改造，将新增学位，努力办好，要抓好安全。"


@pytest.mark.parametrize(
    "heading", ["第二方面　新征程上奋力前行", "第二部分　怎样跑好下一程", "二、乘势而上谱新篇"]
)
def test_a_part_whose_heading_is_silent_is_judged_by_its_words(heading: str):
    first = heading[:1].replace("二", "一") + heading[1:4].replace("二", "一") + "我们交出的答卷"
    text = (
        f"报告\n{first}\n{DONE}{DONE}\n{heading}\n（一）做强基础\n{TO_DO}{TO_DO}\n（二）优化布局\n{TO_DO}\n"
    )
    parts = assign(blocks(text), 2018, 2019)
    assert parts[-1] == "plan"
    assert parts[2] == "review"


def test_a_silent_heading_over_what_was_done_stays_a_review():
    text = f"报告\n第一方面　答卷\n{DONE}\n第二方面　新的高度\n{DONE}要抓好后续。{DONE}\n"
    assert set(assign(blocks(text), 2018, 2019)[1:]) == {"review"}


@pytest.mark.parametrize("title", ["某县教育局2024年工作要点", "2024年工作计划", "2024年教育重点工作"])
def test_a_text_titled_as_a_plan_is_one_from_its_first_line(title: str):
    text = f"{title}\n扩大学位供给，新增学位900个。\n一、聚焦质量\n教研40场。\n"
    assert set(assign(blocks(text), 2023, 2024)[1:]) == {"plan"}


@pytest.mark.parametrize("title", ["2023年工作总结和2024年工作计划", "2023年重点工作完成情况", "工作报告"])
def test_a_title_that_reports_opens_the_review(title: str):
    assert (
        assign(blocks(f"{title}\n新增学位900个，教研活动全面铺开，成效明显。\n"), 2023, 2024)[-1] == "review"
    )


@pytest.mark.parametrize("opening", ["新学年，我们打算", "明年将", "新的一年，力争"])
def test_what_is_meant_for_the_year_to_come_opens_the_plan(opening: str):
    text = f"小结\n本学年招生900人，办学条件继续改善，群众比较满意。\n{opening}再招900人。\n"
    assert assign(blocks(text), 2023, 2024)[-1] == "plan"


@pytest.mark.parametrize(
    "opening",
    [
        "会议强调，2024年要抓好五项工作。",
        "局长在会上提出，今年将新建学校9所。",
        "2024年，全区要新建学校9所。",
        "会议要求，下一步要加快建设。",
    ],
)
def test_who_speaks_of_the_year_to_come_opens_the_plan(opening: str):
    told = blocks(f"召开教育工作会议\n2023年，新建学校12所。\n{opening}招聘教师50名。\n")
    assert assign(told, 2023, 2024)[-1] == "plan"


@pytest.mark.parametrize(
    "opening", ["会议指出，2023年新建学校9所。", "新建学校9所。2024年将投入使用。", "今年要求更高。"]
)
def test_what_was_done_or_comes_in_passing_stays_a_review(opening: str):
    told = blocks(f"召开教育工作会议\n2023年，新建学校12所。\n{opening}招聘教师50名。\n")
    assert assign(told, 2023, 2024)[-1] == "review"


@pytest.mark.parametrize(("told", "part"), [("去年，", "plan"), ("2023年，", "review")])
def test_this_year_opens_the_plan_where_last_year_was_told_of(told: str, part: str):
    text = f"会议讲话\n{told}新建学校12所。\n今年，重点抓好三件事。再建学校3所。\n"
    assert assign(blocks(text), 2023, 2024)[-1] == part


@pytest.mark.parametrize(("planned", "part"), [(2023, "plan"), (2024, "review")])
def test_the_second_half_opens_the_plan_of_a_text_on_the_first(planned: int, part: str):
    text = "工作情况\n上半年，新增学位90个。\n下半年，我们将加快进度。新增学位120个。\n"
    assert assign(blocks(text), 2023, planned)[-1] == part
