from decimal import Decimal

import pytest

from orchestration.extraction.quantities import scan


def read(text):
    return [found.quantity for found in scan(text)]


def only(text):
    found = read(text)
    assert len(found) == 1, [q.quote for q in found]
    quantity = found[0]
    assert text[quantity.start : quantity.end] == quantity.quote
    return quantity


def value(number):
    return None if number is None else Decimal(str(number))


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit", "unit_text", "qualifier"),
    [
        ("全市共有幼儿园63所。", "63所", 63, 63, "所", "所", "exact"),
        ("投入879.5万元用于改造", "879.5万元", 8795000, 8795000, "元", "万元", "exact"),
        ("占比达到４２．５％，", "４２．５％", 42.5, 42.5, "%", "％", "exact"),
        ("学生２，３０４．５万人", "２，３０４．５万人", 23045000, 23045000, "人", "万人", "exact"),
        ("接待71.30 万人次。", "71.30 万人次", 713000, 713000, "人次", "万人次", "exact"),
        ("装机达8000万千瓦", "8000万千瓦", 80000000, 80000000, "千瓦", "万千瓦", "exact"),
        ("用电30亿千瓦时", "30亿千瓦时", 3000000000, 3000000000, "千瓦时", "亿千瓦时", "exact"),
        ("提高0.8个百分点", "0.8个百分点", 0.8, 0.8, "个百分点", "个百分点", "exact"),
        ("建成步道近70公里", "近70公里", 70, 70, "公里", "公里", "nearly"),
        ("培训教师3000余人次", "3000余人次", 3000, 3000, "人次", "人次", "over"),
        ("服务企业1.6万多家", "1.6万多家", 16000, 16000, "家", "万家", "over"),
        ("达标率92%以上", "92%以上", 92, None, "%", "%", "at_least"),
        ("控制在3.2%以内", "3.2%以内", None, 3.2, "%", "%", "at_most"),
        ("新增30个左右", "30个左右", 30, 30, "个", "个", "about"),
        ("每天不少于2小时", "不少于2小时", 2, None, "小时", "小时", "at_least"),
        ("时间不超过15分钟", "不超过15分钟", None, 15, "分钟", "分钟", "at_most"),
        ("新建4—6所", "4—6所", 4, 6, "所", "所", "range"),
        ("增长6%—7%", "6%—7%", 6, 7, "%", "%", "range"),
        ("补助10－15万元", "10－15万元", 100000, 150000, "元", "万元", "range"),
        ("争取三至五年", "三至五年", 3, 5, "年", "年", "range"),
        ("约占百分之三十", "百分之三十", 30, 30, "%", "百分之", "exact"),
        ("为百分之三点五", "百分之三点五", 3.5, 3.5, "%", "百分之", "exact"),
        ("占比超七成", "超七成", 70, 70, "%", "成", "over"),
        ("占三成五", "三成五", 35, 35, "%", "成", "exact"),
        ("生师比13.6∶1。", "13.6∶1", 13.6, 13.6, ":1", "∶1", "exact"),
        ("师生比为1:14.5，", "1:14.5", 14.5, 14.5, "1:", "1:", "exact"),
        ("是上年的2.4倍", "2.4倍", 2.4, 2.4, "倍", "倍", "exact"),
        ("总产值翻两番", "两番", 2, 2, "番", "番", "exact"),
        ("均价7600元/平方米", "7600元/平方米", 7600, 7600, "元/平方米", "元/平方米", "exact"),
        ("浓度31.5微克/立方米", "31.5微克/立方米", 31.5, 31.5, "微克/立方米", "微克/立方米", "exact"),
        ("更新设备2.5万台（套）", "2.5万台（套）", 25000, 25000, "台套", "万台（套）", "exact"),
        ("利用外资4.3亿美元", "4.3亿美元", 430000000, 430000000, "美元", "亿美元", "exact"),
        ("惠及学生上千名", "上千名", 1000, 1000, "名", "名", "over"),
        ("投资数十亿元", "数十亿元", 10**9, 10**10, "元", "亿元", "range"),
        ("收入五元三角", "五元三角", 5.3, 5.3, "元", "元", "exact"),
        ("月薪12k以上", "12k以上", 12000, None, "", "", "at_least"),
        ("用时1个半小时", "1个半小时", 1.5, 1.5, "小时", "小时", "exact"),
        ("共征集8万市民意见", "8万", 80000, 80000, "人", "", "exact"),
        ("最低气温零下12℃", "零下12℃", -12, -12, "摄氏度", "℃", "exact"),
        ("减负2500万元", "2500万元", 25000000, 25000000, "元", "万元", "exact"),
        ("在校生4，　128．75万人", "4，　128．75万人", 41287500, 41287500, "人", "万人", "exact"),
        ("产量12, 045吨", "12, 045吨", 12045, 12045, "吨", "吨", "exact"),
        ("提高2.5 个百 分点", "2.5 个百 分点", 2.5, 2.5, "个百分点", "个百 分点", "exact"),
        ("补贴¥200-300", "200-300", 200, 300, "元", "", "range"),
        ("由800至1.2万元不等", "800至1.2万元", 800, 12000, "元", "万元", "range"),
        ("气温零下9度至零下2度", "零下9度至零下2度", -9, -2, "度", "度", "range"),
        ("每班一两名教师", "一两名", 1, 2, "名", "名", "range"),
        ("借款500USD", "500USD", 500, 500, "美元", "USD", "exact"),
        ("降了2到3成", "2到3成", 20, 30, "%", "成", "range"),
        ("在70至85折之间", "70至85折", 70, 85, "%", "折", "range"),
        ("奖金￥500至￥800", "500至￥800", 500, 800, "元", "", "range"),
        ("介于40和60", "40和60", 40, 60, "", "", "range"),
        ("温度高于-5℃", "高于-5℃", -5, None, "摄氏度", "℃", "at_least"),
        ("投入5万5元", "5万5元", 55000, 55000, "元", "元", "exact"),
        ("走访20几个村", "20几个", 20, 20, "个", "个", "over"),
        ("利润为-3.5亿元", "-3.5亿元", -350000000, -350000000, "元", "亿元", "exact"),
    ],
)
def test_one_expression(text, quote, low, high, unit, unit_text, qualifier):
    quantity = only(text)
    assert quantity.quote == quote
    assert (quantity.low, quantity.high) == (value(low), value(high))
    assert (quantity.unit, quantity.unit_text, quantity.qualifier) == (unit, unit_text, qualifier)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("从12%提高到18%", ["12%", "18%"]),
        ("由20所增加到35所", ["20所", "35所"]),
        ("第一产业2.6\t-22.5", ["2.6", "-22.5"]),
        ("如表3, 120所学校", ["3", "120所"]),
        ("为1, 244, 30", ["1", "244", "30"]),
        ("比重为7∶43∶50", ["7", "43", "50"]),
        ("分别为3个、5个和8个", ["3个", "5个", "8个"]),
        ("安排2013年预算40亿元", ["2013年", "40亿元"]),
        ("校舍17. 3 万平方米", ["17. 3 万平方米"]),
    ],
)
def test_expressions_side_by_side(text, quotes):
    digits = [found.quantity.quote for found in scan(text) if not (found.spelled or found.ordinal)]
    assert digits == quotes


def test_two_bounds_are_one_range():
    quantity = only("规模在200人以上，500人以下")
    assert (quantity.low, quantity.high, quantity.unit, quantity.qualifier) == (200, 500, "人", "range")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("差距由18.2缩小到10.7个百分点", ["个百分点", "个百分点"]),
        ("分别提高2.2个和3.7个百分点", ["个百分点", "个百分点"]),
        ("由3所增加到5所", ["所", "所"]),
    ],
)
def test_numbers_of_a_movement_share_the_unit_of_the_last(text, units):
    assert [quantity.unit for quantity in read(text)] == units


def test_within_a_time_is_at_most():
    assert [(q.quote, q.qualifier) for q in read("24小时内办结")] == [("24小时内", "at_most")]


def test_numbers_of_a_list_share_the_unit_of_the_last():
    found = read("分别提高2、2.3和3.8个百分点")
    assert [(q.quote, q.unit) for q in found] == [
        ("2", "个百分点"),
        ("2.3", "个百分点"),
        ("3.8个百分点", "个百分点"),
    ]


@pytest.mark.parametrize(
    ("text", "low", "unit"), [("共5306亿新台币", 530600000000, "新台币"), ("人民币3.2亿元", 320000000, "元")]
)
def test_currencies(text, low, unit):
    quantity = only(text)
    assert (quantity.low, quantity.unit) == (low, unit)


@pytest.mark.parametrize(
    "text",
    [
        "统一部署，千方百计，万一出现",
        "一校一品、一些学校、一方面",
        "三好学生十分优秀，四川两岸",
        "PM2.5、G20、5G、4K超高清",
        "见https://example.org/a?b=30%25 与2013-08-16",
        "陆地、退伍、收拾、肆意",
        "会议定于今天2:30 pm召开",
        "二〇二三年七月八日，二○一八年，记于2016-09-14T14:00:00Z",
        "成千上万，成百上千",
        "万象更新，百年大计，十四五，十一届",
    ],
)
def test_words_and_names_are_no_numbers(text):
    assert [q.quote for q in read(text)] == []


def test_known_blunders_of_others():
    assert only("共1714个").unit == "个"
    assert only("高0.5个百分点").unit == "个百分点"
    third = only("约占三分之一")
    assert (third.unit, round(third.low, 6)) == ("", Decimal("0.333333"))


@pytest.mark.parametrize(
    ("text", "spelled", "ordinal"),
    [
        ("排名第十四", True, True),
        ("第3位", False, True),
        ("办好三项工作", True, False),
        ("9项", False, False),
    ],
)
def test_marks(text, spelled, ordinal):
    (found,) = scan(text)
    assert (found.spelled, found.ordinal) == (spelled, ordinal)


def test_a_rank_counts_places():
    assert [q.unit for q in read("位居全国第六。第三批名单")] == ["位次", ""]
    assert only("倒数第二").low == -2


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("完成GDP1250亿元", ["1250亿元"]),
        ("人均ＧＤＰ６.2万元", ["６.2万元"]),
        ("配置AED60台、LED36块", ["60台", "36块"]),
        ("PM2.5和G20，A4纸", []),
        ("WiFi6网络", []),
    ],
)
def test_words_in_latin_letters_are_measured_and_names_are_not(text, quotes):
    assert [hit.quantity.quote for hit in scan(text)] == quotes
