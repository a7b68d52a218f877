"""Whose figure it is, where it is not the report's own territory or body.

What belongs here: other places, single schools, firms and parks as written. What does not: who the
report's own territory is (``context``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.extraction import bodies as single
from orchestration.extraction import localities
from orchestration.extraction.compact import MARK
from orchestration.extraction.words import either, words

ORGANISATION = re.compile(
    r"^(?P<name>[\u4e00-\u9fa5]{2,16}?(?:中专校|职业技术学院|校区|开发区|高新区|示范园|示范区|经济特区|保税区|试验区|自贸区|新区|集团|公司|银行|一中|二中|中学|实小|大学|口岸|港口|机场|科学城|科技城|港(?=(?:外贸|完成)?(?:货物|集装箱|吞吐))))"
    r"(?!化)(?=[\u4e00-\u9fa5]{2})"
)


COMMON = re.compile(
    "^(?:占|被|继续|抓好|比|较|与|同|超|高于|低于|全|各|我|本|该|预计|新建|新设|市[^区]|省|县|国家|普通|职业|高级|初级|重点|农村|城市|城镇|完全|公办|民办|建成|实施|推进|支持|对|在|以|从|由|"
    "国有|上市|民营|高等|独立|成人|电视|开放|高职|工业|经济|科技|金融|综合|世界|跨国|股份|有限|外资|保险|中小|商业|举办|农商|累计|共|推动|引进|组建|依托|加快|"
    "义务教育|部省|中央|地方|高新|国家级|各级|大型|通过)"
)
NO_NAME_OF = re.compile(either("places", "bodies.no_name"))
DID = re.compile("[\u4e00-\u9fa5]{2}了")
DEED = re.compile(either("labels", "deed"))
NO_NAME = re.compile("[全我本各该两是的在为和与到了级增新以城强大点]")
BRACKET = re.compile(
    r"(?P<place>全国|全省|全市|全州|世界|全球|(?P<name>[\u4e00-\u9fa5]{2,4}?)(?:大市|省|市|县|州)?)(?P<rest>[\u4e00-\u9fa5“”]{0,12}?)(?:共|有|仅|只|共有)?$"
)
WIDER = frozenset(
    {"全国", "全省", "世界", "全球", "全市", "全州", "省会城市", "沿海地区", "发达地区", "周边地区"}
)
MEAN = re.compile("^(?:的)?(?:平均水平|平均值|平均|均值)")
BESIDE = re.compile(
    r"^(?P<lead>(?:而|且|但|人家|同期|同期的)*(?:(?:邻|先进|兄弟)[县市省区州])?)(?:其中)?"
    r"(?P<place>全国|全省|全市|全州|世界|全球|国家|省里|省|[\u4e00-\u9fa5]{2,4}?[省市县州]|[\u4e00-\u9fa5]{2}区|(?<=邻区)[\u4e00-\u9fa5]{2,4}?区)"
    r"(?:的)?(?P<norm>平均水平|平均值|平均|标准|要求)?(?:一共|总共|共)?(?:已经?|则|就|也|都|却|才|仅|只|不过)?"
    r"(?:为|是|达到?|在|有)?$"
)
OTHER = (
    "(?P<place>全国|全省|全市|全州|全县|世界|全球|国家|省会城市|沿海地区|发达地区|周边地区|省"
    "|(?:(?![于全比过较与和同略均])[\u4e00-\u9fa5]){2,4}?[省市县州])"
)
AGAINST = "(?:高于|低于|优于|好于|快于|多于|少于|超过|超出|高出|高过|低过|不及|仅次于|次于|落后于?|领先于?)"
HELD = re.compile(
    rf"^(?P<head>[\u4e00-\u9fa5]{{0,12}}?)(?:明显|略|稍|均|都|远|大幅|还|仍|已)*(?:{AGAINST}了?|[与同和比较]){OTHER}(?:的)?(?:同期|平均)?(?:水平)?$"
)
NORM = re.compile("^的?(?:平均)?(?:水平|标准|均值|平均数)(?:相比|持平|差距.{0,4}|还有.{0,6})?$")
HOST = re.compile(
    rf"(?:^|{AGAINST}|[比较与同和、])了?(?:邻近|周边|毗邻|相邻|同类|周围)?的?(?:(?:邻|先进|兄弟)[省市县州])?{OTHER}(?:的)?(?:同期)?(?P<mean>平均水平|平均值|平均数|平均|均值|水平)?$"
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
    part = place not in WIDER and not found["lead"] and localities.is_part(place, own)
    no_district = place.endswith("区") and not localities.is_name(place, own)
    if part or no_district or not _elsewhere(place, own):
        return "", ""
    norm = found["norm"] or ""
    return place.removesuffix("里"), norm if norm in {"标准", "要求"} else ""


def held_against(left: str, right: str, own: Sequence[str]) -> tuple[str, str]:
    """Give the other place whose level a figure is (小学高于全省16.8∶1的水平) and the words that open it."""
    plain = single.level_of(left, right)
    if plain and plain not in own:
        return plain, ""
    found = HELD.match(left) if NORM.match(right) else None
    return (found["place"], found["head"]) if found and _elsewhere(found["place"], own) else ("", "")


def in_remark(host: str, own: Sequence[str]) -> str:
    """Give the other place or body before a bracket with its level (高于全省平均水平（97.7%）)."""
    found = HOST.search(host)
    if not found or not _elsewhere(found["place"], own):
        body = single.held_against(host)
        return "" if body in own else body
    return found["place"] if found["mean"] or found.start("place") > found.start() else ""


def before_remark(host: str) -> str:
    """Give what stands before the place of such a bracket (入学率低于全省（97%）)."""
    found = HOST.search(host)
    return host[: found.start()] if found else ""


def _elsewhere(place: str, own: Sequence[str]) -> bool:
    """Whether words name a place that is not the report's own."""
    if not own or place in own or place[:-1] in own:
        return False
    if place in WIDER or len(place) < SHORTEST or not NO_NAME.search(place):
        return True
    return localities.is_district(place)


def named_organisation(left: str, own: Sequence[str]) -> str:
    """Give a school, park or firm whose name opens the words before a figure, or ``""``."""
    left = LED_BY.sub("", left)
    if COMMON.match(left) or DEED.match(left):
        return ""
    found = ORGANISATION.match(left)
    if not found or found["name"].removesuffix("港") in own:
        return ""
    name = found["name"]
    common = "、" in name or single.GENERIC.match(name) or NO_NAME_OF.search(name)
    if common or name in own:
        return ""
    whole = subject(left, own)  # the same name, if longer
    return whole if whole and whole.startswith(name) else name


SINGLE = re.compile(
    "[省市县区](?=第[一二三四五六七八九十]|[一二三四五六七八九]中|职|实验|人民医院|中心医院|妇幼)"
)
BODY = re.compile(
    rf"^(?P<name>(?:{SINGLE.pattern})?(?:第[一二三四五六七八九十]{{1,2}})?[\u4e00-\u9fa5]{{0,8}}?"
    rf"(?P<kind>{either('places', 'bodies.schools', 'bodies.parks', 'bodies.firms', 'bodies.single')}))"
    r"(?P<listed>、)?"
    rf"(?![和及等）（生化型级类群内外以任]|与(?!{MARK})|[\u4e00-\u9fa5]{{0,3}}等|教育|教师|学生|校长|管理|建设|覆盖[率面比]|普及|占(?!地)|数|比例|总数|(?<![省市县区]职业中专)(?<![省市县区]职业高中)(?<!学院)(?<!大学)招生|(?<=大学)录取(?!新生)|(?<=中)学(?!生))"
)
SHORTEST = 3
NO_BODY = re.compile(either("places", "bodies.no_body"))
CORE = re.compile(
    "^(?P<name>市区|城区|县城|主城区|中心城区|市本级|[两二三四五六七八九]县)(?=共?有|拥有|现有|设有)"
)
ALONE = re.compile(
    f"^(?P<name>{either('places', 'bodies.only', 'bodies.known')})"
    f"(?={MARK}|(?:[19一二三四五六七八九十]+年|累计|全年|共|有|完成|实现|形成|建成|引进|新增|出资|投入|获|入驻|晋升|实施|油气|原油|产量|产值|产能|营收|营业|利润|销量|销售|整车))"
)
LASTING = re.compile(
    f"(?:{either('places', 'bodies.parks', 'bodies.known')}|{either('bodies', 'lasting.firms')})$"
)
LASTING_WORDS = (
    *words("places", "bodies.parks"),
    *words("places", "bodies.known"),
    *words("bodies", "lasting.firms"),
)
KINDS = (
    *(words("places", f"bodies.{kind}") for kind in ("schools", "parks", "firms", "single", "only", "known")),
    *(
        words("bodies", kind)
        for kind in ("short.kinds", "short.whole", "one.kinds", "one.alone", "ports.kinds")
    ),
)
KIND_ENDS = re.compile(f"[市县区州镇乡道{''.join({word[-1] for kind in KINDS for word in kind})}]")
REACH = 26  # characters in which the name that opens a clause ends
OF_AUTHORITY = re.compile(either("bodies", "lasting.of_authority"))
PARK = re.compile(f"{either('places', 'bodies.parks')}$")
FREE_ZONE = re.compile("(?!全|建|推|该|各|中国|海南)[\u4e00-\u9fa5]{2,3}自贸(?:试验)?区")
LED_BY = re.compile(
    r"^(?:[—－]+|(?:新|扩|改|迁|改扩)建成?的|新(?:开办|投用|启用)的|[一二三四五六七八九十]{1,2}是|其中|含(?!山)|包括|尤其是|特别是|例如|比如|力争|确保|争取|仅仅|仅|单单|光|同时|目前|而|但|去年|今年|(?:19|20)[0-9]{2}年|年内|当年)+"
)
FARTHEST = re.compile("(?:离县城|离城区?|全[县市区])?最[远偏小大老高早低多少好差]{1,2}的")
ONE_OF_ALL = re.compile(
    rf"(?P<name>[\u4e00-\u9fa5]{{2,6}}?(?P<kind>{either('places', 'bodies.schools', 'bodies.single')}))"
    r"(?P<listed>、)?(?!学)"
)
OWN_WHOLE = re.compile("[全我本各][国省市县区州校]")
BUILT = re.compile(
    "(?:完工|竣工|开工|动工|揭牌|挂牌|获批|达产|投产|建成|投用|(?:加快|推进|启动|开工)建设|启动)$"
)
AMONG = re.compile(f"[^，、{MARK[1:-1]}]{{2,12}}等{MARK}")
SCHOOL = re.compile(f"{either('places', 'bodies.schools')}[\u4e00-\u9fa5]{{2,4}}$")
PERSON = re.compile("(?!.*[校园县市区镇村司厂院])[\u4e00-\u9fa5]{2,4}")
AND_OTHERS = re.compile(f"等{MARK}")


def subject(clause: str, own: Sequence[str], *, bodies: bool = True) -> str | None:
    """Give the single school, park, firm or place whose figures a clause goes on to tell.

    ``""`` where it opens with the report's own territory or with a list, ``None`` where it names nobody.
    ``clause`` is compact; only a name at its head counts. ``bodies``: single bodies and places count, not
    only the parts of the territory (市区有, 四县有).
    """
    text = LED_BY.sub("", clause)
    if OWN_WHOLE.match(text) and not FARTHEST.match(text):
        return ""
    may_name = KIND_ENDS.search(text, 0, REACH) or localities.of_province(own)
    named = _body(text, own, bodies=bodies) if may_name and not DEED.match(text) else None
    return "" if named is None and text.startswith(tuple(own)) else named


def _body(text: str, own: Sequence[str], *, bodies: bool) -> str | None:
    """Give the body or place that opens ``text``, ``""`` where it is the report's own or one of a list."""
    alone = ALONE.match(text) if bodies else None
    if alone:
        return "" if any(name.endswith(alone["name"]) for name in own) else alone["name"]
    core = CORE.match(text)
    if core or not bodies:
        return core["name"] if core else None
    short = single.known_by_number(text)
    short = single.only_one(text, own) if short is None else short
    short = single.port(text) if short is None else short
    if short is not None and short.removesuffix("港") not in own:
        return "" if _lists(text) or AMONG.match(text) else short
    named = _named(text, own)
    if named and named["name"] not in own:
        return "" if named["listed"] else named["name"]
    return None


def _named(text: str, own: Sequence[str]) -> re.Match[str] | None:
    """Give the body or place whose whole name opens ``text``; after 最远的 it is one whatever follows."""
    farthest = FARTHEST.match(text)
    if farthest:
        rest = text[farthest.end() :]
        return _proper(ONE_OF_ALL.match(rest)) or localities.locality(rest, own)
    bare = text[1:] if SINGLE.match(text) else text
    if COMMON.match(bare) or _lists(text):
        return None
    body, place = _proper(BODY.match(text)), localities.locality(text, own)
    if body and place and localities.of_its_schools(body["name"], place["name"]):
        body = None
    return body or (None if place and AMONG.match(text) else place)


def of_row(name: str, own: Sequence[str]) -> str:
    """Give the single body that opens one of several names told for a row of figures, or ``""``."""
    return subject(name, own) or ""


def _lists(text: str) -> bool:
    """Whether names are listed before a figure (甲校某人、乙校某人等9人): it is of none of them alone.

    Persons of one school (甲校某人、某人等15名队员) are of that school.
    """
    others = AND_OTHERS.search(text)
    names = text[: others.start()].split("、") if others else []
    return len(names) > 1 and not (SCHOOL.search(names[0]) and all(PERSON.fullmatch(n) for n in names[1:]))


def may_last(text: str) -> bool:
    """Whether a text may name a park or firm at all."""
    return any(word in text for word in LASTING_WORDS)


def lasts(name: str) -> bool:
    """Whether a body stays the subject of sentences that open with a deed: a park or a firm."""
    return bool(LASTING.search(name))


def is_park(name: str) -> bool:
    """Whether a body is a park: named in passing, it does not become the subject of a paragraph."""
    return bool(PARK.search(name))


def goes_on(clause: str) -> bool:
    """Whether a clause opens with a deed that a park or firm does, so that it names no new subject."""
    return bool(DEED.match(clause) or DID.match(clause)) and not OF_AUTHORITY.match(clause)


def is_part_of_territory(words: str) -> bool:
    """Whether words name a part of the report's own territory (主城区, 市本级)."""
    return bool(CORE.match(f"{words}有"))


def _proper(found: re.Match[str] | None) -> re.Match[str] | None:
    """Give a match whose name is that of one body, not of a kind of bodies."""
    if not found or len(found["name"]) < SHORTEST:
        return None
    name, kind = found["name"], found["kind"]
    generic = any(word.start() < len(name) - len(kind) for word in NO_BODY.finditer(name))
    if len(name) - len(kind) == 1 and name[0] not in "省市县区州镇乡":
        return None
    if (generic and not FREE_ZONE.fullmatch(name)) or name == kind or single.of_kind(name):
        return None
    return found
