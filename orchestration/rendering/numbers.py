"""Values as a person reads them.

What belongs here: bounds and units as text. What does not: the words of the report itself.
"""

from __future__ import annotations

from decimal import Decimal

from orchestration.extraction.model import Statement
from orchestration.rendering import words

_SPOKEN = ("about", "nearly", "over")  # the others show in the bounds


def number(value: Decimal) -> str:
    """Group the digits of a number; no exponent, no zeros at the end of a fraction."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(statement: Statement) -> str:
    """Write the value as read, in its base unit: ``≥ 450 名``, ``6 – 8 所``, ``近 50%``."""
    low, high = statement.low, statement.high
    if low is None and high is None:
        shown = "?"
    elif low is None or high is None:
        shown = f"≤ {number(high)}" if high is not None else f"≥ {number(low)}" if low is not None else ""
    elif low == high:
        spoken = words.load().qualifiers[statement.qualifier].zh if statement.qualifier in _SPOKEN else ""
        shown = f"{spoken} {number(low)}".strip()
    else:
        shown = f"{number(low)} – {number(high)}"
    glue = "" if statement.unit[:1] in {"%", ":"} else " "
    return f"{shown}{glue}{statement.unit}".strip()


def reading(statement: Statement) -> str:
    """Give the value as read where it says more than the quote does, else nothing."""
    shown = value(statement)
    bare = shown.replace(",", "").replace(" ", "")
    return "" if bare == "".join(statement.quote.split()) else shown
