"""Labels that say too little, joined with the subject told before them.

What belongs here: which subject a bare head, a word of schooling or a tally takes. What does not: what the
figure's own words say (``naming``), and finding things in other clauses (``phrases``).
"""

from __future__ import annotations

import re

from orchestration.extraction import labels, lending, phrases, subjects, topics
from orchestration.extraction.cells import Cell
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import Memory, counted_alike
from orchestration.extraction.words import either, words

OWNERSHIP = re.compile(r"^(?:各级各类|全国|其他)?(民办|公办|农村|城镇)")
TALLY = frozenset({"累计", "总计", "合计", "总数", "总量", "总数量"})
NOUNS_OF_CHANGE = frozenset(words("changes", "nouns"))
PLANNED = re.compile("(?:计划总投资|总投资|计划投资|投资总额)$")
SPENDING = frozenset({"投资", "投入", "总投资"})
ALL_SCHOOLS = re.compile("(?:各级各类|全部|所有)(?:学校|幼儿园|教育机构|[、和及与（）含])+")
INTENDED = re.compile("(?:年度|全年|当年|年内|今年)?计划(?:完成)?(?=总?投[资入]额?$)")
BUDGETED = re.compile("(?<=..)(?:年初)?预算(?:安排)?(?:数|额)?$")
WHOLLY = re.compile("(?<=..)(?:基本)?(?:实现)?全覆盖$")
OWNED = re.compile(either("heads", "owned"))
COUNTED = frozenset({"个", "家", "所", "起", "座", "处", "件", "次"})
FEE = re.compile("(?<=..)(?:费|经费)(?:支出)?$")
TIMES = frozenset({"批次", "人次", "次"})
SUMS = frozenset({"金额", "总金额", "合同金额"})
PAID = re.compile("(?:贷款|补助|补贴|助学金|奖学金|存款|贷款合同)$")
OVER_LINE = re.compile("上线|达线|进线|[控招]线")
SHARES = frozenset({"%", "‰"})
OF_PEOPLE = re.compile("(?:就业率|升学率|巩固率|毕业率|上线率|录取率|辍学率)$")
PEOPLE = re.compile("[生员人线]|高考|中考|教育|学校|学院|专业")
TOWARDS = re.compile("(?:贡献率|贡献度|支撑率|拉动率)$")
OTHER_FORMS = ("非学历", "其他形式", "其它形式")


def of_body(body: str, draft: Draft, anchor: Draft | None, memory: Memory) -> str:
    """Give the name of what was just told of another body (县一中本科上线410人，三中86人), or ``""``."""
    unit = draft.quantity.unit
    alike = [told for told in memory.sentence if counted_alike(told.quantity.unit, unit) and told.is_level]
    told = alike[-1] if alike else None
    if not body or told is None or not told.label:
        return ""
    if told.scope and told.scope in told.label:
        return told.label.replace(told.scope, body)
    if told.scope or told is anchor or not draft.depth:
        return told.label
    metric = subjects.METRIC_END.search(told.label)
    return body + metric.group() if metric else told.label


def with_subject(label: str, draft: Draft, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give a label that says too little the subject told before it."""
    if OWNED.fullmatch(label) and memory.sentence and memory.sentence[-1].quantity.unit in COUNTED:
        draft.signs.add("subject")
        return phrases.thing(phrases.stock(memory.sentence[-1].label)) + label
    if label in NOUNS_OF_CHANGE:
        topic = memory.topic(draft.quantity.unit, draft.depth, same_unit=False)
        draft.signs.add("subject")
        return topic.label + label if topic and not topic.label.endswith(label) else label
    if label in TALLY:
        topic = memory.topic(draft.quantity.unit, draft.depth)
        draft.signs.add("carried")
        if topic and label == "累计" and PLANNED.search(topic.label):
            return PLANNED.sub("累计投资", topic.label)
        return phrases.stock(topic.label) + label if topic else label
    if subjects.is_bare(label.removeprefix("累计")):
        subject = _subject_of_bare(label, memory, own)
        subject = FEE.sub("", subject) if draft.quantity.unit in TIMES else subject
        if subject and _fits(subject, label):
            draft.signs.add("subject")
            named = phrases.core(phrases.undone(phrases.plain(WHOLLY.sub("", subject)), label))
            return labels.join(named, label)
    return _of_schooling(label, draft, memory)


def _fits(subject: str, label: str) -> bool:
    """Whether a bare head can be told of a subject: rates of people only of people or schooling."""
    if lending.HOST.fullmatch(label) and lending.HOST_END.search(subject):
        return False
    if label.endswith("率") and subject.endswith(("率", "比重")):
        return False
    if label == "班" and subjects.METRIC_END.search(subject):
        return False
    if OVER_LINE.search(subject) and OVER_LINE.search(label, 1):
        return False
    return not OF_PEOPLE.search(label) or bool(subjects.level_in(subject) or PEOPLE.search(subject))


def carried_out(label: str) -> str:
    """Give what was done of an investment planned for the year (年度计划投资9亿元，实际10亿元)."""
    return BUDGETED.sub("", INTENDED.sub("完成", label))


def of_last_row(cell: Cell, memory: Memory) -> str:
    """Give the name of the row right before whose shares are told in the same order, ``""`` where none was.

    甲业、乙业增加值分别增长5%、6%，占工业比重分别为20%、30%.
    """
    told = [one for one in memory.named if "占" not in one.label][-cell.row_size :]
    rows = len(told) == cell.row_size and all("row" in one.signs for one in told)
    return told[cell.row].label if rows else ""


def towards(label: str, left: str, memory: Memory) -> str:
    """Give a contribution to something (对工业增长贡献率) the thing told before it that contributes."""
    if not left.startswith("对") or not TOWARDS.search(label) or not memory.named:
        return label
    beside = "".join(clause.text for clause in memory.clauses[max(0, memory.at - 1) : memory.at + 1])
    giver = memory.named[-1].label.split("对")[0]
    return f"{giver}对{label.removeprefix('对')}" if len(FIGURE.findall(beside)) > 1 else label


def with_staff(label: str, draft: Draft, memory: Memory) -> str:
    """Give a share of people of some quality (本科及以上占比) the people told before it."""
    if draft.quantity.unit not in SHARES or not subjects.is_quality(label):
        return label
    wholes = [one for one in reversed(memory.told) if not subjects.QUALITY.match(one.label)]
    told = (subjects.staff_of(one.label) for one in wholes)
    staff = next((one for one in told if one), "")
    if staff:
        draft.signs.add("subject")
    return labels.join(staff, label)


def _of_schooling(label: str, draft: Draft, memory: Memory) -> str:
    """Give a head of schooling the level that it is counted for."""
    if subjects.is_implied(label) and not OWNERSHIP.match(memory.subject):
        return label
    subject = memory.subject if subjects.level_in(memory.subject) else ""
    other = label.startswith(OTHER_FORMS) and not subjects.level_in(label[3:])
    apart = bool(subject) and memory.apart and other
    if not apart and not subjects.needs_level(label):
        return label
    if subject and not apart and not subjects.is_pure_head(label):
        subject = subjects.level_in(subject)
    subject = subject or subjects.of_path(memory.path)
    if not subject or ALL_SCHOOLS.fullmatch(subject):
        return label
    draft.signs.add("subject")
    return labels.join(phrases.bare_of(subject), label)


def _subject_of_bare(label: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what a bare head is told of, the nearest words first."""
    clause = memory.clauses[memory.at]
    host = labels.before(clause.host, own) if clause.depth and clause.anchor is None else ""
    if len(host) > 2:
        return host
    in_clause = len(memory.sentence) > memory.before_clause
    if not memory.sentence and subjects.PER_HEAD.fullmatch(label):
        named = topics.before(memory, own)
        if named:
            return named
    near = "" if in_clause else phrases.object_before(label, memory, own)
    if not near and not memory.sentence and label in SPENDING:
        near = phrases.object_after(memory, own)
    paid = memory.sentence[-1].label if memory.sentence and label in SUMS else ""
    if PAID.search(paid):
        return paid
    if near and (subjects.level_in(near) or not subjects.level_in(memory.subject)):
        memory.subject, memory.part_subject = near, ""
    told = near or memory.part_subject or memory.subject
    if not told and lending.HOST.fullmatch(label):
        return ""
    told = told or memory.lead
    return told or subjects.of_path(memory.path) or subjects.of_title(memory.path)
