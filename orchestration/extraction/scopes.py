"""Whose figure it is, where it is not the report's own territory or body.

What belongs here: other places, single schools, firms and parks as written. What does not: who the
report's own territory is (``context``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.extraction.words import either

ORGANISATION = re.compile(
    r"^(?P<name>[\u4e00-\u9fa5]{2,16}?(?:中专校|职业技术学院|校区|开发区|高新区|示范园|示范区|经济特区|保税区|试验区|自贸区|新区|集团|公司|银行|一中|二中|中学|实小|大学|口岸|港口|机场))"
    r"(?=[\u4e00-\u9fa5]{2})"
)


COMMON = re.compile(
    "^(?:全|各|我|本|该|新建|新设|市[^区]|省|县|国家|普通|职业|高级|初级|重点|农村|城市|城镇|完全|公办|民办|建成|实施|推进|支持|对|在|以|从|由|"
    "国有|上市|民营|高等|独立|成人|电视|开放|高职|工业|经济|科技|金融|综合|世界|跨国|股份|有限|外资|保险|中小|商业|举办|农商|累计|共|推动|引进|组建|依托|加快|"
    "义务教育|部省|中央|地方|高新|国家级|各级|大型|通过)"
)
DEED = re.compile(either("labels", "deed"))
NO_NAME = re.compile("[全我本各该两是的在为和与到了级增新以城强大点]")
BRACKET = re.compile(
    r"(?P<place>全国|全省|全市|全州|世界|全球|(?P<name>[\u4e00-\u9fa5]{2,4}?)(?:大市|省|市|县|州)?)(?P<rest>[\u4e00-\u9fa5“”]{0,12}?)(?:共|有|仅|只|共有)?$"
)
WIDER = frozenset({"全国", "全省", "世界", "全球", "全市", "全州"})
MEAN = re.compile("^(?:的)?(?:平均水平|平均值|平均|均值)")
BESIDE = re.compile(
    r"^(?:而|且|但|人家|同期|同期的|其中)?(?:邻[县市省区州])?"
    r"(?P<place>全国|全省|全市|全州|世界|全球|国家|省里|省|[\u4e00-\u9fa5]{2,4}?[省市县州]|(?<=邻区)[\u4e00-\u9fa5]{2,4}?区)"
    r"(?:的)?(?P<norm>平均水平|平均值|平均|标准|要求)?(?:已经?|则|就|也|都|却)?(?:为|是|达到?|在|有)?$"
)
KNOWN_PLACE = re.compile(
    r"(?<![\u4e00-\u9fa5])([\u4e00-\u9fa5]{2,3})(?=[省市县州])|([\u4e00-\u9fa5]{2})(?=[省市县州])"
)


def known_places(text: str) -> frozenset[str]:
    """Names that the text writes with 省, 市, 县 or 州 more than once, without that word."""
    counts: dict[str, int] = {}
    for found in KNOWN_PLACE.finditer(text):
        name = found.group(1) or found.group(2)
        counts[name] = counts.get(name, 0) + 1
    return frozenset(name for name, count in counts.items() if count > 1 and not NO_NAME.search(name))


def in_bracket(text: str, own: Sequence[str], places: frozenset[str]) -> tuple[str, str]:
    """Give the other place a bracket's figure begins with (全省30所，无锡市3所) and the words behind it."""
    found = BRACKET.match(text)
    if not found:
        return "", ""
    place, name = found["place"], found["name"]
    unknown = place in {"全市", "全州"} and not any(word.startswith("全") for word in own)
    if unknown or place in own or (place not in WIDER and (name in own or name not in places)):
        return "", ""
    return place, MEAN.sub("", found["rest"])


def beside(left: str, own: Sequence[str]) -> tuple[str, str]:
    """Give the other place of which a figure is told for comparison (而邻县云山县已达30%), and 标准 or 要求.

    ``left`` is all that stands before the figure in its clause; ``("", "")`` where it says more than a place.
    """
    found = BESIDE.match(left)
    if not found or not own:
        return "", ""
    place = found["place"]
    if place in own or place[:-1] in own or (place not in WIDER and len(place) > 2 and NO_NAME.search(place)):
        return "", ""
    norm = found["norm"] or ""
    return place.removesuffix("里"), norm if norm in {"标准", "要求"} else ""


def named_organisation(left: str, own: Sequence[str]) -> str:
    """Give a school, park or firm whose name opens the words before a figure, or ``""``."""
    if COMMON.match(left) or DEED.match(left):
        return ""
    found = ORGANISATION.match(left)
    if not found:
        return ""
    name = found["name"]
    return "" if name in own or "、" in name else name
