from __future__ import annotations

import pytest

from orchestration.scoring.judging import judge, scopes_agree
from orchestration.scoring.labels import LabelJudge
from orchestration.scoring.rules import load
from tests.unit.scoring.samples import GOLD, HOME, PLACES, RISE, TEXT, got


@pytest.mark.parametrize(
    ("want", "have", "agree"),
    [
        ("", "", True),
        ("", "全市", True),
        ("江阴市", "", True),
        ("", "江苏省", False),
        ("江苏省", "", False),
        ("江苏省", "全市", False),
        ("江苏省", "全省", True),
        ("江苏省", "江苏", True),
        ("江苏省", "无锡市", False),
    ],
)
def test_scopes(want: str, have: str, agree: bool) -> None:
    assert scopes_agree(want, have, HOME) is agree


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "target"),
        ("year", 2021),
        ("base_year", 2020),
        ("scope", "全省"),
        ("indicator", "x"),
        ("qualifier", "over"),
    ],
)
def test_each_field_is_judged_alone(field: str, value: object) -> None:
    verdict = judge(RISE, got(RISE, **{field: value}), LabelJudge(GOLD, TEXT, HOME, load()))
    assert [name for name, right in verdict.items() if not right] == [field]


def test_a_change_in_the_other_direction_is_a_wrong_kind() -> None:
    verdict = judge(RISE, got(RISE, low=-0.3, high=-0.3), LabelJudge(GOLD, TEXT, HOME, load()))
    assert not verdict["kind"]


def test_the_base_year_counts_for_changes_alone() -> None:
    verdict = judge(PLACES, got(PLACES, base_year=2000), LabelJudge(GOLD, TEXT, HOME, load()))
    assert verdict["base_year"]
