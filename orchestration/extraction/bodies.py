"""Single bodies by names that are short, stand beside others of their sort, or stand before a bracket.

What belongs here: telling that words name one school, hospital or firm where ``scopes`` wants a whole name.
What does not: how long it holds (``others``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from orchestration.extraction.compact import MARK
from orchestration.extraction.localities import is_district
from orchestration.extraction.words import either, words

GENERIC = re.compile(
    "^(?:教育|办学|幼教|医疗|企业|骨干|龙头|名校|优质|紧密型|城乡|公办|民办|市级|省级|国家级|新兴|大型)+(?:集团|公司|银行|学校)$"
)
GENERIC_SCHOOL = re.compile(
    "(?:乡镇|街镇|街道|乡|镇|村|中心|完全|九年|十二年|一贯制|寄宿制|教学点|标准化|小规模|窗口|品牌)+(?:小学|中学|学校|高中|幼儿园)"
)
HAN = "[\u4e00-\u9fa5]"
NUMBER = "第?(?:二?十[一二三四五六七八九]?|[一二三四五六七八九])"
KINDS = words("bodies", "short.kinds")
SHORT = f"{NUMBER}[{''.join(KINDS)}]"
NOT_SHORT = "|".join(f"(?<={kind}){either('bodies', f'short.none.{kind}')}" for kind in KINDS)
LONG = f"第{NUMBER.removeprefix('第?')}{either('bodies', 'short.whole')}"
NUMBERED = re.compile(
    rf"(?P<name>(?P<of>{HAN}{{0,5}}?)(?:{LONG}|{SHORT}))(?!{NOT_SHORT})(?P<group>教育集团)?(?P<listed>、)?"
)
ROW = re.compile(rf"(?P<name>(?P<of>{HAN}{{1,5}}?){SHORT}(?:、{SHORT})+)(?=的|均|都|两)")
NO_NUMBER = re.compile(f"{either('bodies', 'short.no_number')}$")
FOLLOWED = re.compile(f"{MARK}|{either('bodies', 'short.followed')}")
CENTRE = re.compile("(?:县城|城关镇?|城区|[省市县区州镇乡]|实验|高新|开发区)?")
NO_NAME = re.compile(f"^{either('bodies', 'short.no_first')}|{either('places', 'bodies.no_body')}")
ONE_KIND = rf"(?P<of>{HAN}{{0,4}}?){either('bodies', 'one.kinds')})(?P<listed>、)?(?![和及等级类群])"
ONE = re.compile(rf"(?P<name>[市县区州]{ONE_KIND}")
ONE_OF = re.compile(rf"(?P<name>[市县区州]?{ONE_KIND}")
ALONE = re.compile(rf"(?P<name>{either('bodies', 'one.alone')})(?![、和及等级类群]|{HAN}{{0,3}}等)")
PORTS = either("bodies", "ports.kinds")
PORT = re.compile(
    rf"(?P<name>(?P<of>{HAN}{{2,6}}?){PORTS})(?!口|{PORTS})"
    rf"(?=[^，、]{{0,9}}{either('bodies', 'ports.counted')})"
)
PORT_END = re.compile(f"{PORTS}$")
NO_PORT = re.compile(f"{either('bodies', 'ports.none')}|{either('bodies', 'short.no_first')}")
WHOLE = re.compile("[全我本各]")
NOT_ONE = re.compile(either("bodies", "one.none"))
BESIDE = {
    "schools": re.compile(rf"{HAN}{{0,6}}?(?:{either('bodies', 'beside.schools')}|{SHORT})"),
    "firms": re.compile(rf"{HAN}{{0,6}}?{either('bodies', 'beside.firms')}"),
}
SORTS = {
    "schools": re.compile(f"(?:{either('places', 'bodies.schools')}|{SHORT})$"),
    "firms": re.compile(f"(?:{either('places', 'bodies.firms', 'bodies.known')}|局|厂|矿|项目)$"),
}
AGAINST = f"{either('bodies', 'compared.against')}了?"
RANKED = (
    "(?:全[省市县区])?(?:排名?|位居|位列)?"
    f"(?:第[一二三](?:名|位)?的?|最[好高优]的|{either('bodies', 'compared.near')}的?)?"
)
OTHERS = rf"(?P<name>{HAN}{{1,8}}?{either('bodies', 'compared.kinds')}|{HAN}{{0,4}}?{SHORT})"
COMPARED = re.compile(rf"{AGAINST}(?:{HAN}{{2,12}}[、和及与])?{RANKED}{OTHERS}(?:的|相比|相较)?$")
LEVEL_OF = re.compile(rf"^{AGAINST}{RANKED}{OTHERS}(?P<of>的?)$")
DIFFERS = re.compile("[低高少多差]")
NOT_COMPARED = re.compile(either("bodies", "compared.none"))
DESCRIBES = re.compile(f"(?:一期|二期|预计|届时)?{either('bodies', 'described.attributes')}")
SIZE = re.compile(f"(?:设|共|可?新增|可?提供)?{MARK}个?(?:教学)?班")
WORKS = re.compile(f"{either('bodies', 'described.works')}*$")

BUILDS = re.compile(either("bodies", "described.deeds"))
DEED = re.compile(rf"^(?:加快|全面|正式|顺利|重点|继续|高标准|如期|年内)*(?:{either('labels', 'deed')}了?)*")
BEFORE_BRACKET = re.compile(
    rf"^(?P<name>(?P<of>{HAN}{{1,8}}?){either('places', 'bodies.schools', 'bodies.parks', 'bodies.firms')})$"
)


def of_kind(name: str) -> bool:
    """Whether a name says a kind of bodies (中心小学), not one of them."""
    return bool(GENERIC.match(name) or GENERIC_SCHOOL.fullmatch(name))


def known_by_number(text: str) -> str | None:
    """Give the school that opens ``text`` by its number (县城三小, 二中), ``None`` where there is none.

    ``""`` where several are told one after another, each with what is behind it.
    """
    row = ROW.match(text)
    if row and not NO_NAME.search(row["of"]):
        return row["name"]
    found = NUMBERED.match(text)
    if not found or NO_NUMBER.search(found["of"]):
        return None
    if not CENTRE.fullmatch(found["of"]) and NO_NAME.search(found["of"]):
        return None
    if not found["of"] and not (found["listed"] or FOLLOWED.match(text, found.end("name"))):
        return None
    return "" if found["listed"] else found["name"] + (found["group"] or "")


def only_one(text: str, own: Sequence[str] = ()) -> str | None:
    """Give the body that opens ``text`` and is the only one of its county or city (区职业中专), or ``None``.

    ``own``: names of the report's territory, which make one of them out as well (云川民族中学).
    """
    alone = ALONE.match(text)
    if alone:
        return alone["name"]
    place = next((name for name in own if text.startswith(name)), "") if text.startswith(tuple(own)) else ""
    found = ONE_OF.match(text, len(place)) if place and not WHOLE.match(place) else ONE.match(text)
    if not found or NOT_ONE.search(found["of"]):
        return None
    return "" if found["listed"] else text[: found.end("name")]


def port(text: str) -> str | None:
    """Give the port or lock that opens ``text``, told by what it handles; ``""`` for a kind of ports."""
    found = PORT.match(text)
    return ("" if NO_PORT.match(found["name"]) else found["name"]) if found else None


def is_port(name: str) -> bool:
    """Whether a name that was found is that of a port or lock."""
    return bool(PORT_END.search(name))


@lru_cache(maxsize=512)
def sort_of(name: str) -> str:
    """Give ``schools`` or ``firms`` for the name of a body, ``""`` for one of neither."""
    return next((sort for sort, ends in SORTS.items() if ends.search(name)), "")


def beside(said: str, name: str) -> str:
    """Give ``said`` where beside the body ``name`` it names another one of its sort alone, else ``""``."""
    sort = sort_of(name) if said and name else ""
    return said if sort and BESIDE[sort].fullmatch(said) else ""


def held_against(host: str) -> str:
    """Give the body or place that a bracket's level is told of for comparison (低于东风小学（92分）)."""
    found = COMPARED.search(host)
    return found["name"] if found and _comparable(found["name"]) else ""


def level_of(left: str, right: str) -> str:
    """Give the body or place whose level a figure is, with no bracket (不及柳林区的410个, 较柳林县98%低)."""
    found = LEVEL_OF.match(left)
    told = found and (found["of"] or DIFFERS.match(right))
    return found["name"] if found and told and _comparable(found["name"]) else ""


def _comparable(name: str) -> bool:
    """Whether a level may be held against a body or place of that name: it is one, not a sort."""
    if name.endswith("区") and not name.endswith("学区"):
        return is_district(name)
    return not NOT_COMPARED.search(name)


def describes(clause: str) -> bool:
    """Whether a clause tells of a building or site (占地38亩), so that it is of the body named before."""
    return bool(DESCRIBES.match(clause) or SIZE.match(clause))


def is_title(sentence: str, name: str) -> bool:
    """Whether a sentence is but the title of what is built of a body (民族中学迁建项目。)."""
    rest = sentence.rstrip("。：").removeprefix(name)
    return rest != sentence and not without_works(rest)


def before_bracket(host: str) -> str:
    """Give the body or its building that the words before a bracket end with, ``""`` where there is none."""
    words = without_works(without_deed(host))
    if words and words in {known_by_number(f"{words}有"), only_one(words)}:
        return words
    found = BEFORE_BRACKET.search(words)
    if not found or len(found["of"]) == 1 or NO_NAME.search(found["of"]):
        return ""
    return "" if of_kind(found["name"]) else found["name"]


def without_deed(said: str) -> str:
    """Give words without the deed that they open with (新建望江小学)."""
    return DEED.sub("", said)


def is_built(said: str) -> bool:
    """Whether words open with a deed by which something is built, so that the next may describe it."""
    return bool(BUILDS.match(said))


def without_works(said: str) -> str:
    """Give words without what is built of a body at their end (望江小学迁建工程)."""
    return WORKS.sub("", said)
