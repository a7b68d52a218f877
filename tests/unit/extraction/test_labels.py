from __future__ import annotations

import pytest

from orchestration.extraction import labels

OWN = labels.own_pattern(("云川市", "全市", "我市"))


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("全市共有幼儿园", "幼儿园"),
        ("力争全年实现旅游总收入", "旅游总收入"),
        ("2020年地区生产总值最终核实为", "地区生产总值"),
        ("地区生产总值修订后为", "地区生产总值"),
        ("2020年末云川市常住人口达到", "常住人口"),
        ("城镇登记失业率控制在", "城镇登记失业率"),
        ("淘汰落后炼铁产能", "淘汰落后炼铁产能"),
        ("国内生产总值", "国内生产总值"),
        ("初中招生", "初中招生"),
        ("自然岸线率提升至", "自然岸线率"),
        ("人均", "人均"),
        ("企业由两家增加到", "企业"),
        ("甲价格与上年持平、乙价格", "乙价格"),
    ],
)
def test_words_before_a_figure(words: str, label: str):
    assert labels.before(words, OWN) == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("的初中生享受补助", "初中生享受补助"),
        ("农贸市场改造基本完成", "农贸市场改造"),
        ("卫生院全部完成了改造", "卫生院完成改造"),
        ("、总数全省第一", ""),
    ],
)
def test_words_behind_a_figure(words: str, label: str):
    assert labels.behind(words) == label


def test_shared_words_keep_the_noun_alone():
    assert labels.behind("小微企业获得贷款", shared=True) == "小微企业"


def test_join_tells_nothing_twice():
    assert labels.join("重点项目", "项目投资") == "重点项目投资"
    assert labels.join("招生", "小学招生") == "小学招生"


def test_names_of_a_row_share_the_last_head():
    assert labels.split_names("交通、水利、能源投资", 3, "") == ["交通投资", "水利投资", "能源投资"]
    assert labels.split_names("商品房销售面积和销售额", 2, "") == ["商品房销售面积", "商品房销售额"]


def test_a_pair_takes_the_words_of_the_sentence():
    assert labels.split_names("城乡居民收入", 2, "乡村振兴") == ["城镇居民收入", "乡村居民收入"]


def test_finish_leaves_no_clause_mark_nor_half_a_quotation():
    assert labels.finish("开展“先学，活动") == "开展先学活动"
    assert len(labels.finish("甲" * 80)) <= labels.LIMIT


@pytest.mark.parametrize(
    "behind", ["受汛情影响正在加紧推进", "因拆迁影响正在加紧推进", "由于资金制约正在加紧推进"]
)
def test_causes_name_nothing(behind: str):
    assert labels.behind(behind) == "加紧推进"


def test_foreseeing_is_no_part_of_a_name():
    assert labels.finish("学位缺口预计在2026年达到峰值") == "学位缺口峰值"


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("招引北方创新研究院、长河能源基地等项目", "招引项目"),
        ("引进农商银行、平安人寿保险等各种金融机构", "引进金融机构"),
        ("新建和提升离岸贸易监管、信用就医等特色应用场景", "新建和提升特色应用场景"),
        ("学校食堂、镇卫生室、运动场等项目竣工数", "学校食堂、镇卫生室、运动场等项目竣工数"),
        ("东山学院、职业技术学院、电大等三所高校招生", "东山学院、职业技术学院、电大等三所高校招生"),
    ],
)
def test_examples_are_left_out_where_a_kind_is_named(told: str, label: str):
    assert labels.finish(told) == label


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("达标比例经重新核定", "达标比例"),
        ("在校生经复核", "在校生"),
        ("教育系统要新增学位", "教育系统新增学位"),
        ("交通部门要新改建公路", "交通部门新改建公路"),
    ],
)
def test_verbs_of_checking_and_of_duty_are_left_out(told: str, label: str):
    assert labels.finish(told) == label


@pytest.mark.parametrize("text", ["县区达到义务教育优质均衡标准", "基本公共服务均等化试点", "商品房均价"])
def test_each_inside_another_word_stays(text: str):
    assert labels.behind(text) == text


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("教职工辛勤耕耘、默默奉献的结果", "教职工"),
        ("教师的辛勤付出", "教师"),
        ("干部群众共同努力的成果", "干部群众"),
    ],
)
def test_praise_is_no_part_of_a_name(text: str, label: str):
    assert labels.behind(text) == label


@pytest.mark.parametrize("when", ["年底前", "年末前", "月底前"])
def test_the_time_by_which_something_is_done_is_left_out(when: str):
    assert labels.before(f"{when}完工", None) == "完工"


@pytest.mark.parametrize("since", ["去年以来", "今年以来", "近年来"])
def test_a_time_since_when_is_left_out_whole(since: str):
    assert labels.before(f"{since}投入", None) == "投入"
