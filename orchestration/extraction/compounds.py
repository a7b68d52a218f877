"""Amounts in two units: 五元三角, 六斤八两, 2小时10分钟, and what is said for short: 三成五, 两块二.

What belongs here: adding what follows an amount in a smaller unit. What does not: the first amount
(``amount_reader``). Money and weights stay in the larger unit, times go over to the smaller one, so that the
sum is exact; the parts of times are those of ``lexicon/time_parts.csv``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from . import lexicon, numerals, units
from .amounts import Amount, divide, rounded
from .numerals import DIGITS, NUMERALS, Numeral
from .units import Unit

_KINDS = frozenset({"money", "money_usd", "mass", "length", "degree", "share"})
_CENTS = re.compile("分钱?(?![之别])")
_STARTS = frozenset([*"0123456789", *DIGITS, "十", "拾"])
_TWO = re.compile(f"[一二三四五六七八九]{{2}}(?![{NUMERALS}])")
_SPOKEN = {"米": 2, "块": 2, "度": 1}  # units that digits follow, and how many: 1米75, 38度5
_MOST = 100  # a larger number stands for itself: 5公里 300 ...
_TIME_PARTS = {
    unit: tuple(
        (row["written"], row["part"], int(row["parts"]))
        for row in sorted(lexicon.table("time_parts"), key=lambda row: -len(row["written"]))
        if row["unit"] == unit
    )
    for unit in {row["unit"] for row in lexicon.table("time_parts")}
}


def add(text: str, amount: Amount, unit: Unit) -> Amount:
    """The amount with what follows in smaller units; the same where nothing does."""
    if unit.dimension not in _KINDS and unit.name not in _TIME_PARTS:
        return amount
    two = _TWO.match(text, amount.end) if amount.spelled and unit.dimension in ("money", "length") else None
    if two and _closes(text, two.end()) and units.at(text, two.end()) is None:  # 一米七五
        part = Decimal(10 * DIGITS[two[0][0]] + DIGITS[two[0][1]]) / 100
        return _plus(amount, part * unit.multiplier, two.end())
    at = amount.end + 1 if text[amount.end : amount.end + 1] in ("又", "零") else amount.end
    number = numerals.read(text, at, units.STOPS) if text[at : at + 1] in _STARTS else None
    if number is None or number.low != number.high or number.low >= _MOST or number.string:
        return amount
    if unit.name in _TIME_PARTS:
        return _time(text, amount, number)
    digits = not (number.spelled or amount.spelled)
    return _change(text, amount, unit, number) or (_spoken if digits else _short)(text, amount, unit, number)


def _time(text: str, amount: Amount, number: Numeral) -> Amount:
    """两年零三个月 is 27 months, 2小时10分 is 130 minutes."""
    for written, part, parts in _TIME_PARTS[amount.unit]:
        end = number.end + len(written)
        if amount.low >= _MOST * parts:
            continue
        if text.startswith(written, number.end) and not text.startswith("之", end):
            low, high = amount.low * parts + number.low, amount.high * parts + number.low
            span = (number.end, end)
            grown = replace(amount, low=low, high=high, end=end, unit=part, written=(span,))
            unit = units.at(text, number.end)
            return add(text, grown, replace(unit, name=part, end=end)) if unit else grown
    return amount


def _change(text: str, amount: Amount, unit: Unit, number: Numeral) -> Amount | None:
    cents = _CENTS.match(text, number.end) if unit.dimension == "money" else None
    if cents:
        return _plus(amount, number.low / 100, cents.end())
    smaller = units.at(text, number.end)
    if smaller is None or smaller.dimension != unit.dimension or smaller.factor >= unit.factor:
        return None
    sum_ = _plus(amount, divide(number.low * smaller.factor, unit.factor / unit.multiplier), smaller.end)
    return add(text, sum_, smaller) if unit.dimension == "money" else sum_


def _short(text: str, amount: Amount, unit: Unit, number: Numeral) -> Amount:
    """三成五, 两块零五: one numeral alone is a tenth of the unit, behind 零 a hundredth."""
    alone = number.spelled and number.low < 10 and units.at(text, number.end) is None
    if not (alone and amount.spelled and _closes(text, number.end)):
        return amount
    zero = text[amount.end] in "零〇"
    return _plus(amount, number.low * unit.multiplier / (100 if zero else 10), number.end)


def _spoken(text: str, amount: Amount, unit: Unit, number: Numeral) -> Amount:
    """1米75, 38度5: digits behind the unit are its decimals."""
    digits = text[amount.end : number.end]
    if len(digits) > _SPOKEN.get(text[unit.start : unit.end], 0) or not digits.isdigit() or amount.low % 1:
        return amount
    if units.at(text, number.end) or not _closes(text, number.end):
        return amount
    return _plus(amount, number.low.scaleb(-len(digits)), number.end)


def _plus(amount: Amount, part: Decimal, end: int) -> Amount:
    return replace(amount, low=rounded(amount.low + part), high=rounded(amount.high + part), end=end)


def _closes(text: str, at: int) -> bool:
    """Whether nothing that belongs to a word follows."""
    return at >= len(text) or not ("一" <= text[at] <= "龥") or text[at] in "的了到至左以"
