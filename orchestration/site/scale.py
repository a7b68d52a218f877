"""Axes: where ticks lie, and where a value lies between them.

What belongs here: arithmetic. What does not: drawing (``charts``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks from ``ticks[0]`` to ``ticks[-1]`` over a length."""

    ticks: tuple[float, ...]
    length: float

    def at(self, value: float) -> float:
        """Say how far from the low end a value lies, to a tenth."""
        low, high = self.ticks[0], self.ticks[-1]
        return round(self.length * (value - low) / (high - low), 1)


def _step(span: float, wanted: int) -> float:
    raw = span / wanted
    power = float(10 ** math.floor(math.log10(raw)))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if raw <= factor * power * 1.000001)


def axis(values: Sequence[float], length: float, *, wanted: int = 4) -> Axis:
    """Lay round ticks around values; from zero where the values reach near to it anyway."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.35 * high:
        low = 0.0
    if low == high:
        pad = abs(low) * 0.1 or 1.0
        low, high = low - pad, high + pad
    step = _step(high - low, wanted)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Axis(tuple(round(index * step, 10) for index in range(first, last + 1)), length)
