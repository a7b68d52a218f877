"""One whole expression: an amount or a range of two, its sign, and the approximators that touch it.

What belongs here: joining what stands beside an amount into one quantity. What does not: the amount itself
(``amount_reader``), which expressions of a text count (``quantities``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from . import amount_reader, amounts, approximators, lexicon, spelling, units
from .amounts import Amount
from .approximators import Approximator
from .characters import fold
from .model import Qualifier, Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with marks: ``spelled`` without any digit, ``ordinal`` a rank or place in a row.

    ``inner`` are the amounts that a range or bound is made of, in text order; empty for an amount alone.
    """

    quantity: Quantity
    spelled: bool
    ordinal: bool
    inner: tuple[Amount, ...] = ()


_MINUS_SIGN = r"(?:(?<=[为是达到至从由值率温氏的于])|(?<![0-9A-Za-z%)\]+\-一-龥]))[-+]"
_NEGATIVE = r"(?:(?<![一-龥])|(?<=[为是达到至从由值率温氏于]))负的?"  # not the 负 of 减负
_SIGN = re.compile(rf"(?:摄氏|华氏)? ?(?:{_NEGATIVE}|零下|{_MINUS_SIGN}) ?(?:摄氏|华氏)?\Z|(?:摄氏|华氏) ?\Z")
_BELOW = re.compile("负|零下|-")
_ORDINAL = re.compile(r"(倒数)?第 ?\Z")
_LETTER_WORDS = lexicon.words("letter_words")
_LETTERS = ("G", "T")
_BANDWIDTH = re.compile("(?:带宽|速率|网速)[^，。；、]{0,8}\\Z")
_RANK = re.compile(r" ?(?:[位名]|[^一-龥0-9A-Za-z]|\Z)")
_JOIN = re.compile(r" ?(?:\(含\))? ?(?:-{1,2}|—{1,2}|~|至|到|和|与|跟) ?")
_BELOW_AGAIN = re.compile("零下|负的?|-(?<=[到至~]-)")
_MINUS = re.compile(" +-")  # 2.6 -22.5: two columns of a table
_TENTHS = 10  # more of them are a percentage already: 75折
_FROM = frozenset("从由自")
_SIGNS = {fold(row["sign"]): row["unit"] for row in lexicon.table("currency_signs")}
_CURRENCY = re.compile("(?:" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + r") ?\Z")
_SIGN_AHEAD = re.compile("(" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + ") ?")
_LONGEST_SIGN = max(map(len, _SIGNS)) + 1


def read(text: str, folded: str, at: int, floor: int) -> Found | None:
    """The expression whose number opens at ``at``; nothing before ``floor`` belongs to it.

    ``folded`` is the text with variants of characters made one (:func:`characters.fold`), of equal length.
    """
    amount = _in_letters(folded, amount_reader.read(folded, at))
    if amount is None or _glued(folded, amount, floor):
        return None
    ordinal = _ORDINAL.search(folded, max(floor, at - 4), at)
    if ordinal:
        return _ordinal(text, folded, amount, ordinal)
    start, amount = _signed(folded, amount, floor)
    amount = _in_currency(folded, amount, start, floor)
    upper = _upper(folded, amount)
    end = (upper or amount).end
    before = _before(folded, amount, start, floor)
    after = _after(folded, upper or amount)
    spelled = amount.spelled and (upper is None or upper.spelled)
    vague = before is not None or after is not None
    if spelled and not spelling.is_number(folded, amount, (start, end), upper is not None, vague):
        return None
    low = _lower(folded, amount, upper) if upper else amount
    quantity = _quantity(text, (start, end), (low, upper or amount), before, after)
    inner = _inner(low, upper, start) if upper or vague else ()
    return Found(quantity, spelled, False, inner)


def _lower(folded: str, amount: Amount, upper: Amount) -> Amount:
    """The lower end with what only the upper one says: its scale, and how much its unit is (两到三成)."""
    low = amounts.spread(amount, upper)
    unit = units.at(folded, upper.number_end) if upper.unit and not amount.unit else None
    if unit is None or unit.multiplier == 1 or amount.low > _TENTHS:
        return low
    return replace(low, low=low.low * unit.multiplier, high=low.high * unit.multiplier)


def _inner(low: Amount, upper: Amount | None, start: int) -> tuple[Amount, ...]:
    lower = low if low.start == start else replace(low, start=start)
    return (lower, upper) if upper else (lower,)


def _in_letters(folded: str, amount: Amount | None) -> Amount | None:
    """The amount with the letter behind it that counts bandwidth (1.7万G) and else ends a name (5G)."""
    if amount is None or amount.unit or amount.spelled or folded[amount.end : amount.end + 1] not in _LETTERS:
        return amount
    after = folded[amount.end + 1 : amount.end + 2]
    scaled = folded[amount.end - 1] in "万亿"
    told = scaled or _BANDWIDTH.search(folded, max(0, amount.start - 14), amount.start)
    if not told or not folded[amount.end : amount.end + 1] or (after.isascii() and after.isalnum()):
        return amount
    return replace(amount, end=amount.end + 1, unit=folded[amount.end], dimension="bandwidth")


def _glued(folded: str, amount: Amount, floor: int) -> bool:
    """Whether digits are part of a name in Latin letters (PM2.5, 5G, A4)."""
    if amount.spelled:
        return False
    before = folded[amount.start - 1 : amount.start] if amount.start else ""
    if before.isascii() and before.isalpha():
        if amount.unit and folded.endswith(_LETTER_WORDS, 0, amount.start):
            return False
        return not _CURRENCY.search(folded, max(floor, amount.start - _LONGEST_SIGN), amount.start)
    behind = folded[amount.end : amount.end + 1]
    return not amount.unit and behind.isascii() and behind.isalpha()


def _ordinal(text: str, folded: str, amount: Amount, mark: re.Match[str]) -> Found:
    value = -amount.low if mark[1] else amount.low
    start, end = mark.start(), amount.number_end
    unit = "位次" if _RANK.match(folded, end) else ""
    return Found(Quantity(start, end, text[start:end], value, value, unit, "", "exact"), amount.spelled, True)


def _signed(folded: str, amount: Amount, floor: int) -> tuple[int, Amount]:
    sign = _SIGN.search(folded, max(floor, amount.start - 6), amount.start)
    if not sign:
        return amount.start, amount
    if _BELOW.search(sign[0]):
        amount = amounts.negative(amount)
    if amount.unit == "度" and "氏" in sign[0]:
        amount = replace(amount, unit="华氏度" if "华" in sign[0] else "摄氏度", dimension="temperature")
    return sign.end() - len(sign[0].lstrip()), amount


def _in_currency(folded: str, amount: Amount, start: int, floor: int) -> Amount:
    """The amount with the currency that stands before it (人民币3.2亿, ¥500)."""
    if amount.unit not in ("", "元"):
        return amount
    sign = _CURRENCY.search(folded, max(floor, start - _LONGEST_SIGN), start)
    return replace(amount, unit=_SIGNS[sign[0].strip()], dimension="money") if sign else amount


def _upper(folded: str, amount: Amount) -> Amount | None:
    """The upper end of a range, where one follows."""
    if amount.more or amount.low != amount.high:
        return None
    join = _JOIN.match(folded, amount.end)
    if not join or _MINUS.fullmatch(join[0]):
        return None
    below = _BELOW_AGAIN.match(folded, join.end()) if amount.low < 0 else None
    at = below.end() if below else join.end()
    sign = _SIGN_AHEAD.match(folded, at) if amount.dimension == "money" else None
    if sign and _SIGNS[sign[1]] == amount.unit:  # ¥5-¥10
        at = sign.end()
    upper = amount_reader.read(folded, at) if folded[at : at + 1] in amount_reader.STARTS else None
    if upper is None or upper.bare or (amount.unit and upper.unit and amount.unit != upper.unit):
        return None
    before_number = amount.dimension == "share" or amount.end == amount.number_end  # ¥5-10
    if amount.unit and not upper.unit and not before_number:
        return None
    if below:
        upper = replace(amounts.negative(upper), start=below.start())
    if not _joins(folded, amount, upper, join[0].strip()):
        return None
    return upper if amounts.spread(amount, upper).low < upper.high else None


def _joins(folded: str, amount: Amount, upper: Amount, word: str) -> bool:
    """Whether the word makes a range: a rise (从20%到30%) and a list (3和5) are none."""
    if word in ("和", "与", "跟"):
        between = folded.startswith(("之间", "间"), upper.end)
        return between or folded.endswith("介于", 0, amount.start)
    if word in ("到", "至") and amount.unit:
        return folded[amount.start - 1 : amount.start] not in _FROM or amount.start == 0
    return True


def _before(folded: str, amount: Amount, start: int, floor: int) -> Approximator | None:
    found = approximators.before(folded, start, floor)
    if found is None and amount.bare:
        found = approximators.before(folded, start, floor, approximators.BEFORE_SCALE)
    return found


def _after(folded: str, last: Amount) -> Approximator | None:
    found = approximators.after(folded, last.end)
    if found is None and last.dimension in units.TIME:
        found = approximators.after(folded, last.end, approximators.AFTER_TIME)
    return found


def _quantity(
    text: str,
    span: tuple[int, int],
    ends: tuple[Amount, Amount],
    before: Approximator | None,
    after: Approximator | None,
) -> Quantity:
    low: Decimal | None = ends[0].low
    high: Decimal | None = ends[1].high
    qualifier = _qualifier(low != high, ends[0].more, before, after)
    start = before.start if before else span[0]
    end = after.end if after else span[1]
    if qualifier == "at_least":
        high = None
    elif qualifier == "at_most":
        low = None
    named = ends[1] if ends[1].unit else ends[0]
    unit_text = "".join(text[first:last] for first, last in named.written)
    return Quantity(start, end, text[start:end], low, high, named.unit, unit_text, qualifier)


def _qualifier(
    is_range: bool, more: bool, before: Approximator | None, after: Approximator | None
) -> Qualifier:
    """Bounds (以上, 不超过) win over ranges, ranges over 近 and 左右, words before over words after."""
    said = [word.qualifier for word in (before, after) if word]
    bounds = [word for word in said if word in ("at_least", "at_most")]
    if bounds:
        return bounds[0]
    if is_range:
        return "range"
    return next(iter(said), "over" if more else "exact")
