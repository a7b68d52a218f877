"""Quantities as a reader of any Chinese text takes them, reports or not.

What belongs here: the conventions of :func:`quantities.find`. What does not: those of statements, which rest
on :func:`quantities.scan`. The conventions:

- Bounds are what the words say: 超过80 and 500多亿 have no upper end, 比三十大 has none either.
- A range or bound comes first, then the amounts written in it: 2~3公升 is 2 to 3 升, and 2 升, and 3 升;
  500多亿 is 50000000000 or more, and 50000000000.
- ``从X到Y`` is a range where nothing stands between; a quantity behind 每小时 is one by the hour.
- Units have their common name (``lexicon/common_units.csv``): 个百分点 is %, 公里 is 千米, and rates are
  told with 每: km/h is 千米每小时.
- Half a unit of time is told in the next smaller one (``lexicon/halves.csv``): 一个半小时 is 90 分钟.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from . import lexicon, units
from .amounts import Amount
from .expressions import Found
from .model import Qualifier, Quantity

_HALVES = {row["unit"]: (row["part"], int(row["parts"])) for row in lexicon.table("halves")}
_COMMON = {row["unit"]: row["common"] for row in lexicon.table("common_units")}
_THAN = {row["word"]: cast("Qualifier", row["qualifier"]) for row in lexicon.table("comparisons")}
_WORD = re.compile(" ?(?:还要|还|更|要)? ?(" + "|".join(_THAN) + ")")
_COMPARED = re.compile("比 ?\\Z")
_MOVES = re.compile(" ?[到至] ?")
_PER = re.compile("[/每]")
_FROM = re.compile("[从由自] ?\\Z")
_LONGEST_PER = 4  # characters of the unit behind 每
_NO_COMPARISON = frozenset({"年", "月", "日", "%", "个百分点"})  # 比2020年高


def compared(text: str, folded: str, founds: Sequence[Found]) -> list[Found]:
    """The expressions, 比三十大 made a bound, 从5到9 a range, 每小时3公里 a speed."""
    joined: list[Found] = []
    for bare in founds:
        floor = joined[-1].quantity.end if joined else 0
        found = _per(text, folded, _than(text, folded, bare, floor), floor)
        both = _from_to(text, folded, joined[-1], found) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(found)
    return joined


def told(found: Found) -> Iterator[Quantity]:
    """The quantity by the conventions of this module, then the amounts that are written in it."""
    whole = found.quantity
    bound = _open(whole, found.inner)
    yield _usual(bound)
    if bound is not whole and not found.inner:  # 500多亿
        yield _usual(whole)
    for amount in found.inner:
        if (amount.low, amount.high) != (bound.low, bound.high):
            yield _usual(_part(whole, amount))


def _part(whole: Quantity, amount: Amount) -> Quantity:
    qualifier: Qualifier = "over" if amount.more else "exact" if amount.low == amount.high else "range"
    quote = whole.quote[amount.start - whole.start : amount.end - whole.start]
    return replace(
        whole, start=amount.start, end=amount.end, quote=quote,
        low=amount.low, high=amount.high, qualifier=qualifier,
    )  # fmt: skip


def _open(quantity: Quantity, inner: tuple[Amount, ...]) -> Quantity:
    """超过80 and 大概500多 are so many or more, and nothing says how much more."""
    over = quantity.qualifier == "over" or (quantity.qualifier in ("about", "nearly") and inner[0].more)
    if not over or quantity.low is None:
        return quantity
    if quantity.low < 0:
        return replace(quantity, low=None)
    return replace(quantity, high=None)


def _usual(quantity: Quantity) -> Quantity:
    if "半" in quantity.quote and quantity.unit in _HALVES:
        part, parts = _HALVES[quantity.unit]
        quantity = replace(
            quantity, unit=part, low=_times(quantity.low, parts), high=_times(quantity.high, parts)
        )
    unit = "每".join(_COMMON.get(part, part) for part in _PER.split(quantity.unit))
    return quantity if unit == quantity.unit else replace(quantity, unit=unit)


def _times(bound: Decimal | None, parts: int) -> Decimal | None:
    return None if bound is None else bound * parts


def _than(text: str, folded: str, found: Found, floor: int) -> Found:
    """比三十大, 比 170 低."""
    quantity = found.quantity
    if quantity.qualifier != "exact" or quantity.unit in _NO_COMPARISON or found.ordinal:
        return found
    before = _COMPARED.search(folded, max(floor, quantity.start - 2), quantity.start)
    word = _WORD.match(folded, quantity.end) if before else None
    if not before or not word:
        return found
    qualifier = _THAN[word[1]]
    bounds = (quantity.low, None) if qualifier == "at_least" else (None, quantity.high)
    quote = text[before.start() : word.end()]
    bound = replace(
        quantity, start=before.start(), end=word.end(), quote=quote,
        low=bounds[0], high=bounds[1], qualifier=qualifier,
    )  # fmt: skip
    return replace(found, quantity=bound, inner=(_amount(quantity),))


def _per(text: str, folded: str, found: Found, floor: int) -> Found:
    """每小时3公里, 每秒1米."""
    quantity = found.quantity
    if not quantity.unit or "每" in quantity.unit or found.ordinal:
        return found
    for length in range(1, _LONGEST_PER + 1):
        at = quantity.start - length
        if at > floor and folded[at - 1] == "每":
            unit = units.at(folded, at, spelled=True)
            if unit is None or unit.end != quantity.start:
                return found
            start, name = at - 1, f"{quantity.unit}每{unit.name}"
            grown = replace(quantity, start=start, quote=text[start : quantity.end], unit=name)
            return replace(found, quantity=grown)
    return found


def _from_to(text: str, folded: str, first: Found, second: Found) -> Found | None:
    """从8500到3万元; what says how it moved (从5增加到9) makes none."""
    low, high = first.quantity, second.quantity
    if low.qualifier != "exact" or high.qualifier != "exact" or first.ordinal or second.ordinal:
        return None
    if not _MOVES.fullmatch(folded, low.end, high.start) or (low.unit and low.unit != high.unit):
        return None
    if not _FROM.search(folded, max(0, low.start - 2), low.start) or low.low is None or high.high is None:
        return None
    if low.low >= high.high:
        return None
    both = replace(high, start=low.start, quote=text[low.start : high.end], low=low.low, qualifier="range")
    return Found(both, first.spelled and second.spelled, False, (_amount(low), _amount(high)))


def _amount(quantity: Quantity) -> Amount:
    """A quantity without approximators as the amount it came from."""
    value = quantity.low if quantity.low is not None else Decimal(0)
    return Amount(
        quantity.start, quantity.end, quantity.end, value, value, quantity.unit, (), "",
        False, False, False, False, 1, 1,
    )  # fmt: skip
