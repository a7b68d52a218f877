"""Number expressions of a Chinese text: what is written, and what it means.

What belongs here: :func:`find` and :func:`scan`, and what can only be told from two expressions side by side.
What does not: one expression (``expressions``), whether a number states a figure (``skipping``, the engine).

- ``scan(text) -> list[Found]``: every number expression in text order, none overlapping, as statements want
  it. The span covers number, unit and the approximators that touch it: ``近50%``, ``6—8所``, ``450名以上``.
  Marks: ``spelled`` (no digit in it: 三项), ``ordinal`` (第十四, unit 位次 where it is a rank).
- ``find(text) -> list[Quantity]``: the same for a reader of any text, by the conventions of ``general``;
  short forms of everyday speech are understood too (``colloquial``), and behind a range or bound (2~3升,
  至少5元) come the amounts in it (2升, 3升; 5元).

Offsets are code points of the text as given; values are in the base unit with 万 and 亿 multiplied out.
Linear in the length of the text; no text makes it raise.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from . import colloquial, expressions, general
from .characters import fold
from .expressions import Found
from .model import Quantity
from .numerals import NUMERALS

__all__ = ["Found", "find", "scan"]

_START = re.compile(rf"[0-9{NUMERALS}几数半]|\.[0-9]")
_NO_NUMBER = re.compile(
    r"(?=[ 0-9hw〇○零一二三四五六七八九])(?:"  # how they may open: most places are passed by at once
    r"(?:https?://|www\.)[!-~]+"  # addresses
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?"  # points of time
    r"|(?<![0-9.])[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:T[0-9:Z.]+)?(?![0-9])"  # dates
    r"|(?<![0-9.:])[0-9]{1,2}:[0-9]{2}(?= ?[ap]m)"  # times of the day
    r"|[〇○零一二三四五六七八九]{4}年"  # years spelled out
    r"|(?<![0-9])[0-9]++(?:\.[0-9]++){2,}"  # versions and section numbers
    r"|(?:(?<=\n)|\A) {0,4}[0-9]{1,2}\.(?=20[0-9]{2}年))"  # a list number before a year
)
_DIGITS = re.compile(r"[0-9.,]+")
_AND = re.compile(r" ?[,，、]? ?(?:并且|而且|并|且|但|而|同时)? ?")
_LIST = re.compile(r" ?(?:、|和|与|及|以及) ?")
_MOVED = re.compile(r" ?[一-龥]{0,4}?(?:到|至|为) ?")
_FROM = re.compile(r"[由从自][^，。；、0-9]{0,12}$")
_SHORT_OF = {"个": "个百分点"}  # 2.2个和3.7个百分点


def find(text: str) -> list[Quantity]:
    """Every number expression of the text in order, a range or bound before the amounts in it."""
    full = colloquial.spell_out(text)
    founds = general.compared(full.text, full.folded, scan(full.text))
    found = (quantity for hit in _between(full.text, full.folded, founds) for quantity in general.told(hit))
    return [
        replace(quantity, start=start, end=end, quote=text[start:end])
        for quantity in found
        for start, end in [full.span(quantity.start, quantity.end)]
        if start < end
    ]


def scan(text: str) -> list[Found]:
    """As :func:`find`, with marks that tell spelled-out numbers and ordinals."""
    folded = fold(text)
    masks = iter([*(match.span() for match in _NO_NUMBER.finditer(folded)), (len(folded), len(folded))])
    mask = next(masks)
    found: list[Found] = []
    at = floor = 0
    while match := _START.search(folded, at):
        at = match.start()
        while mask[1] <= at < len(folded):
            mask = next(masks)
        if mask[0] <= at:
            at = floor = mask[1]
            continue
        hit = expressions.read(text, folded, at, floor)
        if hit is None:
            at = _past(folded, at)
            continue
        found.append(hit)
        at = floor = hit.quantity.end
    return _share_units(folded, _between(text, folded, found))


def _past(folded: str, at: int) -> int:
    digits = _DIGITS.match(folded, at)
    return digits.end() if digits else at + 1


def _between(text: str, folded: str, found: list[Found]) -> list[Found]:
    """Two bounds side by side made one range: 5%以上10%以下, 大于100并且小于300."""
    joined: list[Found] = []
    for hit in found:
        last = joined[-1].quantity if joined else None
        bounds = _bounds(last, hit.quantity) if last else None
        if last and bounds and _AND.fullmatch(folded, last.end, hit.quantity.start):
            span = text[last.start : hit.quantity.end]
            unit = hit.quantity if hit.quantity.unit else last
            both = Quantity(last.start, hit.quantity.end, span, *bounds, unit.unit, unit.unit_text, "range")
            inner = joined[-1].inner + hit.inner
            joined[-1] = Found(both, joined[-1].spelled and hit.spelled, False, inner)
        else:
            joined.append(hit)
    return joined


def _bounds(left: Quantity, right: Quantity) -> tuple[Decimal, Decimal] | None:
    if {left.qualifier, right.qualifier} != {"at_least", "at_most"}:
        return None
    if left.unit and right.unit and left.unit != right.unit:
        return None
    low, high = (left.low, right.high) if left.qualifier == "at_least" else (right.low, left.high)
    return (low, high) if low is not None and high is not None and low < high else None


def _share_units(folded: str, found: list[Found]) -> list[Found]:
    """Numbers of a list or movement take the unit that only the last one carries: 由18.2缩小到10.7个点."""
    for place in range(len(found) - 2, -1, -1):
        this, following = found[place], found[place + 1].quantity
        if this.spelled or this.ordinal or not following.unit or found[place + 1].ordinal:
            continue
        short = _SHORT_OF.get(this.quantity.unit) == following.unit
        if (this.quantity.unit and not short) or _opens_line(folded, this.quantity):
            continue
        listed = following.qualifier == "exact" and _LIST.fullmatch(
            folded, this.quantity.end, following.start
        )
        if listed or (not short and _moves(folded, this.quantity, following)):
            found[place] = replace(this, quantity=replace(this.quantity, unit=following.unit))
    return found


def _moves(folded: str, first: Quantity, second: Quantity) -> bool:
    """Whether both numbers are the ends of one movement, in a unit without scale."""
    plain = second.unit_text == second.unit
    between = plain and _MOVED.fullmatch(folded, first.end, second.start)
    return bool(between and _FROM.search(folded[max(0, first.start - 14) : first.start]))


def _opens_line(folded: str, quantity: Quantity) -> bool:
    return folded[max(0, quantity.start - 2) : quantity.start].strip(" ") in ("", "\n")
