"""Whose figure it is, where it is not the report's own territory or body.

What belongs here: other places, single schools, firms and parks as written. What does not: who the report's own
territory is (``context``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from orchestration.extraction.words import words

ORGANISATION = re.compile(
    r"^(?P<name>[\u4e00-\u9fa5“”（）]{2,16}?(?:中专校|职业技术学院|校区|开发区|高新区|示范园|示范区|经济特区|保税区|试验区|自贸区|新区|集团|公司|银行|一中|二中|中学|实小|大学|口岸|港口|机场))"
    r"(?=[\u4e00-\u9fa5]{2})"
)
COMMON = re.compile(
    r"^(?:全|各|我|本|该|新|市|省|县|国家|普通|职业|高级|初级|重点|农村|城市|城镇|完全|公办|民办|建|建成|实施|推进|支持|对|在|以|从|由|小|大|中|国有|上市|民营|高等|独立|成人|电视|开放|高职|工业|经济|科技|金融|综合|省级|国家级|市级|世界|世行|跨国|股份|有限|子|分|外资|保险|中小|商业|\d)"
)


@lru_cache(maxsize=64)
def wider_pattern(own: Sequence[str]) -> re.Pattern[str]:
    """Words for wider places that are not the report's own."""
    every = [
        w for key in ("nation", "province", "world") for w in words("places", f"wider.{key}") if w not in own
    ]
    names = [name for name in dict.fromkeys(every) if len(name) > 1]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def in_bracket(text: str, own: Sequence[str]) -> str:
    """The wider or other place a bracket begins with (全省30所，无锡市3所), or ``""``."""
    found = re.match(
        r"(全国|全省|全市|世界|全球|[\u4e00-\u9fa5]{2,5}(?:大市|省|市|县)|[\u4e00-\u9fa5]{2,3})(?:[\u4e00-\u9fa5]{0,8}?)?(?:共|有|仅|只|共有)?$",
        text,
    )
    if not found:
        return ""
    name = found.group(1)
    return "" if name in own or not re.search(r"全国|全省|世界|全球|大市|[省市县]$", name) else name


def named_organisation(left: str, own: Sequence[str]) -> str:
    """A school, park or firm whose name opens the words before a figure, or ``""``."""
    if COMMON.match(left):
        return ""
    found = ORGANISATION.match(left)
    if not found:
        return ""
    name = found["name"]
    return "" if name in own or "、" in name else name
