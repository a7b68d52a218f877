"""How education bureaus tell their year: deeds first, prizes, marks, parts, bodies in the text."""

from __future__ import annotations

import pytest

from tests.unit.extraction.reading import communique, kinds, labels, lookback, plan, review


def test_a_part_larger_than_its_whole_in_a_bracket_stays_a_part():
    found = review("全年补充教师563名（公开招聘400名、引进骨干663名）。")
    assert kinds(found) == ["actual", "component", "component"]
    assert {part.part_of for part in found[1:]} == {found[0].statement_id}


def test_people_are_parts_of_people_in_any_measure_word():
    found = review("选派教师42名，其中骨干教师9人、校长5位。")
    assert kinds(found) == ["actual", "component", "component"]
    assert found[2].part_of == found[0].statement_id


def test_people_helped_are_parts_of_helpings_in_a_bracket():
    assert kinds(review("资助学生1.6万人次（寄宿生5200人）。")) == ["actual", "component"]


def test_prizes_take_the_contest_named_before_them():
    found = review("在省第五届青少年科技创新大赛上，我市42名学生获奖，其中一等奖5人、二等奖9人。")
    assert labels(found)[1:] == ["省青少年科技创新大赛一等奖", "省青少年科技创新大赛二等奖"]


def test_a_class_of_marks_belongs_to_the_count_behind_it():
    found = review("高考成绩优异，600分以上58人。")
    assert [(one.quote, one.indicator) for one in found] == [("58人", "600分以上")]


def test_a_class_whose_share_is_told_is_no_figure():
    found = review("书面作业不超过60分钟的班级占98.5%。")
    assert [(one.quote, one.kind) for one in found] == [("98.5%", "actual")]


def test_a_body_alone_before_a_figure_has_its_share_of_what_was_told():
    found = review("600分以上412人，仅云山一中就有268人。")
    assert (found[1].indicator, found[1].scope) == ("600分以上", "云山一中")


def test_a_promise_is_a_target():
    found = review("新增学位8600个，超出年初承诺的7500个。")
    assert kinds(found) == ["actual", "target"]
    assert found[1].indicator == "新增学位"


def test_parts_stand_among_the_words_of_new_places():
    found = review("新增学位6000个，其中小学4000个、初中2000个。")
    assert labels(found) == ["新增学位", "新增小学学位", "新增初中学位"]


def test_all_schools_are_no_subject_of_people():
    assert labels(review("全市有各级各类学校、幼儿园187所，教职工1.2万人。"))[1] == "教职工"


def test_the_first_of_two_levels_shares_the_measure_of_the_last():
    found = review("小学、初中生均公用经费标准分别提高到1450元和1680元。")
    assert labels(found) == ["小学生均公用经费标准", "初中生均公用经费标准"]


def test_a_loan_keeps_its_name_before_its_sum():
    assert labels(review("办理生源地助学贷款2815人，金额2360万元。"))[1] == "办理生源地助学贷款金额"


@pytest.mark.parametrize(
    "sentence", ["教育集团扩展到16个。", "撤并小学4所、教学点13个。", "下沉学校调研62校次。"]
)
def test_kinds_of_bodies_are_no_scope(sentence):
    assert {one.scope for one in review(sentence)} == {""}


def test_visits_and_rounds_are_units():
    assert [one.unit for one in review("下沉学校调研62校次，开展安全检查6轮次。")] == ["校次", "轮次"]


def test_a_slogan_of_hundreds_is_no_share():
    assert [one.quote for one in review("三个百分之百达标率100%。")] == ["100%"]


def test_a_park_stays_the_subject_while_deeds_follow():
    found = review("高新区五年累计完成投资4亿元。引进项目90个，实际利用外资500万美元。全市新建学校3所。")
    assert [one.scope for one in found] == ["高新区", "高新区", "高新区", ""]


def test_another_subject_ends_that_of_a_park():
    found = review("高新区完成投资4亿元。粮食总产量30万吨。")
    assert [one.scope for one in found] == ["高新区", ""]


def test_a_school_does_not_stay_the_subject():
    found = review("云山一中顺利迁建。新增学位2000个。")
    assert [one.scope for one in found] == [""]


def test_goals_listed_under_a_year_are_of_that_year():
    found = plan("到2030年的主要奋斗目标：\n——实力更强。生产总值年均增长6%。\n新建学校3所。")
    assert [one.year for one in found] == [2030, 2021]


def test_what_is_cut_by_a_share_changes():
    found = lookback("压缩行政审批事项60%。到位资金以年均25%的速度递增。")
    assert kinds(found) == ["change", "change"]
    assert (found[0].low, "行政审批事项" in found[0].indicator) == (-60, True)


def test_names_share_the_bodies_that_a_share_counts():
    found = review("小学实验设备、图书达标学校占总校数的比例分别为61%和72%。")
    assert labels(found)[0] == "小学实验设备达标学校占总校数的比例"


def test_schools_run_by_somebody_keep_their_kind():
    found = review("普通高中20所，其中市教育局直属学校6所。")
    assert labels(found)[1].startswith("普通高中")


def test_people_out_of_others_take_the_level_told_before():
    found = review("小学专任教师6000人。专任教师中高级职称900人。")
    assert labels(found)[1].startswith("小学")


def test_town_and_country_share_the_whole_measure():
    found = review("城镇和农村人均住房面积分别达到35平方米和40平方米。")
    assert labels(found) == ["城镇人均住房面积", "农村人均住房面积"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "专任教师学历合格率100%，大专及以上学历占97.8%，其中本科及以上占61.5%。",
            ["专任教师学历合格率", "专任教师大专及以上学历占比", "专任教师本科及以上占比"],
        ),
        ("教师820人，高级职称占31.5%，中级职称占40%。", ["教师", "教师高级职称占比", "教师中级职称占比"]),
        (
            "幼儿园校舍建筑面积51万平方米，生均13.7平方米；图书58万册，生均15.6册。",
            ["幼儿园校舍建筑面积", "幼儿园生均校舍建筑面积", "幼儿园图书", "幼儿园生均图书"],
        ),
        ("初中班级数928个，班均43.1人。", ["初中班级数", "初中班均人数"]),
        (
            "新增学位7万个，其中幼儿园、小学、初中分别新增2万个、3万个、2万个。",
            ["新增学位", "新增幼儿园学位", "新增小学学位", "新增初中学位"],
        ),
        (
            "招聘新教师400名，学前、小学分别安排60名、140名。",
            ["招聘新教师", "招聘学前新教师", "招聘小学新教师"],
        ),
        ("新增学位9850个，其中小学3780个、初中2160个，超出年初承诺的7500个。", [*[""] * 3, "新增学位"]),
        ("新增学位9850个，超过年初定下的9000个目标。", ["新增学位", "新增学位"]),
        ("预计2025年初中毕业生将达12.4万人。", ["初中毕业生"]),
        ("在园幼儿已连续3年减少，较2020年峰值减少8640人，降幅达18.7%。", ["在园幼儿", "在园幼儿"]),
        ("小学生均经费22176元，除小学下降1.2%外均有增长。", ["小学生均经费", "小学生均经费"]),
    ],
)
def test_labels_of_education_figures(body: str, expected: list[str]):
    found = labels(review(body))
    assert [want or got for want, got in zip(expected, found, strict=True)] == found


def test_after_a_single_part_the_next_sentence_tells_of_the_whole():
    found = communique("普通高中17所，其中示范高中6所。招生6742人，在校生19015人。")
    assert labels(found) == ["普通高中", "示范高中", "普通高中招生", "普通高中在校生"]


def test_schools_in_a_row_are_each_their_own_scope():
    found = review("云川高中、云川一中本科上线率分别为98%和91%，清溪高中首届招生600名。")
    assert [one.scope for one in found] == ["云川高中", "云川一中", "清溪高中"]
    assert [
        one.scope for one in review("普通高中、中职学校招生分别为900人和800人，四星级高中招生300人。")
    ] == [""] * 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "兑现乡村教师补助726万元，最高每人每月1200元，最低400元。",
            ["兑现乡村教师补助", "乡村教师补助最高每人每月", "乡村教师补助最低"],
        ),
        (
            "小学语文、数学合格率分别为71%和64%，语文提高5个百分点，数学则下滑1个百分点。",
            ["小学语文合格率", "小学数学合格率"] * 2,
        ),
        ("帮扶贫困群众162户、689人全部脱贫。", ["帮扶贫困群众", "帮扶贫困群众脱贫"]),
        ("经济增长4%，二季度增长5%。", ["经济增长", "二季度经济增长"]),
        ("147个国考断面水质优良率达98%。", ["国考断面", "国考断面水质优良率"]),
        (
            "落实资助资金2846万元，其中免除保教费312万元、国家助学金214万元。",
            ["落实资助资金", "免除保教费", "国家助学金"],
        ),
    ],
)
def test_labels_taken_from_words_told_before(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_a_titled_item_names_what_its_lone_deeds_were_done_to():
    assert labels(review("4.教师周转房。建成84套、2940平方米。")) == ["建成教师周转房"] * 2


def test_rates_for_each_are_no_part_of_a_sum():
    found = review("落实资助资金2846万元，其中免除学费312万元，寄宿生标准为小学每生每年1250元。")
    assert kinds(found) == ["actual", "component", "actual"]


def test_parts_may_be_counted_by_another_counter():
    assert kinds(review("12个项目获科技奖，其中1项获一等奖。")) == ["actual", "component"]


def test_a_bound_told_once_holds_for_both():
    found = plan("低保标准分别提高到不低于740元和485元。")
    assert [(one.qualifier, one.high) for one in found] == [("at_least", None)] * 2
    assert [one.quote for one in found] == ["不低于740元", "485元"]


def test_multiples_of_what_was_then_compare_with_that_year():
    found = review("人均纯收入由2014年的2470元增加到9860元，是当初的4倍。")
    assert (found[-1].kind, found[-1].base_year) == ("change", 2014)


def test_a_gap_to_the_level_of_the_province_is_told_with_that_level():
    found = review("高考本科上线率与全省52.7%的平均水平差距较大。")
    assert (found[0].kind, found[0].scope, found[0].indicator) == ("benchmark", "全省", "高考本科上线率")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("创成省级示范校1所、清溪市级5所。", ["创成省级示范校", "创成清溪市级示范校"]),
        ("本科达线4126人，达线率92.4%。", ["本科达线", "本科达线率"]),
        (
            "培育特级教师3名、正高级教师11名，两项总数分别达45名、72名。",
            ["", "", "特级教师总数", "正高级教师总数"],
        ),
        (
            "新评正高级教师2人、特级教师4人，全市累计达11人、27人。",
            ["", "", "正高级教师累计", "特级教师累计"],
        ),
        ("12345热线工单办结率、满意率分别为100%和98%。", ["12345热线工单办结率", "12345热线工单满意率"]),
        ("排查隐患1586条，整改完成率100%。", ["排查隐患", "排查隐患整改完成率"]),
        ("封闭管理率、报警联网率三个100%。", ["封闭管理率、报警联网率"]),
        ("小学36所，初中14所，在校学生11万人，教职工9800人。", ["小学", "初中", "在校学生", "教职工"]),
        (
            "通过“区招校用”方式招聘教师412人，硕士218人，分别占52%、15%。",
            ["招聘教师", "硕士", "招聘教师占比", "招聘教师硕士占比"],
        ),
        ("12月底前完成24所学校改造。", ["学校改造"]),
        ("9月1日前竣工交付学校6所。", ["竣工交付学校"]),
        ("特招线上线率62%；本科上线率93%。", ["特招线上线率", "本科上线率"]),
        ("校外培训机构压减至211家。", ["校外培训机构"]),
        ("课后服务参与率巩固在98%以上。", ["课后服务参与率"]),
        ("全市近视率53%，离省定目标还差3.2个百分点。", ["近视率", "近视率"]),
    ],
)
def test_labels_of_another_bureau(body: str, expected: list[str]):
    found = labels(review(body))
    assert [want or got for want, got in zip(expected, found, strict=True)] == found


def test_parts_may_be_opened_by_containing():
    assert kinds(review("比赛获奖312项，含国家级18项、省级76项。")) == ["actual", "component", "component"]


def test_a_row_without_names_keeps_the_scopes_of_what_was_told():
    found = review("云川一中本科率达99%，清溪高级中学特控率97%，分别提高0.3个和1.1个百分点。")
    assert [one.scope for one in found] == ["云川一中", "清溪高级中学"] * 2


def test_what_is_there_now_ends_a_year_to_come():
    found = review("预计到2026年，学位缺口将达6000个，现有初中平均班额已达51人。")
    assert [(one.kind, one.year) for one in found] == [("target", 2026), ("actual", 2020)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("在市青年教师基本功大赛上，43名教师获奖。", ["市青年教师基本功大赛教师获奖"]),
        ("和22家企业签了培养协议，就业率96%。", ["企业签培养协议", "就业率"]),
        ("一段线上线1200人，上线率31%。", ["一段线上线", "一段线上线率"]),
        (
            "小学毕业统测语文、数学合格率分别为71%和64%。",
            ["小学毕业统测语文合格率", "小学毕业统测数学合格率"],
        ),
        ("实验学校新校区也要动起来，占地80亩。", ["实验学校新校区占地"]),
        ("迁建工程主体封顶，总投资5.8亿元。", ["迁建工程总投资"]),
        ("进校园事项去年还有86项，今年砍到40项以内。", ["进校园事项", "进校园事项"]),
    ],
)
def test_labels_of_plain_speech(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_parts_listed_behind_a_total_may_have_counters_of_their_own():
    found = review("全县辖87个行政村。现有各类学校96所，其中：初级中学3所、村小22个、幼儿园51所。")
    assert kinds(found) == ["actual", "actual"] + ["component"] * 3
    assert {one.part_of for one in found[2:]} == {found[1].statement_id}
    assert kinds(review("新增学位1.2万个，其中小学8000个，投用学校5所。"))[-1] == "actual"


def test_a_rate_before_a_colon_is_that_of_all_behind_it():
    found = review("教师流动率：校长20.1%，骨干教师19.6%，均达到15%的规定要求。")
    assert labels(found)[:2] == ["教师流动率校长", "教师流动率骨干教师"]
    assert kinds(found) == ["actual", "actual", "target"]


def test_more_than_the_year_before_is_a_change():
    found = review("600分以上1105人，比上年多出近200人。")
    assert (found[-1].kind, found[-1].base_year) == ("change", 2019)


def test_a_goal_not_reached_is_a_target():
    assert kinds(review("学生近视率49%，距离年度下降1个百分点的目标尚有差距。"))[-1] == "target"


def test_a_class_in_brackets_and_things_with_latin_names():
    assert [
        one.quote for one in review("小规模学校（100人以下）仍有11所，配备AED 60台，Windows 10系统。")
    ] == ["11所", "60台"]


def test_a_bare_measure_is_no_subject():
    assert labels(review("3所高中列入计划，总投资达42亿元，开工17所。"))[-1] != "总投资开工"


def test_what_is_by_a_month_of_the_year_planned_is_no_target():
    found = review("截至2021年1月，全市共有职业院校14所，在校生5.8万人。2021年2月将建成院校1所。")
    assert [one.kind for one in found] == ["actual", "actual", "target"]
