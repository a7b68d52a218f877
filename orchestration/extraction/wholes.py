"""Names of parts of a total.

What belongs here: what a part is called, given its own words and the label of its total. What does not: which
total is open (``memory``), and subjects taken from earlier words (``naming``).
"""

from __future__ import annotations

import re

from orchestration.extraction import labels, scopes, subjects
from orchestration.extraction.memory import Memory
from orchestration.extraction.subjects import LEVEL, METRIC_END
from orchestration.extraction.words import either, table

SCHOOLS = re.compile("(?:学校|院校|高校|学院|大学|幼儿园|中学|小学|校|教学点|职教中心)$")
AMONG = re.compile(r"^.{3,}?[生员人数口中]中(?=.{3,})")
NO_TOTAL = re.compile(either("heads", "no_total"))
OWNERSHIP = re.compile(r"^(?:各级各类|全国|其他)?(民办|公办|农村|城镇)")
OPENING_DEED = re.compile(f"^(?:{either('labels', 'deed')}|和|、|与|及|各类|各级)+(?=..)")
DEED_ONLY = re.compile(f"(?:{either('labels', 'deed')})+")
GIVER = re.compile(f"^{either('heads', 'givers')}")
QUALITY = re.compile(f"(?:{either('heads', 'qualities')})(?:及以上)?$")
QUALITY_OF_PEOPLE = re.compile(f"(?:{either('heads', 'qualities')})")
PEOPLE = re.compile(f"(?:{either('heads', 'people')})$")
DONE_TO = re.compile("(?:录取|录用|获奖|受理|参赛|轮岗|支教|参训|参培|入选|获评|上线|就业|竞聘)$")
MONEY = re.compile("(?:资金|经费|投入|支出|资助|补助|补贴|助学金|奖学金|贷款|保教费|学费|专项|配套)$")
COUNT_OF = re.compile("(?<=..)(?:总[户家个]?数|(?<=主体|企业|机构|人才)总量)$")
NEW_PLACES = re.compile(f"(?:{either('labels', 'deed')})+(?:学位|班额|大班额|托位|床位|班)")
RUN_BY = ("所属学校", "属学校", "直属学校")
PLACE_AND_DEED = re.compile(
    "[\u4e00-\u9fa5]{1,7}?(?:(?<![户小社库灾片园校景])区|[县市镇乡州])" + f"(?:{either('labels', 'deed')})+"
)
NEW = re.compile(either("labels", "new"))
TRADE = frozenset({"出口", "进口"})
BODIES = re.compile("(?:机构|人员|单位|场所)$")
BODY = re.compile("(?:院|站|室|所|馆|店|中心|医师|护士|药师|技师|教练员|裁判员|救助站)$")
GIVER_LENGTH = 4


def last_of(label: str) -> str:
    """Give a label without what it is taken from: 在校生中留守儿童 gives 留守儿童."""
    return AMONG.sub("", label)


def metric_of(label: str) -> str:
    """Give what is measured of a label that begins with words of schooling."""
    end = 0
    for found in LEVEL.finditer(label):
        end = found.end() if found.end() < len(label) else end
    rest = label[end:]
    return rest.lstrip("、和") or label


def divided(unit: str, memory: Memory) -> str:
    """Give the label of what a sentence divides by kinds, told before it where possible, else ``""``."""
    levels = [draft for draft in memory.told if draft.is_level and draft.quantity.unit == unit]
    totals = [draft for draft in levels if draft.kind != "component" and not draft.signs & {"facet", "part"}]
    before = [draft for draft in totals if draft not in memory.sentence]
    return next((draft.label for draft in reversed(before or totals)), "")


def thing_of(whole: str) -> str:
    """Give the thing of a total without the deeds before it: 落实各类资助 gives 资助."""
    return OPENING_DEED.sub("", whole) or whole


def of_total(label: str, total: str) -> str | None:
    """Give the label of a part of a total, ``None`` where it needs a subject rather than the total's name."""
    whole = COUNT_OF.sub("", last_of(total))
    if NO_TOTAL.search(whole):
        metric = metric_of(whole)
        own = METRIC_END.search(label) or label.endswith(("率", "比"))
        return None if own or labels.share_words(label, metric) else labels.join(label, metric)
    if DEED_ONLY.fullmatch(label) or PLACE_AND_DEED.fullmatch(label):
        return label + thing_of(whole)
    if _gives(label):
        return labels.join(label, thing_of(whole))
    if label.endswith(RUN_BY) and subjects.is_school(whole) and not subjects.level_in(label):
        return whole + label
    if subjects.needs_level(label) or (subjects.is_bare(label) and label not in TRADE):
        return None
    return _of_people(whole, label) or _beside(whole, label)


def _beside(whole: str, label: str) -> str:
    """Give a part that names its kind itself with the total's owner, any other joined with the total."""
    if label in TRADE:
        return label
    ownership = OWNERSHIP.match(whole)
    if labels.share_words(whole, label):
        made = _made_like(whole, label)
        if made:
            return made
        owner = ownership.group(1) if ownership else ""
        done = DONE_TO.search(whole)
        if done and QUALITY_OF_PEOPLE.match(label) and PEOPLE.search(label):
            return label + done.group()
        return label if owner in label else owner + label
    return part_of(whole, label)


def _made_like(whole: str, label: str) -> str:
    """Give a part that names its kind with what the total says of all (新增幼儿园学位), or ``""``."""
    new = NEW.match(whole)
    if new and len(whole) - new.end() > 1 and label.endswith(whole[-2:]) and not DEED_ONLY.match(label):
        return new.group() + label
    people = PEOPLE.search(whole)
    same = people is not None and people.start() > 1 and label.endswith(people.group())
    if same and people and QUALITY_OF_PEOPLE.match(label) and not DONE_TO.search(whole):
        stem = OPENING_DEED.sub("", whole[: people.start()])
        return "" if stem in label else stem + label
    return ""


def _of_people(whole: str, part: str) -> str:
    """Give a kind of schooling the people that the total counts, ``""`` where it counts none.

    普通高等学校 of 高等学校教职工 gives 普通高等学校教职工, 本科 of 高等教育在校生 gives 高等教育本科在校生.
    """
    head = subjects.head_of(whole)
    if not head or subjects.head_of(part) or not subjects.level_in(part):
        return ""
    stem = whole[: -len(head)].rstrip("共")
    if part.endswith(subjects.STUDENTS) and stem.endswith(subjects.STUDENTS):
        return part + head
    if part.endswith(subjects.STUDENTS):
        return "" if labels.share_words(stem, part) else stem + part
    degree = subjects.is_degree(part) and not labels.share_words(stem, part)
    return (stem if degree else "") + part + head


def _gives(part: str) -> bool:
    """Whether a part names who gives (中央, 市县配套)."""
    return bool(GIVER.match(part)) and len(part) <= GIVER_LENGTH


def part_of(whole: str, part: str) -> str:
    """Give a part's name joined with the name of its total.

    Parts of a sum take its measure (城镇 of 社会消费品零售总额: 城镇零售总额), others their place among its
    words; what has no place there stands behind it (培养单位高等学校).
    """
    if (METRIC_END.search(part) and len(part) > 2) or (MONEY.search(whole) and MONEY.search(part)):
        return part
    if part.endswith(RUN_BY) and subjects.is_school(whole) and not subjects.level_in(part):
        return whole + part
    if BODIES.search(whole) and BODY.search(part):
        return part
    if SCHOOLS.search(whole) and (SCHOOLS.search(part) or subjects.is_school(part)):
        return part
    measures: dict[str, str] = table("labels")["measure_of_parts"]
    measure = next((word for ending, word in measures.items() if whole.endswith(ending)), "")
    return part + measure if measure else _among(whole, part) or _behind(whole, part)


def _among(whole: str, part: str) -> str:
    """Give the part at its place in the total's words, ``""`` where it has none.

    Givers stand before what is given (省级 of 落实资助: 省级资助), qualities of people before these (硕士 of
    招聘教师: 招聘硕士教师), sibling nouns take the front (金牌 of 比赛奖牌: 比赛金牌).
    """
    if _gives(part):
        return labels.join(part, thing_of(whole))
    if scopes.is_part_of_territory(part):
        return part + whole
    if subjects.level_in(part) == part and NEW_PLACES.fullmatch(whole):
        return OPENING_DEED.sub(lambda found: found.group() + part, whole)
    people = PEOPLE.search(whole)
    if people and people.start() and QUALITY.search(part):
        return whole[: people.start()] + part + people.group()
    if whole[-1] == part[-1] and len(part) <= 3 < len(whole):
        return whole[: -len(part)] + part
    return ""


def _behind(whole: str, part: str) -> str:
    end = DONE_TO.search(whole) or METRIC_END.search(whole)
    return part + end.group() if end else labels.join(whole, part)
