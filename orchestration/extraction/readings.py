"""How a report uses measure words that elsewhere mean another thing: 11块金牌 is no money.

What belongs here: reading such quantities as reports mean them, and which spelled-out numbers they tabulate.
What does not: the reading of numbers in any text (``quantities``), whose other users keep the common meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from orchestration.extraction.expressions import Found
from orchestration.extraction.model import Quantity
from orchestration.extraction.numerals import NUMERALS

PRICE = re.compile("[价费卖花付赚挣收钱][^，。；、]{0,8}$|每[斤吨本个][^，。；、]{0,4}$")
SPELLED_UNITS = frozenset({"%", "倍", "番", "个百分点"})
SPELLED = re.compile(f"[{NUMERALS}]+")
SPELLED_LEAST = 4  # 一百一十七所; shorter ones are mostly words and names (三十条, 二百五)
MULTIPLES = frozenset({"倍", "番"})
MORE = frozenset({"多", "余"})
BOUND = re.compile("不低于|不少于|不高于|不超过|至少|最多")
BOUND_OF = re.compile(
    "(?:不[得能应]?(?:低于|少于)|(?P<most>不[得能应]?(?:超过|高于|多于)))[\u4e00-\u9fa5]{2,10}的$"
)
HELD = ("高于", "低于")
GOAL_BEHIND = re.compile("的(?:年度|预期|既定|省定|市定|规划|年初|全年)*(?:目标|计划|任务|标准|要求|控制线)")
JOINERS = frozenset({"和", "、", "及", "与"})
TERA = Decimal(10) ** 12


def as_told(found: Found, text: str) -> Found:
    """Give the quantity as a report means it, the same where nothing is ambiguous."""
    quantity = found.quantity
    if (
        quantity.unit in MULTIPLES
        and text[quantity.end : quantity.end + 1] in MORE
        and quantity.qualifier == "exact"
    ):
        return replace(found, quantity=_more(quantity, text))
    if found.spelled:
        return found
    if quantity.unit == "%":
        return replace(found, quantity=_held_goal(_of_bound(quantity, text), text))
    if quantity.unit == "元" and quantity.unit_text.endswith("块"):
        before = text[max(0, quantity.start - 12) : quantity.start]
        return found if PRICE.search(before) else replace(found, quantity=_piece(quantity))
    if quantity.unit == "" and "兆" in quantity.quote:
        return replace(found, quantity=_mega(quantity))
    return found


def _of_bound(quantity: Quantity, text: str) -> Quantity:
    """Give a share with the bound that its whole parts from it (不低于交流总数的20%)."""
    parted = quantity.qualifier == "exact" and text[quantity.start - 1 : quantity.start] == "的"
    bound = BOUND_OF.search(text[max(0, quantity.start - 20) : quantity.start]) if parted else None
    if not bound:
        return quantity
    if bound["most"]:
        return replace(quantity, low=None, qualifier="at_most")
    return replace(quantity, high=None, qualifier="at_least")


def _held_goal(quantity: Quantity, text: str) -> Quantity:
    """Give a goal without the word that something is held against it by (低于78%的预期目标)."""
    if not quantity.quote.startswith(HELD) or not GOAL_BEHIND.match(text, quantity.end):
        return quantity
    start = quantity.start + len(next(word for word in HELD if quantity.quote.startswith(word)))
    value = quantity.low if quantity.low is not None else quantity.high
    quote = text[start : quantity.end]
    return replace(quantity, start=start, quote=quote, low=value, high=value, qualifier="exact")


def _more(quantity: Quantity, text: str) -> Quantity:
    """Give a multiple with the word behind its unit that says it is more (一倍多)."""
    end = quantity.end + 1
    return replace(quantity, end=end, quote=text[quantity.start : end], qualifier="over")


def _piece(quantity: Quantity) -> Quantity:
    return replace(quantity, unit="块")


def _mega(quantity: Quantity) -> Quantity:
    """Bandwidths are told in 兆 alone."""
    low = None if quantity.low is None else quantity.low / TERA
    high = None if quantity.high is None else quantity.high / TERA
    return replace(quantity, low=low, high=high, unit="兆", unit_text="兆")


def tabulated(found: Found) -> bool:
    """Whether a spelled-out number is one that an analyst would put into a table."""
    quantity = found.quantity
    if quantity.unit in SPELLED_UNITS:
        return True
    number = SPELLED.match(quantity.quote)
    return bool(quantity.unit) and number is not None and len(number.group()) >= SPELLED_LEAST


def share_bounds(founds: Sequence[Found], text: str) -> list[Found]:
    """Give the second of two amounts the bound told before the first (不低于740元和485元)."""
    made: list[Found] = []
    for found in founds:
        before = made[-1] if made else None
        made.append(_bounded(found, before, text) if before else found)
    return made


def _bounded(found: Found, before: Found, text: str) -> Found:
    first, second = before.quantity, found.quantity
    fits = first.unit == second.unit and second.qualifier == "exact" and not found.ordinal
    if not fits or not BOUND.match(first.quote) or text[first.end : second.start] not in JOINERS:
        return found
    low = second.low if first.low is not None else None
    high = second.high if first.high is not None else None
    return replace(found, quantity=replace(second, low=low, high=high, qualifier=first.qualifier))
