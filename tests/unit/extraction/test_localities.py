from __future__ import annotations

import pytest

from orchestration.extraction import localities
from orchestration.extraction.scopes import subject

COUNTY = ("云川市", "云川", "全市")
PROVINCE = ("云山省", "云山", "全省")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("桐山区新增学位", "桐山区"),
        ("城关镇新建幼儿园", "城关镇"),
        ("南湖街道引进企业", "南湖街道"),
        ("梅溪县达标", "梅溪县"),
        ("韩城市达标", "韩城市"),
        ("东海市临山区选派", "东海市临山区"),
        ("大城市治理", None),
        ("主城区新增学位", None),
        ("深山区脱贫", None),
        ("建成区绿化", None),
        ("地区生产总值", None),
        ("送教下乡", None),
        ("部分街道空余学位", None),
        ("老旧小区改造", None),
        ("长沙新增研发机构\ue000", None),
    ],
)
def test_places_in_the_report_of_a_city(text: str, name: str | None):
    found = localities.locality(text, COUNTY)
    assert (found["name"] if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("长沙新增研发机构\ue000", "长沙"),
        ("临夏州脱贫", "临夏州"),
        ("长沙至赣州高铁\ue000", None),
        ("长沙入选\ue000个试点", None),
        ("长沙加快建设研发中心", None),
        ("桐山区新增学位\ue000", None),
    ],
)
def test_places_in_the_report_of_a_province(text: str, name: str | None):
    found = localities.locality(text, PROVINCE)
    assert (found["name"] if found else None) == name


def test_a_district_is_another_place_only_where_the_own_one_is_known():
    assert localities.locality("桐山区新增学位", ()) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("梅溪县小学缺教师", "梅溪县"),
        ("梅溪县实验小学缺教师", "梅溪县实验小学"),
        ("桐山区山新村等\ue000", None),
        ("北岭港新增泊位", "北岭港"),
        ("沿海港口货物吞吐量", None),
        ("中小港货物吞吐量", ""),
        ("新增万吨级港口泊位", None),
    ],
)
def test_whom_a_clause_names(text: str, name: str | None):
    assert subject(text, COUNTY) == name
