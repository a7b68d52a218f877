from __future__ import annotations

import pytest

from orchestration.site import numbers


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (92.79, "92.79"),
        (0.1 + 0.2, "0.3"),
        (12_600_000.0, "12,600,000"),
        (-0.0, "0"),
        (1e-9, "0"),
        (8.005e10, "80,050,000,000"),
    ],
)
def test_plain_numbers_have_no_exponent_and_no_noise(value: float, shown: str) -> None:
    assert numbers.plain(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (9999, "9,999"),
        (64_800, "6.48万"),
        (12_600_000, "1,260万"),
        (8.511e9, "85.11亿"),
        (-150e6, "-1.5亿"),
        (6.77e13, "67.7万亿"),
    ],
)
def test_large_numbers_are_counted_in_wan_and_yi(value: float, shown: str) -> None:
    assert numbers.short(value) == shown


def test_changes_have_a_sign() -> None:
    assert numbers.signed(2.9, "个百分点") == "+2.9个百分点"
    assert numbers.signed(-3.126, "%") == "−3.13%"
    assert numbers.signed(0.001, "%") == "±0%"
    assert numbers.signed(None, "%") == ""


def test_a_missing_value_is_empty() -> None:
    assert numbers.with_unit(None, "人") == ""
    assert numbers.with_unit(5, None) == "5"


@pytest.mark.parametrize(
    ("measure", "unit", "shown"),
    [
        ("level", "%", "个百分点"),
        ("change_pct", "元", "个百分点"),
        ("level", "人", "人"),
        ("change_abs", "元", "元"),
        ("level", None, ""),
    ],
)
def test_percentages_lie_points_apart(measure: str, unit: str | None, shown: str) -> None:
    assert numbers.distance_unit(measure, unit) == shown
