"""Things named in other clauses of the sentence, and parts of phrases.

What belongs here: finding the object that a bare head or a lone deed refers to. What does not: the
decision to look for one (``naming``).
"""

from __future__ import annotations

import re

from orchestration.extraction import labels
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import Memory
from orchestration.extraction.subjects import LEVEL, METRIC_END, subject_of
from orchestration.extraction.words import either, table

HONOUR = re.compile(f".*{either('labels', 'honour')}")
OBJECT_END = re.compile(f"(?:{either('labels', 'object_end')})$")
DEED = re.compile(either("labels", "deed"))
OPENING_DEED = re.compile(f"^(?:{either('labels', 'deed')})")
MEASURED = re.compile(rf"^[\u4e00-\u9fa5“”、]{{0,14}}?{either('heads', 'bare')}(?![\u4e00-\u9fa5]?[的建])")
NEW_ONES = re.compile(either("labels", "new"))
SCHOOLS = re.compile("(?:学校|院校|高校|学院|大学|幼儿园)$")
TAKING_PART = re.compile("^(?:接受|参加|参与|招收)(?:了|各种|各类)*")
AMONG = re.compile(r"^.{3,}?[生员人数口中]中(?=.{3,})")
LONG = 8


def honour(host: str) -> str:
    """Give what somebody was named or awarded: 江阴中专获评省优秀学校 gives 省优秀学校."""
    return HONOUR.sub("", host) or host


def opening_deed(head: str) -> str:
    """Give the deed that opens words before a list of names (新增华士实验等), or ``""``."""
    found = OPENING_DEED.match(head)
    return found.group() if found else ""


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


def divided(whole: Draft, memory: Memory) -> str:
    """Give the label of what a sentence divides by kinds, told before it where possible."""
    before = [draft for draft in memory.told if draft not in memory.sentence and draft.is_level]
    same = [draft for draft in before if draft.quantity.unit == whole.quantity.unit]
    return same[-1].label if same else whole.label


def core(subject: str) -> str:
    """Give the thing at the end of a long subject, the deed before it taken off."""
    if len(subject) <= LONG:
        return subject
    last = None
    for found in DEED.finditer(subject, 2):
        if len(subject) - found.end() >= 2:
            last = found
    return subject[last.end() :] if last else subject


def part_of(whole: str, part: str) -> str:
    """Give a part's name joined with the name of its total.

    Parts of a sum take its measure (城镇 of 社会消费品零售总额: 城镇零售总额), sibling nouns take its front
    (金牌 of 比赛奖牌: 比赛金牌), others stand behind it (培养单位高等学校).
    """
    if METRIC_END.search(part) and len(part) > 2:
        return part
    if SCHOOLS.search(whole) and SCHOOLS.search(part):
        return part
    measures: dict[str, str] = table("labels")["measure_of_parts"]
    for ending, measure in measures.items():
        if whole.endswith(ending):
            return part + measure
    if whole[-1] == part[-1] and len(part) <= 3 < len(whole):
        return whole[: -len(part)] + part
    metric = METRIC_END.search(whole)
    return part + metric.group() if metric else labels.join(whole, part)


def bare_of(subject: str) -> str:
    """Give a subject without the deed of taking part that opens it (接受各种非学历教育)."""
    return TAKING_PART.sub("", subject) or subject


def object_before(head: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what a bare head (参合率) is told of, from the nearest clause before it that names a thing."""
    for clause in reversed(memory.clauses[: memory.at]):
        if clause.depth:
            continue
        if FIGURE.search(clause.text):
            return ""
        if head in clause.text:
            named = subject_of(labels.trim_start(clause.text.split("、")[0], own))
            return named if named != clause.text else ""
        thing = _object(clause.text, own)
        if thing:
            return thing
    return ""


def measured_before(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give the measure that an earlier clause of the sentence speaks of without a figure, or ``""``."""
    for clause in reversed(memory.clauses[: memory.at]):
        if clause.depth or FIGURE.search(clause.text):
            continue
        found = MEASURED.match(clause.text)
        if found:
            return labels.before(found.group(), own)
    return ""


def sibling(head: str, memory: Memory) -> str:
    """Give a head with the measure its sibling was told with (第一产业增加值增长6%，第二产业增长8%)."""
    told = memory.told[-1].label if memory.told else ""
    metric = METRIC_END.search(told)
    if not metric or METRIC_END.search(head) or not metric.start():
        return head
    stem = told[: metric.start()]
    return head + metric.group() if stem[-2:] == head[-2:] and stem != head else head


def object_after(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what the next clause names, for money that is told before its purpose."""
    if memory.at + 1 >= len(memory.clauses):
        return ""
    after = memory.clauses[memory.at + 1]
    return "" if FIGURE.search(after.text) else _object(after.text, own)


def stock(label: str) -> str:
    """Give a label of new things as one of all things: 新增企业 gives 企业."""
    return re.sub(f"^(?:{NEW_ONES.pattern}|累计)+", "", label) or label


def _object(text: str, own: re.Pattern[str] | None) -> str:
    """Give the object of a clause that tells a piece of work (全面启动了合作医疗试点 gives 合作医疗试点)."""
    if not OBJECT_END.search(text):
        return ""
    rest = text
    while True:
        shorter = labels.trim_start(rest, own)
        found = OPENING_DEED.match(shorter)
        shorter = shorter[found.end() :] if found and len(shorter) - found.end() >= 3 else shorter
        if shorter == rest:
            break
        rest = shorter
    rest = OBJECT_END.sub("", rest) or rest
    return rest if 2 < len(rest) <= 20 else ""


def thing_of_deed(deed: str, memory: Memory, *, money: bool, own: re.Pattern[str] | None) -> str:
    """Give what a lone deed before a figure was done to, from the words around it."""
    for clause in reversed(memory.clauses[: memory.at]):
        at = clause.text.find(deed)
        if at > 3 and not FIGURE.search(clause.text):
            found = labels.trim_start(clause.text[:at], own)
            return re.sub(r"(?:和|与|、|的|培训|转移)+$", "", found)
    if money and not memory.sentence:
        return object_after(memory, own)
    if memory.sentence:
        label = memory.sentence[-1].label
        opening = OPENING_DEED.match(label)
        if opening:
            return label[opening.end() :]
        return label if NEW_ONES.fullmatch(deed) else ""
    return ""
