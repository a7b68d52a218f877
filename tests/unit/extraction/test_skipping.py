import pytest

from orchestration.extraction.quantities import scan
from orchestration.extraction.skipping import RULES, digit_runs, reason_of_run, reasons


def why(text):
    """The reason of every digit run of the text, None where it may state a figure."""
    founds = scan(text)
    given = reasons(text, founds)
    told = []
    for start, end in digit_runs(text):
        inside = [r for f, r in zip(founds, given, strict=True) if f.quantity.start <= start < f.quantity.end]
        told.append(inside[0] if inside else reason_of_run(text, start, end))
    return told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021年，全市", "date"),
        ("自2019—2024年起", "date"),
        ("截至11月，", "date"),
        ("9月10日召开", "date"),
        ("发布日期：2014-05-06", "date"),
        ("连续8年居首", "date"),
        ("上世纪70年代", "date"),
        ("举办2023世界产业大会", "date"),
        ("前3个季度", "date"),
        ("第16届运动会", "ordinal"),
        ("第2批名单", "ordinal"),
        ("实现18连增", "ordinal"),
        ("推进“246”工程", "name"),
        ("“7+4”课堂", "name"),
        ("推广“1+N”模式", "name"),
        ("《行动方案3.0》", "name"),
        ("考入985高校", "name"),
        ("升级12345热线", "name"),
        ("PM2.5浓度", "name"),
        ("建设5G网络", "name"),
        ("创成4A级景区", "name"),
        ("改造320国道", "name"),
        ("地铁8号线", "name"),
        ("中央1号文件", "name"),
        ("打造10分钟便民生活圈", "name"),
        ("“4050”人员", "name"),
        ("发生5.9级地震", "name"),
        ("推出营商环境6.0版举措", "name"),
        ("落实240小时过境免签政策", "name"),
        ("电话0512-86860000", "name"),
        ("索引号00231", "name"),
        ("落实民间投资新36条", "name"),
        ("抓好以下8方面工作", "other"),
        ("能耗超5000吨标准煤重点企业在线监测", "threshold"),
        ("对年耗能1万吨标准煤以上的重点用能单位", "threshold"),
        ("关停少于20人的村小", "threshold"),
        ("整治超3000人的学校", "threshold"),
        ("撤并10人以下教学点", "threshold"),
        ("引进投资超5亿元的工业项目", "threshold"),
        ("建成5万吨级泊位", "threshold"),
        ("进入全国500强", "threshold"),
        ("位居前10名", "threshold"),
        ("60岁以上老人", "threshold"),
        ("每10万人口中", "threshold"),
        ("1. 教育经费", "list_number"),
        ("（2）加强管理", "list_number"),
        ("3、扩大就业", "list_number"),
        ("入园率〔2〕", "footnote"),
        ("统计公报[1]", "footnote"),
    ],
)
def test_numbers_that_state_no_figure(text, reason):
    assert set(why(text)) == {reason}


@pytest.mark.parametrize(
    "text",
    [
        "在校生1714人",
        "时限压缩到12天以内",
        "增长3.5%以上，位居前列",
        "新建泊位4个",
        "人均预期寿命达79.1岁",
        "平均受教育年限10.6年",
        "粮食产量300万吨以上，",
        "培训骨干教师450名以上。",
        "投入资金2000万元，占全县的三分之一",
        "优良天数320天",
        "每天活动1小时",
        "服务时长880小时",
        "节约能源5万吨标准煤",
        "扎实办好9方面民生实事",
        "出台新20条措施",
        "总算力突破7000PF",
        "预期寿命高出全国1.8岁",
        "预期寿命高于全省平均水平2岁",
        "每校招生不足50人",
    ],
)
def test_figures_are_left(text):
    assert why(text) == [None] * len(why(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("投资5000万元以上的项目28个", ["threshold", None]),
        ("3—6岁儿童接种率96%", ["threshold", "threshold", None]),
        ("650分以上高分段人数120人", ["threshold", None]),
        ("前200名有12人", ["threshold", None]),
        ("产值超10亿元的企业达14家", ["threshold", None]),
        ("2018年建成3个", ["date", None]),
    ],
)
def test_a_class_and_its_figure(text, told):
    assert why(text) == told


def test_runs_are_maximal_and_know_full_width_digits():
    assert digit_runs("a12３b4.５") == [(1, 4), (5, 6), (7, 8)]


def test_spelled_numbers_are_left_to_the_caller():
    text = "办好三件事"
    assert reasons(text, scan(text)) == [None]


def test_a_rule_looks_no_further_than_its_line():
    assert why("2023\n教师80人") == ["date", None]


def test_every_rule_has_a_pattern():
    assert all(rule.before or rule.number or rule.unit or rule.after for rule in RULES)


@pytest.mark.parametrize(
    "text",
    [
        "82个预增产值过10亿元的重大增长点发力",
        "盯紧64个预增产值超10亿元、20个过2000万元的增长点",
        "在建12个投资超5亿元的文旅项目",
    ],
)
def test_the_class_of_what_was_just_counted_is_a_threshold(text: str):
    found = scan(text)
    told = {one.quantity.quote: why for one, why in zip(found, reasons(text, found), strict=True)}
    assert {why for quote, why in told.items() if quote.endswith("元")} == {"threshold"}
    assert {why for quote, why in told.items() if quote.endswith("个")} == {None}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("新引进总投资超15亿元的浙商回归重大产业项目38个", ["15"]),
        ("落地投资过20亿元的先进制造业项目9个", ["20"]),
        ("消除年人均收入4600元以下贫困现象", ["4600"]),
        ("10个学生以下的教学点还有12个", ["10"]),
        ("50名教师以上的学校7所", ["50"]),
    ],
)
def test_classes_with_long_names(text, digits):
    told = [
        text[start:end] for (start, end), reason in zip(digit_runs(text), why(text), strict=True) if reason
    ]
    assert told == digits


@pytest.mark.parametrize(
    "text",
    ["根据1‰人口变动抽样调查推算", "浏览次数：1203次", "点击量:356次", "不足50人的农村小规模学校还有多所"],
)
def test_how_things_were_counted_states_nothing(text):
    assert None not in why(text)
