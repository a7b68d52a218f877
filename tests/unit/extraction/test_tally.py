from decimal import Decimal

import pytest

from orchestration.extraction.tally import Tally, is_pair


def test_sections_are_closed_by_their_scale():
    tally = Tally()
    for step in ([4], 10, [5], 10**8, [2], 1000, 10**4):
        if isinstance(step, list):
            tally.digits += step
        else:
            assert (tally.small if step <= 1000 else tally.myriad)(step)
    assert tally.value() == Decimal(4_520_000_000)


def test_scales_must_fall():
    tally = Tally()
    tally.digits = [5]
    assert tally.small(10)
    assert not tally.small(1000)


def test_a_numeral_behind_a_scale_is_its_tenth():
    tally = Tally()
    tally.digits = [6]
    tally.small(100)
    tally.digits = [2]
    assert tally.value() == 620


@pytest.mark.parametrize(
    ("digits", "pair"), [([3, 4], True), ([3, 5], True), ([4, 3], False), ([0, 1], False), ([7], False)]
)
def test_two_numerals_that_mean_about(digits, pair):
    assert is_pair(digits) is pair
