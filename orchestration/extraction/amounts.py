"""An amount: the record of a number with its unit, and what can be done with it.

What belongs here: the record, its sign, the lower end of a range. What does not: reading it from a text
(``amount_reader``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal

_DIVISION = Context(prec=15)
_FINE = Decimal("1e-8")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at ``start:end``; ``written`` are the places of its scale and its unit."""

    start: int
    end: int
    number_end: int
    low: Decimal
    high: Decimal
    unit: str
    written: tuple[tuple[int, int], ...]
    dimension: str
    more: bool
    spelled: bool
    bare: bool  # a scale without a numeral (千), a number only after an approximator
    string: bool  # a row of single numerals (二〇二二)
    scale: int
    tail: int
    fraction: bool = False


def plain(start: int, end: int, value: Decimal, spelled: bool = True) -> Amount:
    """A number without a unit."""
    return Amount(start, end, end, value, value, "", (), "", False, spelled, False, False, 1, 1)


def negative(amount: Amount) -> Amount:
    """The amount below zero."""
    return replace(amount, low=-amount.high, high=-amount.low)


def spread(low: Amount, high: Amount) -> Amount:
    """The lower end of a range with the scale that only the upper end carries: 10-15万元, 3至5百."""
    if low.unit or low.scale > 1:
        return low
    factor = high.scale
    if low.low < 10 and low.tail == 1 and high.scale == 1 and high.tail > 10 and high.low % high.tail == 0:
        factor *= high.tail
    if low.low * factor >= high.high > low.low:  # 8500到3万
        return low
    return replace(low, low=low.low * factor, high=low.high * factor)


def divide(above: Decimal, below: Decimal) -> Decimal:
    """The quotient to 15 digits, so that one third ends somewhere."""
    return _DIVISION.divide(above, below)


def rounded(value: Decimal) -> Decimal:
    """The value without the last digits that adding quotients leaves."""
    return _DIVISION.plus(value).quantize(_FINE).normalize(_DIVISION) if value.adjusted() < 6 else value
