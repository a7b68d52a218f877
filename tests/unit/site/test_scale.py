from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from orchestration.site.scale import axis

numbers = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 3))


@given(st.lists(numbers, min_size=1, max_size=20))
def test_every_value_lies_between_the_ticks(values: list[float]) -> None:
    spread = max(values) - min(values)
    assume(spread == 0 or spread > 1e-6 * max(map(abs, values)))
    made = axis(values, 240)
    assert made.ticks[0] <= min(values) + 1e-6 * spread
    assert max(values) - 1e-6 * spread <= made.ticks[-1]
    assert 2 <= len(made.ticks) <= 8
    assert all(-0.1 <= made.at(value) <= 240.1 for value in values)


def test_ticks_are_round_and_begin_at_zero_where_it_is_near() -> None:
    assert axis([68.7, 93.7], 240).ticks == (60, 70, 80, 90, 100)
    assert axis([1, 9], 240).ticks[0] == 0
    assert axis([100, 100], 240).ticks[0] < 100 < axis([100, 100], 240).ticks[-1]
