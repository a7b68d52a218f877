from __future__ import annotations

import dataclasses

import pytest

from orchestration.scoring.rules import load
from orchestration.scoring.values import in_base_unit, spans_agree, values_agree
from tests.unit.scoring.samples import CROWD, PLACES, RATE, RISE, got

RULES = load()


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (879, "万元", (8_790_000, "元")),
        (1.2, "万亿元", (1.2e12, "元")),
        (3, "百万千瓦", (3_000_000, "千瓦")),
        (5, "千瓦", (5, "千瓦")),
        (7, "千 米", (7, "千米")),
        (40, "名", (40, "人")),
        (16.3, "∶1", (16.3, ":1")),
    ],
)
def test_scales_are_multiplied_out_and_units_have_one_name(
    value: float, unit: str, base: tuple[float, str]
) -> None:
    result = in_base_unit(got(PLACES, low=value, high=value, unit=unit), RULES)
    assert (result.low, result.unit) == pytest.approx(base)


def test_spans_agree_from_half_of_their_union_on() -> None:
    assert spans_agree(PLACES, got(PLACES, end=PLACES.end + 5), RULES)
    assert not spans_agree(PLACES, got(PLACES, end=PLACES.end + 6), RULES)
    assert not spans_agree(PLACES, RATE, RULES)


def test_the_direction_of_a_change_is_not_part_of_its_value() -> None:
    assert values_agree(RISE, got(RISE, low=-0.3, high=-0.3), RULES)
    assert not values_agree(RATE, got(RATE, low=-99.9, high=-99.9), RULES)


def test_an_open_bound_agrees_only_with_an_open_bound() -> None:
    assert not values_agree(PLACES, got(PLACES, high=None), RULES)
    fall = dataclasses.replace(RISE, low=None, high=-0.3)
    assert values_agree(fall, got(RISE, low=0.3, high=None), RULES)
    assert not values_agree(fall, got(RISE), RULES)


def test_a_change_of_a_rate_may_be_loosely_in_percent() -> None:
    assert values_agree(RISE, got(RISE, unit="%"), RULES)
    assert not values_agree(RATE, got(RATE, unit="个百分点"), RULES)


def test_people_without_a_measure_word_may_have_no_unit() -> None:
    assert values_agree(CROWD, got(CROWD, unit=""), RULES)
    assert not values_agree(PLACES, got(PLACES, unit=""), RULES)
