from __future__ import annotations

import pytest

from orchestration.extraction import rows
from tests.unit.extraction.reading import labels, review


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["引进", "开工化工项目"], ["引进化工项目", "开工化工项目"]),
        (["货物进口", "出口通关时间"], ["货物进口通关时间", "出口通关时间"]),
        (["纺织业", "食品业增加值占工业比重"], ["纺织业增加值占工业比重", "食品业增加值占工业比重"]),
        (["龙头企业", "农业企业个数"], ["龙头企业个数", "农业企业个数"]),
        (["贷款余额", "存款余额"], ["贷款余额", "存款余额"]),
        (["原油加工量", "天然气产量", "发电量"], ["原油加工量", "天然气产量", "发电量"]),
        (["工业增加值", "利润", "税收"], ["工业增加值", "工业利润", "工业税收"]),
        (["中考全科及格率", "优秀率"], ["中考全科及格率", "中考全科优秀率"]),
        (["技术合同登记数", "成交额"], ["技术合同登记数", "技术合同成交额"]),
        (["一产", "二产增加值"], ["一产增加值", "二产增加值"]),
    ],
)
def test_names_share_what_the_last_spells_out(parts: list[str], expected: list[str]):
    assert rows.shared(parts) == expected


def test_quotation_marks_part_names():
    assert rows.parted("“安居房”“周转房”交付率", 2) == ["“安居房”", "“周转房”交付率"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("城乡低保标准提高到700元和500元。", ["城镇低保标准", "农村低保标准"]),
        ("煤炭、石油、天然气产量达到300吨、200吨、100吨。", ["煤炭产量", "石油产量", "天然气产量"]),
        ("“安居房”“周转房”交付率分别达到90%、80%。", ["“安居房”交付率", "“周转房”交付率"]),
    ],
)
def test_rows_of_figures(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、二、三产业投资分别为3亿元、4亿元、5亿元。", ["一产业投资", "二产业投资", "三产业投资"]),
        ("第一、二产业增加值分别增长3%、4%。", ["第一产业增加值", "第二产业增加值"]),
        ("一、二等奖分别为3个、4个。", ["一等奖", "二等奖"]),
        ("一三产业比重分别提高1个、2个百分点。", ["第一产业比重", "第三产业比重"]),
        ("三次产业增加值分别增长3%、4%、5%。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("城镇、农村居民人均纯收入分别增长3%、4%。", ["城镇居民人均纯收入", "农村居民人均纯收入"]),
        ("城镇居民、农村居民人均消费分别增长3%、4%。", ["城镇居民人均消费", "农村居民人均消费"]),
    ],
)
def test_numbered_and_contracted_names(body: str, expected: list[str]):
    assert labels(review(body)) == expected


@pytest.mark.parametrize("told", ["化学需氧量、二氧化硫", "化学需氧量、氨氮", "化学需氧量、烟尘"])
def test_the_demand_for_oxygen_is_a_pollutant_and_no_measure(told: str):
    other = told.split("、")[1]
    assert labels(review(f"{told}排放量分别下降4%、3%。")) == ["化学需氧量排放量", f"{other}排放量"]
