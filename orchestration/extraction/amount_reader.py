"""One amount: a number with its unit, at a place of a folded text.

What belongs here: number, fractions and percentages in words, ratios, halves. What does not: a second unit
(``compounds``), sign, approximators and ranges (``expressions``), what counts at all (``spelling``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from . import approximators, compounds, lexicon, numerals, units
from .amounts import Amount, divide, plain
from .numerals import Numeral
from .units import Unit

STARTS = frozenset([*"0123456789.", *numerals.NUMERALS, "半"])
_PARTS_OF = re.compile(r" {0,3}分 {0,3}之 {0,3}(负的?)?")
_WHOLE_AND = re.compile(r" ?又 ?")
_SLASH = re.compile(r"/([0-9]{1,4})(?![0-9/.])")
_RATIO = re.compile(r" ?[:比] ?([0-9]{1,4}(?:\.[0-9]+)?)(?![0-9:]|\.[0-9]|[ ]?[ap]m|年|岁|月)")
_MORE = re.compile(r" ?([多余来几])")
_BLANK = re.compile(r" {0,4}")
_HAN = re.compile(r"[一-龥]")
_HALF = Decimal("0.5")
_HALF_UNIT = re.compile(r"个半 ?(?=小时|月|钟|世纪|学期|天|百分点)")
_HALVED = units.TIME | {"length", "mass", "liquid", "land", "area"}
_SEVERAL = re.compile(r"个[多余](?=月|小时|世纪|学期|星期|百分点)")
_HUNDRED_MILLIONS = re.compile(r"个亿(?![元级以吨千万])")
_PEOPLE = re.compile("|".join(sorted(map(re.escape, lexicon.words("people")), key=len, reverse=True)))
_HUNDRED_PERCENT = "百分百"
_BARE = frozenset("百佰千仟万亿兆")


def read(text: str, start: int) -> Amount | None:
    """The amount that opens at ``start`` of a folded text, or None."""
    half = _half(text, start)
    if half:
        return half
    number = numerals.read(text, start, units.STOPS)
    if number is None:
        return None
    amount = _fraction(text, number) or _ratio(text, number) or _with_unit(text, number)
    return None if _is_name(text, number, amount) else amount


def _is_name(text: str, number: Numeral, amount: Amount) -> bool:
    """Whether the letter behind digits is part of a name after all: 8K超高清."""
    if not number.latin or amount.unit or approximators.after(text, amount.end):
        return False
    return _HAN.match(text, amount.end) is not None


def _half(text: str, start: int) -> Amount | None:
    """半小时, 半个月, 半百."""
    if not text.startswith("半", start):
        return None
    if text.startswith("百", start + 1):
        return plain(start, start + 2, Decimal(50))
    unit_at = start + 2 if text.startswith("个", start + 1) else start + 1
    unit = units.at(text, unit_at, spelled=True)
    if unit is None or unit.dimension not in _HALVED:
        return None
    amount = plain(start, start + 1, Decimal("0.5"))
    return replace(
        amount, end=unit.end, unit=unit.name, written=((start + 1, unit.end),), dimension=unit.dimension
    )


def _fraction(text: str, number: Numeral) -> Amount | None:
    """三分之一, 百分之五, 三又三分之一, 1/3."""
    spelled = text[number.start : number.end]
    if text.startswith(_HUNDRED_PERCENT, number.start) and spelled == "百":
        amount = plain(number.start, number.start + 3, Decimal(100))
        return replace(amount, unit="%", written=((number.start, number.start + 2),), dimension="share")
    slash = _SLASH.match(text, number.end)
    if slash and not number.spelled and spelled.isdigit():
        return _slash(text, number, slash)
    whole = _WHOLE_AND.match(text, number.end)
    if whole:
        below = numerals.read(text, whole.end(), units.STOPS)
        part = _parts(text, below) if below else None
        if part and part.fraction and not part.unit:
            sum_ = number.low + part.low
            return replace(_measured(text, part), start=number.start, low=sum_, high=sum_)
    part = _parts(text, number)
    return _measured(text, part) if part else None


def _slash(text: str, number: Numeral, slash: re.Match[str]) -> Amount | None:
    below = Decimal(slash[1])
    if below == 0 or (number.low >= 1000 and len(slash[1]) == 4):
        return None
    value = divide(number.low, below)
    return _measured(text, replace(plain(number.start, slash.end(), value, False), fraction=True))


def _parts(text: str, below: Numeral) -> Amount | None:
    parts = _PARTS_OF.match(text, below.end)
    if not parts:
        return None
    above = numerals.read(text, parts.end(), units.STOPS)
    if above is None or below.low == 0:
        return None
    if parts[1]:
        above = replace(above, low=-above.high, high=-above.low)
    spelled = below.spelled and above.spelled
    bare = all(char in _BARE or char == " " for char in text[below.start : below.end])
    share = Decimal(100) if bare else Decimal(1)
    amount = Amount(
        below.start, above.end, above.end, divide(above.low * share, below.low),
        divide(above.high * share, below.low), "%" if bare else "", (), "share" if bare else "",
        above.more, spelled, False, False, 1, 1, not bare,
    )  # fmt: skip
    of_all = below.start, parts.start() + len(parts[0].rstrip())
    return replace(amount, written=(of_all,)) if bare else amount


def _measured(text: str, amount: Amount) -> Amount:
    """The amount with the unit that follows, where one does."""
    if amount.unit:
        return amount
    unit = units.at(text, amount.end, spelled=True)
    if unit is None:
        return amount
    return replace(
        amount, low=amount.low * unit.multiplier, high=amount.high * unit.multiplier, end=unit.end,
        unit=unit.name, written=((unit.start, unit.end),), dimension=unit.dimension,
    )  # fmt: skip


def _ratio(text: str, number: Numeral) -> Amount | None:
    """17.36:1 and 1:16, no clock times."""
    ratio = _RATIO.match(text, number.end)
    if not ratio or number.spelled or number.more:
        return None
    left, right = number.low, Decimal(ratio[1])
    if 1 not in (left, right) or text[number.start - 1 : number.start] == ":":
        return None
    if len(ratio[1]) == 2 and left == 1 and ratio[1][0] in "0":
        return None
    if left == 1 and right != 1:
        value, unit = right, "1:"
    else:
        value, unit = left, f":{ratio[1]}"
    amount = plain(number.start, ratio.end(), value, False)
    written = (number.start, ratio.start(1)) if unit == "1:" else (number.end, ratio.end())
    return replace(amount, number_end=number.end, unit=unit, written=(written,), dimension="ratio")


def _with_unit(text: str, number: Numeral) -> Amount:
    at, more = number.end, number.more
    follow = _MORE.match(text, at)
    if follow and number.round_ and not more and (follow[1] in "多余" or units.at(text, follow.end())):
        at, more = follow.end(), True
    if number.low == 1 and text.startswith("半", at) and not units.at(text, at + 1):
        return plain(number.start, at + 1, Decimal("0.5"), number.spelled)
    bare = all(char in _BARE for char in text[number.start : number.end])
    amount = Amount(
        number.start, at, at, number.low, number.high, "", (), "", more,
        number.spelled, bare, number.string, number.scale, number.tail,
    )  # fmt: skip
    hundred_millions = _HUNDRED_MILLIONS.match(text, at)
    if hundred_millions:
        amount = _scaled(amount, Decimal(10**8), hundred_millions.end())
    between = _HALF_UNIT.match(text, amount.end) or _SEVERAL.match(text, amount.end)
    if between and "半" in between[0]:
        amount = replace(amount, low=amount.low + _HALF, high=amount.high + _HALF, end=between.end())
    elif between:
        amount = replace(amount, more=True, end=between.end())
    blank = _BLANK.match(text, amount.end)
    unit_at = blank.end() if blank else amount.end
    unit = units.at(text, unit_at, number.spelled)
    if unit is None and text.startswith("大", unit_at):
        unit = units.at(text, unit_at + 1, number.spelled)
        unit = unit if unit and unit.end - unit.start > 1 and unit.dimension == "count" else None
    if unit:
        return _take_unit(text, number, amount, unit)
    return replace(amount, unit="人", dimension="people") if _PEOPLE.match(text, amount.end) else amount


def _takes_half(text: str, unit: Unit, end: int) -> bool:
    """Whether a 半 that ends at ``end`` is half a unit: 三斤半, 三成半, 两个半; not of 三个半岛."""
    if unit.dimension == "share":
        return unit.multiplier > 1 and unit.name != text[unit.start : unit.end]
    return unit.dimension not in ("count", "people") or not _HAN.match(text, end)


def _scaled(amount: Amount, factor: Decimal, end: int) -> Amount:
    return replace(amount, low=amount.low * factor, high=amount.high * factor, end=end, number_end=end)


def _take_unit(text: str, number: Numeral, amount: Amount, unit: Unit) -> Amount:
    whole = unit.dimension == "share" and amount.low > 10  # 75折 is already a percentage
    times = Decimal(1) if whole else unit.multiplier
    low, high, end = amount.low * times, amount.high * times, unit.end
    written = (_scale(text, number), (unit.start, unit.end))
    if text.startswith("半", end) and _takes_half(text, unit, end + 1):
        low, high, end = low + _HALF * times, high + _HALF * times, end + 1
    amount = Amount(
        amount.start, end, amount.number_end, low, high, unit.name, written, unit.dimension,
        amount.more, amount.spelled, amount.bare, amount.string, amount.scale, amount.tail,
    )  # fmt: skip
    return compounds.add(text, amount, unit)


def _scale(text: str, number: Numeral) -> tuple[int, int]:
    """Where the scale at the end of a number stands, so that 879万元 is written in 万元."""
    end = number.end
    while number.more and end > number.start + 1 and text[end - 1] in "多余来几 ":
        end -= 1
    at = end
    scales = numerals.MYRIADS if number.spelled else numerals.ALL_SCALES
    while at > number.start + 1 and text[at - 1] in scales:
        at -= 1
    return at, end
