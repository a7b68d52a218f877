"""Figures whose own words name no thing: those reached, money for each, and what lone deeds were done to.

What belongs here: finding the thing in what the sentence told or worked on before. What does not: bare heads
of measures (``phrases``), and the decision to look for one (``naming``).
"""

from __future__ import annotations

import re

from orchestration.extraction import labels
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import Memory
from orchestration.extraction.subjects import level_in
from orchestration.extraction.words import either

DEED = re.compile(either("labels", "deed"))
OPENING_DEED = re.compile(f"^(?:{either('labels', 'deed')})(?:(?:和|与|、|及){either('labels', 'deed')})*")
NO_CUT = re.compile(either("labels", "no_cut"))
MONEY = frozenset({"元", "美元", "港元", "欧元"})
SHORT, LONG, LONGEST = 4, 8, 18
REACH = re.compile(f"{either('labels', 'reaching')}(?:了)?{either('labels', 'reached')}")
GRANT = re.compile(f"[\u4e00-\u9fa5“”]{{2,18}}?{either('labels', 'paid')}(?:政策|资金|标准)?")
EACH_PAID = re.compile(
    "(?:按[^，]{2,8}?(?=每))?(?P<for>(?:人均|户均|生均|每[人户生]|最高|最低|平均|每[年月天]|每学[年期])+)(?:发放|补助|给予|补贴)?(?:可?达|可|为|到)?"
)
REACHING = ("覆盖", "惠及")
RATE = re.compile(either("heads", "rate"))
PAID_IN_ALL = re.compile("累计(?:发放|拨付|兑现|支付|下达)")
SERVICE = re.compile(
    "[\u4e00-\u9fa5]{2,8}?(?:服务|活动|培训|计划|赛事|比赛|课程|研学|托管)(?![\u4e00-\u9fa5]{0,2}[水质]平?量?)"
)
DOING = re.compile("(?<=.)(?:开展|实施|推进|提供|落实)了?(?=..)")
HEAD_LEAST = 3
SPENT = re.compile("(?<=..)(?:支出|投入|资金|金额|总额|面积)$")
NOT_MADE = re.compile("(?:模式|机制|体系|制度|能力|水平|质量|环境|政策|运营)$")
SHARES = frozenset({"%", "‰"})
FOR_EACH = re.compile("(?:每[生人户]|人均|生均|户均).*")
WORKING = re.compile(f"(?:{either('labels', 'deed', 'acting', 'doing')}|调整|动态调整)+")
WORK_END = re.compile(
    "(?<=..)(?:管理|引育|化办学|建设|工作|整治|治理|设置|结构|布局|力度|服务|排查|活动|行动|培育|培养)+$"
)


def reach(label: str, memory: Memory) -> str:
    """Give a deed that reached those it names barely (惠及学生) the thing told before it that did."""
    found = REACH.fullmatch(label)
    counted = (one.label for one in reversed(memory.sentence) if one.quantity.unit not in SHARES)
    told = next(counted, "") if found else ""
    if not found or level_in(label):
        return label
    if not told:
        return _service(memory) + label
    before = REACH.search(told)
    if before:
        return told[: before.start()] + label
    opening = OPENING_DEED.match(told)
    own = told[opening.end() :] if opening and opening.end() > 1 else told
    did = DOING.split(SPENT.sub("", FOR_EACH.sub("", own)))[-1]
    return (
        label if len(did) < HEAD_LEAST or "、" in did or did in label or len(did) > LONGEST else did + label
    )


def _service(memory: Memory) -> str:
    """Give the service or activity that a clause without figures names before this one, or ``""``."""
    for clause in reversed(memory.clauses[: memory.at]):
        if clause.depth or FIGURE.search(clause.text):
            continue
        found = SERVICE.findall(OPENING_DEED.sub("", labels.trim_start(clause.text, None)))
        if found:
            return str(found[-1]).lstrip("等的")
    return ""


def share_reached(label: str, memory: Memory) -> str:
    """Give a share of those reached (覆盖学校73%) the thing told before it, and the word of a share."""
    if not label.startswith(REACHING) or RATE.search(label):
        return label
    counted = memory.sentence and memory.sentence[-1].quantity.unit not in MONEY
    told = memory.sentence[-1].label if counted else ""
    opening = OPENING_DEED.match(told)
    did = told[opening.end() :] if opening and opening.end() > 1 else told
    near = HEAD_LEAST <= len(did) <= LONG + SHORT and "、" not in did and not RATE.search(did)
    return f"{did if near else ''}{label}比例"


def paid_each(left: str, draft: Draft, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give money told for each or at most (人均860元，最高900元) the grant that was named, or ``""``."""
    each = EACH_PAID.fullmatch(left) if draft.quantity.unit in MONEY else None
    if not each:
        return ""
    told = memory.sentence[-1].label if memory.sentence else ""
    again = EACH_PAID.search(told)
    grant = GRANT.match(told)
    if grant and (again or REACH.search(told)):
        return told[: min(again.start() if again else grant.end(), grant.end())] + each["for"]
    if grant:
        return ""
    named = granted(memory, own)
    return named + each["for"] if named else ""


def paid_in_all(head: str, unit: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give money paid in all (累计发放6820万元) the grant that the sentence named, else ``""``."""
    named = granted(memory, own) if unit in MONEY and PAID_IN_ALL.fullmatch(head) else ""
    return head + named if named else ""


def granted(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give the grant that a clause before this one names (落实乡村教师生活补助政策), or ``""``."""
    for clause in reversed(memory.clauses[: memory.at]):
        found = GRANT.match(FIGURE.sub("，", clause.text).split("，")[0]) if not clause.depth else None
        if found:
            named = labels.trim_start(found.group(), own)
            opening = OPENING_DEED.match(named)
            return (named[opening.end() :] if opening else named).removesuffix("政策")
    return ""


def work_before(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what the clause right before lone deeds works on (优化专业设置，新增6个、撤销4个), or ``""``."""
    ahead = memory.clauses[memory.at - 1] if memory.at else None
    if ahead is None or ahead.depth or ahead.after != "，" or FIGURE.search(ahead.text):
        return ""
    rest = labels.trim_start(ahead.text, own)
    opening = None if NO_CUT.match(rest) else WORKING.match(rest)
    opening = opening if opening and opening.end() > 1 else None
    rest = rest[opening.end() :] if opening else rest
    thing = WORK_END.sub("", rest)
    if not opening and rest in {thing, ahead.text}:
        return ""
    fits = (
        1 < len(thing) <= LONG and "、" not in thing and not DEED.match(thing) and not NOT_MADE.search(thing)
    )
    return thing if fits else ""
