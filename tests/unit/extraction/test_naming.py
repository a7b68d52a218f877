from __future__ import annotations

import pytest

from tests.unit.extraction.reading import communique, labels, plan, review


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("新增学位6210个。", ["新增学位"]),
        ("14个村党支部获评示范党支部。", ["村党支部获评示范党支部"]),
        ("红星小学等5所学校通过验收。", ["学校通过验收"]),
        ("1.3万户小微企业获得贷款27亿元。", ["小微企业", "小微企业获得贷款"]),
        ("第三产业增加值占生产总值的比重达48%。", ["第三产业增加值占生产总值的比重"]),
        ("粮食总产30万吨，占全省的比重为5%。", ["粮食总产", "粮食总产占全省的比重"]),
        (
            "旅游接待300万人次、总收入20亿元，分别增长4%和5%。",
            ["旅游接待", "旅游总收入", "旅游接待", "旅游总收入"],
        ),
        ("污水处理率、垃圾处理率分别达到85%、75%。", ["污水处理率", "垃圾处理率"]),
        ("培训农村劳动力2万人，转移3万人。", ["培训农村劳动力", "转移农村劳动力"]),
        ("全面启动合作医疗试点，参合率达92%。", ["合作医疗参合率"]),
        ("林业稳步发展。完成产值5亿元。", ["林业产值"]),
        ("工业增加值扭转下降局面，增长6%。", ["工业增加值"]),
        ("生产总值80亿元，其中第一产业10亿元。", ["生产总值", "第一产业增加值"]),
        ("零售总额30亿元，其中城镇20亿元。", ["零售总额", "城镇零售总额"]),
        ("第一产业增加值增长3%，第二产业增长8%。", ["第一产业增加值", "第二产业增加值"]),
        ("新认定示范企业4家、累计15家。", ["新认定示范企业", "示范企业累计"]),
        ("办理12类55件实事。", ["办理实事", "办理实事"]),
        ("财政收入12亿元。生产总值增长9%，达到90亿元。", ["财政收入", "生产总值", "生产总值"]),
        ("新增驰名商标3件、专利授权5件。", ["新增驰名商标", "新增专利授权"]),
        ("今年交通、水利分别完成投资25亿元、8亿元。", ["交通投资", "水利投资"]),
        ("45个重点开发区总产值占全市的比重达84%。", ["重点开发区", "重点开发区总产值占全市的比重"]),
        ("服务外包合同额增长39.7%。", ["服务外包合同额"]),
        ("建好2个国家级、3个省级保护区。", ["建好国家级保护区", "建好省级保护区"]),
        ("强化绩效评价改革，储备项目达到7万个、总投资4亿元。", ["储备项目", "储备项目总投资"]),
        ("有著名商标16件，新增4件。", ["著名商标", "新增著名商标"]),
        ("经营主体新增5万户，达到40万户。", ["经营主体新增", "经营主体"]),
        ("基础养老金提高到每人每月90元。", ["基础养老金"]),
        ("总投资20亿元的15个技改项目开工。", ["技改项目开工总投资", "技改项目开工"]),
        ("发放惠农贷款3000户、2亿元。", ["发放惠农贷款", "发放惠农贷款"]),
        ("蔬菜连续五年增产，总产量6万吨。", ["蔬菜总产量"]),
        ("新认定省级示范社4家，国家级1家。", ["新认定省级示范社", "新认定国家级示范社"]),
        (
            "外资企业、内资企业分别新增6家和3家，累计分别达到60家和30家。",
            ["外资企业新增", "内资企业新增", "外资企业累计", "内资企业累计"],
        ),
        ("税收9亿元，占财政收入的60%，增速达到8%。", ["税收", "税收占财政收入", "税收"]),
        ("到位资金以年均25%的速度递增。", ["到位资金"]),
        ("服务业加快发展，实现增加值9亿元，占GDP比重达40%。", ["服务业增加值", "服务业增加值占GDP比重"]),
        ("在建项目5个，总投资8亿元，累计完成3亿元。", ["在建项目", "在建项目总投资", "在建项目累计投资"]),
        ("新开工安置房80套、基本建成60套。", ["新开工安置房", "基本建成安置房"]),
    ],
)
def test_labels_of_a_review(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_schooling_is_told_once_and_understood_on():
    found = communique(
        "1.小学\n全国共有小学20万所。招生1700万人，比上年增加8万人；在校生9900万人。专任教师600万人。"
    )
    assert labels(found) == ["小学", "小学招生", "小学招生", "小学在校生", "小学专任教师"]


def test_the_heading_says_of_whom_where_the_text_does_not():
    found = communique("2.初中\n招生1500万人。生师比13:1。")
    assert labels(found) == ["初中招生", "初中生师比"]


def test_parts_are_joined_with_their_total():
    found = communique(
        "全国义务教育阶段在校生中随迁子女共1400万人。其中，在小学就读1000万人，在初中就读400万人。"
    )
    assert labels(found)[1:] == ["随迁子女在小学就读", "随迁子女在初中就读"]


def test_a_plan_names_things_as_a_review_does():
    assert labels(plan("力争招录新教师450名以上，新建幼儿园3所。")) == ["招录新教师", "新建幼儿园"]


def test_no_statement_goes_without_a_label():
    for body in ("增长6%。", "约5亿元。", "（3个）。", "达到9%、8%。"):
        assert all(labels(review(body)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("罗田、钟祥2个县市获批示范区。", "县市获批示范区"),
        ("新增东湖、西山2家5A级景区。", "新增5A级景区"),
        ("文化艺术中心、4座立交桥建成投用。", "立交桥建成投用"),
        ("新增东湖、西山等12家5A级景区。", "新增5A级景区"),
        ("教师、学生和家长满意度98%。", "教师、学生和家长满意度"),
        ("以“1家国家实验室、8个大科学装置、42家全国重点实验室”为主体的力量加速形成。", "全国重点实验室"),
        ("制造业增加值增长22%、对工业增长贡献率达到35%。", "制造业增加值对工业增长贡献率"),
        ("经济增长6%左右。", "经济增长"),
        ("新登记市场主体25万户，总量达到118万户。", "市场主体总量"),
        ("制定政府规章9件、修改27件。", "修改政府规章"),
        ("招商引资签约亿元以上项目695个、总金额4.6万亿元。", "亿元以上项目总金额"),
        ("与156家企业共建实训岗位2300个。", "企业共建实训岗位"),
    ],
)
def test_what_stands_before_counts_and_what_only_leads_to_them(body: str, expected: str):
    assert labels(review(body))[-1] == expected


def test_partners_are_counted_apart_from_what_is_done_with_them():
    assert labels(review("与156家企业共建实训岗位2300个。"))[0] == "企业"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("地区生产总值迈上14万亿元新台阶、连续36年居首位。", "地区生产总值"),
        ("特控线达线人数突破3000大关。", "特控线达线人数"),
        ("单位能耗为1.04吨标准煤/万元。", "单位能耗"),
        ("医保覆盖农村5亿人口。", "医保覆盖农村人口"),
    ],
)
def test_what_only_closes_a_value_is_no_part_of_its_label(body: str, expected: str):
    assert labels(review(body))[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("新增国家级示范企业26家、省级148家。", ["新增国家级示范企业", "新增省级示范企业"]),
        ("研发投入占生产总值比重预计达4.2%。", ["研发投入占生产总值比重"]),
        ("新签约项目236个，其中10亿元以上39个。", ["新签约项目", "新签约项目10亿元以上"]),
    ],
)
def test_ranks_shares_and_classes_are_told_shortly(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("6人11次打破8项全国纪录。", ["打破全国纪录"] * 3),
        ("51个在建、新开工重点项目完成投资63亿元。", ["在建、新开工重点项目", "在建、新开工重点项目投资"]),
        ("最偏远的3个教学点每人每月1200元。", ["最偏远教学点", "教学点每人每月"]),
        ("生产总值达到850亿元并向千亿元冲刺。", ["生产总值"]),
    ],
)
def test_words_shared_by_figures_of_one_clause(body: str, expected: list[str]):
    assert labels(review(body)) == expected


def test_schools_run_by_somebody_are_named_by_their_kind():
    found = communique("普通高等学校1071所，其中中央各部委所属学校248所，比上年减少15所。")
    assert labels(found)[1:] == ["普通高等学校中央各部委所属学校"] * 2


def test_a_share_takes_the_name_that_a_bracket_gives_it():
    found = review("城镇人口201万人，占总人口比重（常住人口城镇化率）为63.9%，提高0.8个百分点。")
    assert labels(found)[1:] == ["常住人口城镇化率"] * 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "新增就业3万人。滨江路改造工程竣工，全长12公里，总投资4亿元。",
            ["新增就业", "滨江路改造工程全长", "滨江路改造工程总投资"],
        ),
        (
            "新增床位300张。市人民医院东院区正式启用，占地面积80亩，总投资6亿元。",
            ["新增床位", "市人民医院东院区占地面积", "市人民医院东院区总投资"],
        ),
        ("贫困户户均增收3000元。", ["贫困户户均增收"]),
        ("山区教师月均增收1150元。", ["山区教师月均增收"]),
    ],
)
def test_a_new_subject_takes_the_place_of_the_last(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "制造业、采矿业增加值分别增长12%、13%，占工业比重分别提高到21%、33%。",
            ["制造业增加值占工业比重", "采矿业增加值占工业比重"],
        ),
        ("进口、出口分别增长3%、5%，占全省比重分别为8%、9%。", ["进口占全省比重", "出口占全省比重"]),
        ("外贸企业持续壮大，进口、出口分别占全市的21%、36%。", ["外贸企业进口占全市", "外贸企业出口占全市"]),
        ("一产、二产占比分别为10%、45%。", ["一产占比", "二产占比"]),
    ],
)
def test_shares_told_in_a_row(body: str, expected: list[str]):
    assert labels(review(body))[-2:] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("教育支出占生产总值比例继续超过4%。", ["教育支出占生产总值比例"]),
        ("高技术产业产值占工业比重首次超过50%。", ["高技术产业产值占工业比重"]),
        ("清理规范19项中介服务、22项资格认定。", ["清理规范中介服务", "清理规范资格认定"]),
        ("退出钢铁产能65万吨、煤炭产能29万吨。", ["退出钢铁产能", "退出煤炭产能"]),
    ],
)
def test_words_of_keeping_on_and_deeds_of_clearing(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("个体工商户813户、资金数额3亿元。", "个体工商户资金数额"),
        ("邮政网点90处，业务量3万件。", "邮政网点业务量"),
        ("农贸市场12个，成交量3万吨。", "农贸市场成交量"),
    ],
)
def test_volumes_are_of_what_was_counted_before(body: str, expected: str):
    assert labels(review(body))[-1] == expected
