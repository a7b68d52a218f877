"""Number expressions of a Chinese text: what is written, and what it means.

What belongs here: :func:`find`, :func:`scan` and the rules that join amounts, ranges and approximators into one
expression. What does not: whether a number states a figure (``skipping``, the statement layer).

- ``find(text) -> list[Quantity]``: every number expression in text order, none overlapping. The span covers
  number, unit and the approximators that touch it: ``近50%``, ``6—8所``, ``450名以上``.
- ``scan(text) -> list[Found]``: the same with marks: ``spelled`` (no digit in it: 三项), ``ordinal`` (第十四).

Offsets are code points of the text as given; values are in the base unit with 万 and 亿 multiplied out.
Linear in the length of the text; no text makes it raise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from . import amounts, approximators, spelling
from .amounts import Amount
from .approximators import Approximator
from .characters import fold
from .model import Qualifier, Quantity
from .numerals import NUMERALS


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with marks: ``spelled`` without any digit, ``ordinal`` a rank or place in a row."""

    quantity: Quantity
    spelled: bool
    ordinal: bool


_START = re.compile(rf"[0-9{NUMERALS}几数半]|\.[0-9]")
_DIGITS = re.compile(r"[0-9.,]+")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:T[0-9:Z]+)?|[0-9]+(?:\.[0-9]+){2,}")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?= ?[ap]m)")
_SIGN = re.compile(r"(?:(?:负的?|零下|(?<![0-9A-Za-z一-龥%)\]])[-+]) ?)\Z")
_ORDINAL = re.compile(r"(倒数)?第 ?\Z")
_JOIN = re.compile(r" ?(?:\(含\))? ?(?:-{1,2}|—{1,2}|~|至|到|和|与) ?")
_FROM = frozenset("从由自")
_SIGNED = {"负": -1, "零下": -1, "负的": -1, "-": -1, "+": 1}


def find(text: str) -> list[Quantity]:
    """Every number expression of the text, in order and without overlap."""
    return [found.quantity for found in scan(text)]


def scan(text: str) -> list[Found]:
    """As :func:`find`, with marks that tell spelled-out numbers and ordinals."""
    folded = fold(text)
    masked = _masked(folded)
    found: list[Found] = []
    at = floor = 0
    while match := _START.search(folded, at):
        at = match.start()
        beyond = next((end for start, end in masked if start <= at < end), None)
        if beyond:
            at = floor = beyond
            continue
        hit = _expression(text, folded, at, floor)
        if hit is None:
            at = _past(folded, at)
            continue
        found.append(hit)
        at = floor = hit.quantity.end
    return found


def _masked(folded: str) -> list[tuple[int, int]]:
    spans = [m.span() for m in _URL.finditer(folded)] + [m.span() for m in _CLOCK.finditer(folded)]
    return sorted(spans)


def _past(folded: str, at: int) -> int:
    digits = _DIGITS.match(folded, at)
    return digits.end() if digits else at + 1


def _expression(text: str, folded: str, at: int, floor: int) -> Found | None:
    amount = amounts.read(folded, at)
    if amount is None or _glued(folded, amount):
        return None
    ordinal = _ORDINAL.search(folded, max(floor, at - 4), at)
    if ordinal:
        return _ordinal(text, amount, ordinal)
    start, amount = _signed(folded, amount, floor)
    other = _upper(folded, amount)
    end = other.end if other else amount.end
    before = approximators.before(folded, start, floor)
    if before is None and amount.bare:
        before = approximators.before(folded, start, floor, approximators.BEFORE_SCALE)
    after = approximators.after(folded, end)
    dimension = (other or amount).dimension
    if after is None and dimension.startswith("time"):
        after = approximators.after(folded, end, approximators.AFTER_TIME)
    spelled = amount.spelled and (other is None or other.spelled)
    if spelled and not spelling.is_number(folded, amount, other, start, end, before, after):
        return None
    quantity = _quantity(text, start, end, amount, other, before, after)
    return Found(quantity, spelled, False)


def _glued(folded: str, amount: Amount) -> bool:
    """Whether digits are part of a name in Latin letters (PM2.5, 5G, A4)."""
    if amount.spelled:
        return False
    before = folded[amount.start - 1 : amount.start]
    behind = folded[amount.end : amount.end + 1]
    if before.isascii() and before.isalpha() and not folded.startswith(("RMB", "USD"), amount.start - 3):
        return True
    return not amount.unit and behind.isascii() and behind.isalpha()


def _ordinal(text: str, amount: Amount, mark: re.Match[str]) -> Found:
    value = -amount.low if mark[1] else amount.low
    start, end = mark.start(), amount.number_end
    return Found(Quantity(start, end, text[start:end], value, value, "", "", "exact"), amount.spelled, True)


def _signed(folded: str, amount: Amount, floor: int) -> tuple[int, Amount]:
    sign = _SIGN.search(folded, max(floor, amount.start - 3), amount.start)
    if not sign:
        return amount.start, amount
    if _SIGNED.get(sign[0].strip(), 1) > 0:
        return sign.start(), amount
    return sign.start(), amounts.negative(amount)


def _upper(folded: str, amount: Amount) -> Amount | None:
    """The upper end of a range, where one follows."""
    if amount.more or amount.low != amount.high:
        return None
    join = _JOIN.match(folded, amount.end)
    if not join:
        return None
    word = join[0].strip()
    if word in ("到", "至") and amount.unit and folded[amount.start - 1 : amount.start] in _FROM:
        return None
    upper = amounts.read(folded, join.end()) if _START.match(folded, join.end()) else None
    if upper is None or upper.bare or (amount.unit and upper.unit and amount.unit != upper.unit):
        return None
    if word in ("和", "与") and not folded.startswith(("之间", "间"), upper.end):
        return None
    if amount.unit and not upper.unit and amount.dimension != "share":
        return None
    return upper if amounts.spread(amount, upper).low < upper.high else None


def _quantity(
    text: str, start: int, end: int, amount: Amount, other: Amount | None,
    before: Approximator | None, after: Approximator | None,
) -> Quantity:  # fmt: skip
    low: Decimal | None = amounts.spread(amount, other).low if other else amount.low
    high: Decimal | None = (other or amount).high
    qualifier: Qualifier = "range" if low != high else "over" if amount.more else "exact"
    for word in (before, after):
        if word and (qualifier in ("exact", "over") or word.qualifier in ("at_least", "at_most")):
            qualifier = word.qualifier if low == high or word.qualifier.startswith("at_") else qualifier
    if qualifier == "at_least":
        high = None
    elif qualifier == "at_most":
        low = None
    if before:
        start = before.start
    if after:
        end = after.end
    named = other if other and other.unit else amount
    return Quantity(start, end, text[start:end], low, high, named.unit, named.unit_text, qualifier)
