from __future__ import annotations

import pytest

from orchestration.extraction import phrases
from tests.unit.extraction.reading import labels, review


def test_what_somebody_was_named():
    assert phrases.honour("红星中学获评省优秀学校") == "省优秀学校"


def test_new_things_as_all_things():
    assert phrases.stock("新认定示范企业") == "示范企业"


def test_the_thing_at_the_end_of_a_long_subject():
    assert phrases.core("监管平台累计录入隐患") == "隐患"
    assert phrases.core("旅游接待") == "旅游接待"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("巡察反馈的34个问题，整改到位33个，剩下1个须长期坚持。", "巡察反馈问题须长期坚持"),
        ("收到意见建议89条，已办结85条，其余4条列入督办清单。", "意见建议列入督办清单"),
        ("受理信访件120件，办结118件，其余2件正在办理。", "信访件办理"),
        ("校园隐患排查418处，整改416处，另2处已纳入改造。", "校园隐患已纳入改造"),
        ("教职工410人，另有工人12人。", "工人"),
    ],
)
def test_the_rest_is_named_by_what_was_told(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("收到意见建议89条，已办结85条。", "办结意见建议"),
        ("校园隐患排查418处，整改416处。", "整改校园隐患"),
        ("梳理问题12项，已解决9项。", "解决问题"),
        ("亿元以上项目开工97个，竣工36个。", "亿元以上项目竣工"),
        ("受理举报21件，处理8人。", "举报处理"),
    ],
)
def test_a_lone_deed_was_done_to_what_was_told_in_its_unit(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "小学平均班额43人，初中46人，同上年比，前者降了1.1人，后者反而升了0.6人。",
            ["小学平均班额", "初中平均班额"],
        ),
        (
            "小学、初中巩固率分别为99.9%和99.5%，两项分别比上年提高0.1个和0.2个百分点。",
            ["小学巩固率", "初中巩固率"],
        ),
    ],
)
def test_words_that_point_back_stand_for_names_told(body: str, expected: list[str]):
    found = review(body)[-2:]
    assert labels(found) == expected
    assert {(one.kind, one.base_year) for one in found} == {("change", 2019)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("优化本科专业设置，新增6个、撤销4个。", ["新增本科专业", "撤销本科专业"]),
        ("抓好校外培训机构整治，关停12家、整改45家。", ["关停校外培训机构", "整改校外培训机构"]),
        ("加强课题管理，立项86项、结题51项。", ["立项课题", "结题课题"]),
        ("创新班列运营模式，开行90列。", ["开行"]),
        ("加大保障性住房建设力度，新开工300套。", ["新开工"]),
    ],
)
def test_lone_deeds_are_done_to_what_the_clause_before_works_on(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("组建教育联盟12个，覆盖学校52所。", "教育联盟覆盖学校"),
        ("营养改善计划支出3亿元，覆盖5个县、6万名学生。", "营养改善计划覆盖学生"),
        ("发放救助金3亿元，惠及群众12万人。", "救助金惠及群众"),
        ("发放各类助学金、减免学费3万元，受益学生12人。", "受益学生"),
        ("化解率达94%，惠及群众12万人。", "惠及群众"),
    ],
)
def test_those_reached_are_named_with_what_reached_them(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("发放取暖补贴，惠及1200名教师，人均860元。", ["取暖补贴人均"]),
        (
            "落实村医生活补助政策，3200名村医受益，人均每月400元，最高达900元。",
            ["村医生活补助人均每月", "村医生活补助最高"],
        ),
        ("发放优秀教师津贴，惠及90名教师，每人500元。", ["优秀教师津贴每人"]),
    ],
)
def test_money_for_each_is_of_the_grant_named(body: str, expected: list[str]):
    assert labels(review(body))[-len(expected) :] == expected


def test_new_money_is_of_the_stock_told_before():
    assert labels(review("居民存款余额增长8%，新增4亿元。"))[-1] == "新增居民存款"


def test_a_total_of_evaluations_keeps_the_whole_name():
    made = review("新增9个县通过学前教育国家督导评估，累计达到31个。")
    assert "学前教育" in labels(made)[-1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("省技能大赛获一等奖4项、二等奖9项。", "省技能大赛二等奖"),
        ("在市中学生运动会上获金牌3枚、银牌8枚。", "在市中学生运动会银牌"),
        ("教师在优质课评比中获特等奖1个、优秀奖6个。", "教师在优质课评比优秀奖"),
    ],
)
def test_prizes_told_one_after_another_share_their_contest(body: str, expected: str):
    assert labels(review(body))[1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("小学计划招生900人，实际录取880人。", [("小学招生", "target"), ("小学录取", "actual")]),
        ("计划招聘教师60名，实际到岗55名。", [("招聘教师", "target"), ("到岗教师", "actual")]),
        ("特岗教师计划招聘60名，实际报到55名。", [("特岗教师招聘", "target"), ("特岗教师报到", "actual")]),
    ],
)
def test_what_was_planned_and_what_came_of_it(body: str, expected: list[tuple[str, str]]):
    assert [(one.indicator, one.kind) for one in review(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("特控线达线率62%，居全市第一，达线3342人。", "特控线达线"),
        ("高考本科上线率62%，上线3342人。", "高考本科上线"),
        ("居民参保率95%，参保32万人。", "居民参保"),
        ("组建教育联盟35个，覆盖义务教育学校73%。", "教育联盟覆盖义务教育学校比例"),
        ("教育支出预算安排44亿元，实际完成45亿元。", "教育支出"),
    ],
)
def test_counts_behind_their_rate_shares_of_those_reached_and_what_was_spent(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "居民消费价格上涨1%。其中，食品类下降2%，衣着类上涨3%。",
            ["食品类居民消费价格", "衣着类居民消费价格"],
        ),
        ("规上工业增加值增长8%。分行业看，化工业增长9%。", ["化工业增加值"]),
        ("固定资产投资增长8%，其中工业投资增长9%。", ["工业投资"]),
    ],
)
def test_growth_of_parts_takes_the_measure_of_the_whole(body: str, expected: list[str]):
    assert labels(review(body))[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("养老机构26个，床位1890张。", "养老机构床位"),
        ("生产安全事故9起，死亡7人。", "生产安全事故死亡"),
        ("公共图书馆6个，藏书89万册。", "公共图书馆藏书"),
        ("配套园应建44所，实建40所。", "配套园实建"),
        ("发放生活补助1480万元，惠及教师3120名，人均每月395元。", "生活补助人均每月"),
        ("联合公安、城管等部门开展执法检查28次。", "开展执法检查"),
    ],
)
def test_things_owned_or_suffered_and_what_was_due(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("更换课桌900套。投入2160万元，建成录播教室23间。", "投入录播教室"),
        ("投入52亿元，实施70项城建工程。", "投入城建工程"),
        ("投入860万元，更新设备312套，建成录播教室18间。", "投入"),
    ],
)
def test_money_is_of_what_it_made_where_that_is_one_thing(body: str, expected: str):
    assert expected in labels(review(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "落实教师生活补助，按边远程度每人每月发放300元，累计发放68万元。",
            ["教师生活补助每人每月", "累计发放教师生活补助"],
        ),
        ("取暖补贴按时到位，每户给予900元，累计拨付68万元。", ["取暖补贴每户", "累计拨付取暖补贴"]),
        ("困难学生资助有序推进，全年发放68万元。", ["发放困难学生资助"]),
    ],
)
def test_what_was_paid_is_of_the_grant_named(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("全面开展课后服务，参加学生8万人。", "课后服务参加学生"),
        ("暑期托管有序推进，受益学生1200人。", "暑期托管受益学生"),
        ("96所学校开展课后服务，参与学生8万人。", "课后服务参与学生"),
        ("举办健身活动22场次，参与群众1万人次。", "健身活动参与群众"),
        ("公务接待费支出3万元，接待46批次。", "公务接待"),
    ],
)
def test_those_who_take_part_do_so_in_what_was_named(body: str, expected: str):
    assert labels(review(body))[-1] == expected
