"""Whether two figures state the same value at the same place.

What belongs here: spans, bounds and units. What does not: the other fields.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.rules import Rules


@dataclass(frozen=True, slots=True)
class Value:
    """Bounds in the base unit; a missing bound is open."""

    low: float | None
    high: float | None
    unit: str

    def magnitude(self) -> Value:
        """Drop the direction of the value: 下降20%以上 and 20%以上 have the same."""
        if self.low is not None and self.high is not None:
            low, high = sorted((abs(self.low), abs(self.high)))
            return Value(low, high, self.unit)
        known = self.low if self.low is not None else self.high
        return Value(None if known is None else abs(known), None, self.unit)


def in_base_unit(figure: Figure, rules: Rules) -> Value:
    """Scales multiplied out and the unit under its one name: (879, 万元) is (8790000, 元)."""
    unit, factor = re.sub(r"\s", "", figure.unit), 1.0
    if unit not in rules.whole_units:
        scale = next((scale for scale in rules.scales if unit.startswith(scale[0])), None)
        if scale is not None:
            unit, factor = unit[len(scale[0]) :], scale[1]
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    return Value(low, high, rules.same_units.get(unit, unit))


def spans_agree(left: Figure, right: Figure, rules: Rules) -> bool:
    """Whether the common part of two spans is a large enough part of their union."""
    common = min(left.end, right.end) - max(left.start, right.start)
    union = max(left.end, right.end) - min(left.start, right.start)
    return common > 0 and common >= rules.tolerance.span_overlap * union


def values_agree(gold: GoldFigure, got: Figure, rules: Rules) -> bool:
    """Whether bounds and unit agree; the direction of a change is judged with its kind, not here."""
    want, have = in_base_unit(gold, rules), in_base_unit(got, rules)
    if gold.kind == "change":
        want, have = want.magnitude(), have.magnitude()
    return (
        _close(want.low, have.low) and _close(want.high, have.high) and _units_agree(gold, want, have, rules)
    )


def _units_agree(gold: GoldFigure, want: Value, have: Value, rules: Rules) -> bool:
    if want.unit == have.unit:
        return True
    if not have.unit and want.unit == rules.people_unit:
        return not rules.people_measure.search(gold.quote)
    loose = {want.unit, have.unit} == rules.rate_units and rules.rate.search(gold.indicator)
    return bool(loose) and gold.kind == "change"


def _close(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-6, abs_tol=1e-9)
