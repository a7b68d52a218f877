from __future__ import annotations

import pytest

from orchestration.extraction import scopes

OWN = ("云川市", "云川", "全市")
PLACES = scopes.known_places("北山市与南河市。北山市、南河市。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省", ("全省", "")),
        ("北山市", ("北山市", "")),
        ("北山共", ("北山", "")),
        ("全市首次引进", ("", "")),
        ("学前教育", ("", "")),
    ],
)
def test_places_in_brackets(text: str, expected: tuple[str, str]):
    assert scopes.in_bracket(text, OWN, PLACES) == expected


@pytest.mark.parametrize(
    ("left", "name"),
    [
        ("东风职业技术学院本科上线率达", "东风职业技术学院"),
        ("全市职业学校招生", ""),
        ("新增上市公司", ""),
        ("城镇登记失业率", ""),
    ],
)
def test_single_bodies(left: str, name: str):
    assert scopes.named_organisation(left, OWN) == name
