from __future__ import annotations

import pytest

from orchestration.extraction.context import infer_context


@pytest.mark.parametrize(
    ("text", "reviewed", "planned"),
    [
        ("2019年东湖省政府工作报告\n各位代表：\n", 2018, 2019),
        ("2008年全国教育事业发展统计公报\n发布日期：2009-07-17\n", 2008, None),
        ("全市教育工作会议讲话\n2021年3月2日\n同志们：\n今天召开全市教育系统工作会议。\n", 2020, 2021),
        ("政府工作报告\n——２０１１年２月８日在青原市第三届人民代表大会第五次会议上\n", 2010, 2011),
        ("各位代表：\n现在，我代表市人民政府报告工作。\n一、2017年工作回顾\n", 2017, 2018),
        ("各位代表：\n我代表市人民政府报告工作。\n“十二五”时期工作回顾\n", 2015, 2016),
        (
            "各位代表：\n我代表县人民政府报告工作。\n过去五年\n2014年以来，比2012年增长。2017年全县，2017年末。",
            2017,
            2018,
        ),
    ],
)
def test_years(text: str, reviewed: int, planned: int | None):
    context = infer_context(text)
    assert (context.reviewed_year, context.planned_year) == (reviewed, planned)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2020年云川市政府工作报告\n", {"云川市", "云川", "全市", "我市"}),
        ("政府工作报告\n——2020年1月8日在北山省第十届人民代表大会第一次会议上\n", {"北山省", "北山", "全省"}),
        ("各位代表：\n现在，我代表市人民政府报告工作。全市人民。\n", {"全市", "我市"}),
        ("各位代表：\n现在，我代表国务院报告工作。\n", {"全国", "我国"}),
    ],
)
def test_own_names(text: str, names: set[str]):
    assert names <= set(infer_context(text).own_names)


def test_what_is_given_wins():
    context = infer_context(
        "2020年云川市政府工作报告\n", reviewed_year=2015, own_names=("丙县",), report_id="x"
    )
    assert (context.reviewed_year, context.planned_year, context.report_id) == (2015, 2016, "x")
    assert context.own_names[0] == "丙县"


def test_without_any_year_none_is_made_up():
    assert infer_context("各位同事：\n工作顺利。\n").reviewed_year is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("北山市云岭区教育委员会\n2022年教育事业发展情况公开", "云岭区"),
        ("泺山县教育和体育局\n2023年工作总结", "泺山县"),
        ("教育晒出成绩单\n来源：云川市教育局　时间：2024-01-08", "云川市"),
    ],
)
def test_the_office_that_publishes_names_the_territory(head: str, name: str):
    assert infer_context(head + "\n各项事业稳步发展。\n").own_names[0] == name


def test_a_report_on_some_months_is_of_the_year_after_the_whole_one_it_compares_with():
    text = "云川市经济运行开局良好\n一季度全市生产总值增长2%，比2018年全年增速高0.3个百分点。\n"
    assert infer_context(text).reviewed_year == 2019


def test_blank_lines_without_end_are_read():
    assert infer_context("云川市教育局\n" + "\n" * 100_000 + "一、2023年工作安排\n").reviewed_year == 2022


@pytest.mark.parametrize(
    ("title", "reviewed", "planned"),
    [
        ("云岭县教育局2023年工作要点", 2022, 2023),
        ("关于印发2022年全区教育重点工作的通知", 2021, 2022),
        ("2024年教育体育工作计划", 2023, 2024),
        ("2023年工作总结和2024年工作计划", 2023, 2024),
        ("2023年重点工作完成情况", 2023, 2024),
        ("东山学区2020—2021学年度工作小结", 2021, 2022),
        ("2020-2021学年工作计划", 2020, 2021),
        ("南河市召开2022年全市教育工作会议", 2021, 2022),
        ("在2022年全市教育工作会议上的报告", 2021, 2022),
        ("二〇二一年教育工作总结", 2021, 2022),
        ("二○二一年度工作小结", 2021, 2022),
        ("2021年上半年工作总结和下半年工作打算", 2021, 2021),
        ("学校布局三年行动计划（2021—2023年）", 2020, 2021),
        ("2020—2021学年度教育事业统计简况", 2020, 2021),
    ],
)
def test_titles_of_plans_meetings_and_school_years(title: str, reviewed: int, planned: int):
    context = infer_context(f"{title}\n各项工作有序开展。\n")
    assert (context.reviewed_year, context.planned_year) == (reviewed, planned)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("南河市召开全市教育工作会议", "南河市"),
        ("泺水区2021年教育工作亮点", "泺水区"),
        ("北山市泺水区教育事业发展情况", "泺水区"),
    ],
)
def test_a_title_opens_with_the_territory(title: str, name: str):
    assert infer_context(f"{title}\n各项工作有序开展。\n").own_names[0] == name


def test_a_school_district_is_no_territory_by_its_last_character():
    assert not any("学区" in name for name in infer_context("东山学区2021年总结\n").own_names)


def test_a_year_ends_with_the_report_dated_in_its_last_months():
    text = "教育局工作总结\n发布时间：2022-12-26\n今年以来，新增学位900个。\n"
    assert infer_context(text).reviewed_year == 2022


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("全县推进校舍安全整治\n发布日期：2022-06-19\n今年以来，检查学校12所。\n", 2022),
        ("秋季学期开学\n2022年9月2日\n今年秋季新生812人。\n", 2022),
        ("教师培训结束\n时间：2022-08-30\n近日，参训教师346人。\n", 2022),
        ("高考喜报\n2022-06-25\n2022年高考成绩揭晓，上线812人。\n", 2022),
        ("教师队伍建设情况的报告\n2022年9月21日\n截至2022年8月底，在岗教师812人。\n", 2022),
        ("教师队伍建设情况的报告\n2022年5月21日\n2021年，招聘教师81人。到2022年底再招12人。\n", 2021),
        (
            "职业教育发展情况的通报\n2022年8月24日\n截至2022年7月，院校14所。2021年，毕业98人。2021年\n",
            2022,
        ),
        ("工作汇报\n2022-08-30\n去年，全县新建校舍9栋。\n", 2021),
        ("教育工作会议讲话\n2022年4月3日\n今年以来形势很好。\n", 2021),
        ("全县教育亮点\n新建校舍9栋。\n2022年1月9日\n", 2021),
        ("市教育局\n关于2021年教育经费执行情况的公告\n总投入9亿元。\n2022年11月28日\n", 2021),
    ],
)
def test_news_tell_the_year_they_are_dated_in(text: str, year: int):
    assert infer_context(text).reviewed_year == year


@pytest.mark.parametrize("date", ["（2019年1月15日）\n", "——在云川市第五届人民代表大会上\n", ""])
def test_a_heading_under_the_title_is_no_year_of_the_title(date: str):
    text = f"政府工作报告\n{date}一、2018年工作回顾\n新增就业8200人。\n"
    assert infer_context(text).reviewed_year == 2018


@pytest.mark.parametrize(
    "title", ["云岭市2022年十大民生实事项目", "2022年全县实事项目清单", "2022年民生实事清单"]
)
def test_lists_of_things_to_be_done_are_plans(title: str):
    context = infer_context(f"{title}\n新建幼儿园5所。\n")
    assert (context.reviewed_year, context.planned_year) == (2021, 2022)


def test_a_text_on_half_a_year_plans_the_same_year():
    told = infer_context("云川县教育局2023年上半年工作情况\n上半年，新增学位90个。\n")
    assert (told.reviewed_year, told.planned_year) == (2023, 2023)
