from __future__ import annotations

import pytest

from orchestration.extraction import bodies
from orchestration.extraction.scopes import subject

OWN = ("云川县", "云川", "全县")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县城五小征地30亩", "县城五小"),
        ("县二幼在园幼儿", "县二幼"),
        ("城关三中在校生", "城关三中"),
        ("四中本科上线", "四中"),
        ("县城一小、四小的班额", "县城一小、四小"),
        ("三中、四中本科上线", ""),
        ("三中全会以来", None),
        ("一小时通勤圈", None),
        ("二高新技术", None),
        ("县二高新校区", None),
        ("县二中新校区", "县二中"),
        ("五小企业整治", None),
        ("统一中标", None),
        ("二中要加把劲", None),
    ],
)
def test_schools_known_by_their_number(text: str, name: str | None):
    assert bodies.known_by_number(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区职业高中新增专业", "区职业高中"),
        ("市机电技师学院一家", "市机电技师学院"),
        ("云川民族中学总投资", "云川民族中学"),
        ("市属技师学院招生", None),
        ("职业高中招生", None),
    ],
)
def test_bodies_of_which_a_county_has_one(text: str, name: str | None):
    assert bodies.only_one(text, OWN) == name


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("职高", "县一中", "职高"),
        ("五中", "县一中", "五中"),
        ("热电厂", "炼化公司", "热电厂"),
        ("职高", "", ""),
        ("职高", "炼化公司", ""),
        ("初中", "县一中", ""),
    ],
)
def test_a_kind_alone_is_a_body_beside_another(words: str, name: str, expected: str):
    assert bodies.beside(words, name) == expected


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("新建柳林小学", "柳林小学"),
        ("加快推进柳林中学迁建工程", "柳林中学"),
        ("新建九年一贯制学校", ""),
        ("新增学位", ""),
    ],
)
def test_the_body_before_a_bracket(host: str, name: str):
    assert bodies.before_bracket(host) == name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("比第一名柳林学区", "柳林学区"),
        ("低于柳林小学", "柳林小学"),
        ("高于普通高中", ""),
        ("获评省级示范学校", ""),
    ],
)
def test_bodies_that_a_level_is_held_against(host: str, name: str):
    assert bodies.held_against(host) == name


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("全县最偏的杉木教学点只有", "杉木教学点"),
        ("最远的柳林小学教师补贴", "柳林小学"),
        ("最大的教学点有", None),
        ("另有教学点", None),
        ("县二中彭某、林某等\ue000", "县二中"),
        ("县二中、县三中等\ue000", ""),
        ("县二中东校区等\ue000", ""),
        ("初三中考及格率", None),
    ],
)
def test_whom_a_clause_names(clause: str, name: str | None):
    assert subject(clause, OWN) == name
