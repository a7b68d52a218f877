"""Whether numerals spelled out are a number: 三千二百 is, the 一 of 统一 is not.

What belongs here: the choice for expressions without any digit. What does not: their value. Words that hold a
numeral and state no number are those of ``lexicon/idioms.txt``.
"""

from __future__ import annotations

import re

from . import approximators, lexicon
from .amounts import Amount
from .characters import fold
from .numerals import NUMERALS

_HAN = re.compile(r"[一-龥]")
_BEFORE_PLAIN = frozenset("是为等于")
_AFTER_PLAIN = frozenset("这那不而却")
_COUNTED = re.compile(r"[一两二三四五六七八九十]个[\"“]?\Z")  # 三个百分之百: a slogan, no share
_SINGLE = frozenset(NUMERALS)
_SCALES = frozenset("十百千万亿")
_JOINT = "(?:加上?|减去?|乘以?|除以|和|与|跟|或者?|得)"  # between two numbers: 三加五得八
_BEHIND_OTHER = re.compile(f"[{NUMERALS}]{_JOINT}\\Z")
_BEFORE_OTHER = re.compile(f"{_JOINT}[{NUMERALS}]|等于")
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟弌幺")  # in prose these are other words: 陆地, 退伍, 收拾

_DOUBLED = re.compile('(?<![“"‘])翻(?:了|超|近|约|过|超过)*\\Z')


def _index() -> dict[str, tuple[tuple[str, int], ...]]:
    """Idioms by the pair of characters that holds their numeral: pair -> (idiom, offset of the pair)."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word in map(fold, lexicon.words("idioms")):
        for at in range(len(word) - 1):
            if word[at] in _SINGLE or word[at + 1] in _SINGLE or word[at] in "几数半":
                found.setdefault(word[at : at + 2], []).append((word, at))
    return {pair: tuple(group) for pair, group in found.items()}


IDIOMS = _index()


def in_idiom(text: str, start: int, end: int, measured: bool = False) -> bool:
    """Whether a word that states no number covers the first numeral or the last of ``start:end``.

    ``measured`` says that a unit follows the number.
    """
    return any(
        text.startswith(word, at - offset) and not _of_number(text, at - offset, start, measured)
        for at in {start - 1, start, end - 1, end - 2}
        if at >= 0
        for word, offset in IDIOMS.get(text[at : at + 2], ())
        if at >= offset
    )


def _of_number(text: str, opens: int, start: int, measured: bool) -> bool:
    """Whether the numeral of a word belongs to the number after all: 三十大, 五百家, 每周三次."""
    if opens < start:
        return measured and text.startswith("每周", opens - 1)
    return opens > start and text[opens] in _SCALES and text[opens - 1] in _SINGLE


def is_number(text: str, amount: Amount, span: tuple[int, int], ranged: bool, vague: bool) -> bool:
    """Whether the spelled-out expression at ``span`` of the folded text is a number at all.

    ``ranged`` says that a second amount belongs to it, ``vague`` that an approximator touches it.
    """
    start, end = span
    number = text[amount.start : amount.number_end].replace(" ", "")
    if not (text[:start].strip() or text[end:].strip()) and not (amount.bare and len(set(number)) == 1):
        return True
    if amount.fraction or amount.dimension == "share":
        return not _COUNTED.search(text[max(0, start - 3) : start])
    if amount.bare:
        closes = not _HAN.match(text, end) or approximators.after(text, end) is not None
        alone = closes and not in_idiom(text, amount.start, amount.number_end)
        return vague and bool(amount.unit or amount.more or alone)
    doubled = amount.unit == "番" and bool(_DOUBLED.search(text, max(0, start - 4), start))
    if doubled or _is_date(text, amount):
        return doubled
    if in_idiom(text, amount.start, amount.number_end, bool(amount.unit)) and not _is_height(text, amount):
        return False
    return ranged or _is_plain(text, amount, number, vague, span)


def _is_plain(text: str, amount: Amount, number: str, vague: bool, span: tuple[int, int]) -> bool:
    """Whether numerals that are no part of a known word are a number."""
    if len(number) == 1 and number in _FORMAL:
        return False
    if len(number) == 1 and not amount.unit:
        return vague or _stands_alone(text, *span)
    if number == "一" and amount.dimension in ("count", "people"):  # mostly an article: 一个, 一项
        return vague
    if amount.string and not amount.unit:
        return len(number) > 2 and _stands_alone(text, *span)
    return True


def _stands_alone(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1 : start], text[end : end + 1]
    plain_left = (
        not left
        or left in _BEFORE_PLAIN
        or not _HAN.match(left)
        or _BEHIND_OTHER.search(text, max(0, start - 4), start)
    )
    plain_right = (
        not right or right in _AFTER_PLAIN or not _HAN.match(right) or _BEFORE_OTHER.match(text, end)
    )
    return bool(plain_left and plain_right)


def _is_height(text: str, amount: Amount) -> bool:
    """身高一米八, 高三十米: no first or third grade (高一, 高三)."""
    longer = amount.number_end - amount.start > 1 or text[amount.end - 1] in _SINGLE
    return longer and amount.dimension == "length" and text[amount.start - 1] == "高"


def _is_date(text: str, amount: Amount) -> bool:
    """Whether it is a day or month of the calendar: 七月, 四日."""
    last, last_but_one = text[amount.end - 1], text[amount.end - 2]
    return amount.unit in ("月", "日") and last == amount.unit and last_but_one != "个"
