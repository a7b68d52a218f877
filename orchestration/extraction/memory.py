"""What a reader keeps in mind: what was told in this paragraph and sentence, and which totals are open.

What belongs here: remembering and looking up. What does not: deciding what a figure is (``reader``) or
how it is called (``naming``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from orchestration.extraction import labels, subjects
from orchestration.extraction.compact import Clause
from orchestration.extraction.draft import Draft
from orchestration.extraction.structure import Block
from orchestration.extraction.words import either

NO_PART = re.compile("另有|另外|不含|此外|不包括|不包含|未包括|还有")
ROUNDING = Decimal("0.0002")  # of the total: parts of a number in 万 seldom sum to its last place
ASIDE = re.compile("另有|另设")
DIVIDED_BY = re.compile("^(?:按|从|分).{1,10}(?:分|看|来看|划分|分组)$")
PARTS = re.compile("其中|(?:含(?![量金税糖硫氧氮水])|包括|包含)(?=.*[\ue000-\uf8ff])")
BEGINS_ANEW = re.compile(
    "^(?:[\ue000-\uf8ff][\u4e00-\u9fa5]{1,6}(?:被|荣?获|入选|考入|升入)|(?:争取|兑现|出台|举办|承办|召开|印发))"
)
ANY_UNIT = frozenset({"%", "倍", "番", "‰"})
POINTS = frozenset({"个百分点", "百分点", "个千分点"})
PEOPLE = frozenset({"人", "人次", "名"})
OF_CLASS = re.compile("[0-9][分人名岁](?:及|（含）)?(?:以上|以下|以内)|(?:以上|以下|以内)$")
COUNTERS = frozenset({"个", "项", "件", "家", "所", "处", "校"})
SCHOOLS = frozenset({"所", "个", "家", "校"})
FOR_EACH = re.compile("标准(?!化)|每[生人户年月]|人均|生均")
PRIZE = re.compile("[一二三特]等奖$|[金银铜奖]牌$")
NO_SUM = re.compile(either("heads", "no_total"))
PERSONS = frozenset({"人", "名", "位"})
RATES = frozenset({"%", "‰", "个百分点"})


@dataclass(slots=True)
class Memory:
    """The reader's memory; ``told`` lasts a paragraph, ``sentence`` a sentence."""

    told: list[Draft] = field(default_factory=list)
    sentence: list[Draft] = field(default_factory=list)
    named: list[Draft] = field(default_factory=list)
    starts: list[Draft] = field(default_factory=list)
    before_clause: int = 0
    subject: str = ""
    measure: str = ""
    lead: str = ""
    path: tuple[str, ...] = ()
    paragraph: int = -1
    text: str = ""
    of_which: str = ""
    whole: str = ""
    part_subject: str = ""
    apart: bool = False
    parted: str = ""
    lapsed: bool = False
    inner: list[Draft] = field(default_factory=list)
    segment: int = 0
    by: bool = False
    pool: list[Draft] = field(default_factory=list)
    section_total: list[Draft] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    at: int = 0

    def open_block(self, block: Block) -> None:
        """Move on to a sentence; a new paragraph or section ends what lasted until there."""
        if block.paragraph != self.paragraph:
            self.paragraph = block.paragraph
            self.told, self.subject = [], ""
            self.lead = subjects.of_lead(block.lead)
        if self.of_which and self._parts_done():
            self.subject = self.whole or self.subject
        self.sentence, self.named, self.of_which, self.before_clause = [], [], "", 0
        self.apart = self.by = False
        self.parted, self.inner, self.segment, self.lapsed = "", [], 0, False
        self.starts = []
        self.part_subject = self.measure = ""
        self.text = block.text

    def open_clause(self, clause: Clause, at: int) -> None:
        """Note what a clause says of totals and parts."""
        self.at = at
        self.before_clause = len(self.sentence)
        if clause.depth:
            return
        if self.of_which == "clause" and clause.before == "，" and BEGINS_ANEW.match(clause.text):
            self.of_which = ""
        if clause.before in {"；", ""} and self.of_which == "clause":
            self.of_which, self.lapsed = "", clause.before == "；"
        if clause.before == "；" and self._parts_done():
            self.part_subject = ""
        if clause.before == "；" and self.apart and self.parted:
            self.of_which, self.apart = self.parted, False
        if clause.before == "；":
            self.segment = len(self.sentence)
        if PARTS.match(clause.text):
            self.inner = self.sentence[self.segment :]
            self.of_which = "sentence" if not self.sentence else "clause"
            rates = bool(self.sentence) and all(one.quantity.unit in RATES for one in self.sentence)
            self.pool = list(self.sentence if rates else self.told)
            self.whole = self.subject
        elif NO_PART.match(clause.text):
            kept = self.parted if self.apart else self.of_which
            self.parted = kept if clause.before != "；" else ""
            self.of_which, self.apart = "", True
        self.by = self.by or bool(DIVIDED_BY.match(clause.text))

    @staticmethod
    def _joined_part(draft: Draft) -> bool:
        """Whether a label is a part of people joined with its total, so that it is no subject."""
        people = draft.kind == "component" and draft.quantity.unit in PEOPLE and "part" in draft.signs
        course = draft.label.endswith(subjects.STUDENTS) or subjects.is_degree(
            subjects.subject_of(draft.label)
        )
        return people and course

    def _is_aside(self, draft: Draft) -> bool:
        """Whether a figure stands aside (小学5所，另有小学教学点2个): what follows is of the subject."""
        level = subjects.level_in(subjects.subject_of(draft.label))
        clause = self.clauses[self.at].text if self.clauses else ""
        return bool(level and self.subject and level in self.subject and ASIDE.match(clause))

    def _parts_of_schools(self, draft: Draft) -> bool:
        """Whether a part is one of several kinds of schools: people told next are of the schools in all."""
        before = self.sentence[-2] if len(self.sentence) > 1 else None
        if before is None or draft.kind != "component" or before.total is not draft.total:
            return False
        levels = subjects.level_in(before.label), subjects.level_in(draft.label)
        return all(levels) and levels[0] != levels[1] and draft.quantity.unit in SCHOOLS

    def _lists_schools(self, draft: Draft) -> bool:
        """Whether a sentence counts schools of several levels: people told next are of them all."""
        before = self.sentence[-2] if len(self.sentence) > 1 else None
        if before is None or draft.quantity.unit not in SCHOOLS or before.quantity.unit not in SCHOOLS:
            return False
        levels = subjects.level_in(before.label), subjects.level_in(draft.label)
        apart = all(levels) and levels[0] not in levels[1] and levels[1] not in levels[0]
        return apart and draft.kind != "component" and before.kind != "component"

    def _parts_done(self) -> bool:
        """Whether what follows is of the total again: two of its parts were told last, or a single one."""
        last = self.sentence[-2:]
        several = len(last) > 1 and all(draft.kind == "component" for draft in last)
        alone = [draft.kind for draft in self.sentence].count("component") == 1
        return several or (alone and last[-1].kind == "component")

    def close_sentence(self, form: str) -> None:
        """Give a sentence that ends with 其中： opens a section of parts."""
        if form.rstrip("：").endswith("其中"):
            self.open_parts()

    def open_parts(self) -> None:
        """From here to the end of the section figures may be parts of what was just told."""
        levels = [draft for draft in self.told if draft.is_level]
        self.section_total = [draft for draft in levels if draft.kind != "component"] or levels

    def total_for(self, draft: Draft, depth: int, label: str) -> Draft | None:
        """Give the open total in a figure's unit, ``None`` where nothing is being divided.

        The last one that is large enough; in a section of parts the one that counts the same people.
        """
        if FOR_EACH.search(label):
            return None
        completed = self._completed(draft) if self.lapsed and not (self.of_which or depth) else None
        beside = self._beside(draft) if self.of_which and draft.claimed else None
        fits = self._wholes(draft, depth, label)
        if completed or (beside and not any(told is one for told in fits for one in self.sentence)):
            return completed or beside
        if fits and NO_SUM.search(fits[0].label):
            return fits[0]
        if fits:
            large = next((told for told in fits if not exceeds(draft, told)), None)
            return large or (fits[0] if draft.claimed else None)
        if not (self.of_which and self.section_total):
            return None
        alike = (told for told in reversed(self.pool) if told.quantity.unit == draft.quantity.unit)
        return next((told for told in alike if told.is_level), None)

    def _wholes(self, draft: Draft, depth: int, label: str) -> list[Draft]:
        """Give the totals in a figure's unit that are open, the last one first."""
        pool = self.pool if self.of_which else [] if self.apart else self.section_total
        fits = [
            told
            for told in reversed(pool)
            if counted_alike(told.quantity.unit, draft.quantity.unit)
            and told.is_level
            and told.depth == depth
            and (
                told.kind != "component"
                or pool is self.section_total
                or any(told is one for one in self.inner)
            )
        ]
        section = pool is self.section_total
        return [told for told in fits if subjects.count_alike(told.label, label)] if section else fits

    def _completed(self, draft: Draft) -> Draft | None:
        """Give the total that a figure behind a semicolon makes up with the parts told before it."""
        parts = [told for told in self.sentence if told.kind == "component" and told.total is not None]
        whole = parts[-1].total if parts else None
        if whole is None or whole.quantity.unit != draft.quantity.unit:
            return None
        none = Decimal(0)
        known = sum((part.quantity.low or none for part in parts if part.total is whole), none)
        made_up, total = known + (draft.quantity.low or none), whole.quantity.low or none
        return whole if abs(made_up - total) <= abs(total) * ROUNDING else None

    def _beside(self, draft: Draft) -> Draft | None:
        """Give the total told right before its parts, which may be counted by another counter."""
        if draft.quantity.unit not in COUNTERS:
            return None
        whole = next((told for told in reversed(self.sentence) if told.kind != "component"), None)
        alike = whole is not None and whole.quantity.unit in COUNTERS and not exceeds(draft, whole)
        return whole if alike else None

    def topic(self, unit: str, depth: int, *, same_unit: bool = True) -> Draft | None:
        """Give the last figure told whose label one of this unit may share, this sentence's before others."""
        near = [told for told in self.named if told.depth <= depth and told.label]
        for pool in (near, [told for told in self.told if told.depth <= depth and told.label]):
            sums = unit == "%" and any(told.quantity.unit not in RATES for told in pool)
            for told in reversed(pool):
                if sums and "占" in told.label:
                    continue
                if not same_unit or _fits(told.quantity.unit, unit):
                    return told
            if pool:
                return pool[-1]
        return None

    def start_of(self, draft: Draft) -> Draft | None:
        """Give the level that a movement in the same unit starts from where it was told last."""
        last = self.starts[-1] if self.starts else None
        told = self.named[-1].quantity.start if self.named else -1
        alike = last and (last.quantity.unit == draft.quantity.unit or _ratios(last, draft))
        fits = last and alike and last.quantity.start > told
        return last if fits else None

    def row(self, size: int, place: int) -> str | None:
        """Give the label of the ``place``-th of the last ``size`` levels told before this clause."""
        told = self.row_of(size, place)
        return told.label if told else None

    def row_of(self, size: int, place: int) -> Draft | None:
        """Give the ``place``-th of the last ``size`` levels told before this clause."""
        known = [draft for draft in self.sentence[: self.before_clause] if draft.is_level and not draft.depth]
        starts = [draft for draft in self.starts if not draft.depth]
        later = bool(starts) and (not known or starts[-1].quantity.start > known[-1].quantity.start)
        if len(known) < size or (later and len(starts) >= size):
            known = starts
        if len(known) < size:
            known = [draft for draft in self.told if draft.is_level and not draft.depth]
        return known[len(known) - size + place] if len(known) >= size else None

    def remember(self, draft: Draft) -> None:
        """Keep a figure for what follows it."""
        if draft.kind == "baseline" or not draft.label:
            self.starts += [draft] if draft.label else []
            return
        if draft.is_level:
            self.told.append(draft)
            self.named.append(draft)
            self.sentence.append(draft)
            if not draft.depth and draft.named_itself and self._names_subject(draft.label):
                self._turn_to(draft)
        elif "carried" not in draft.signs and not draft.depth:
            self.told.append(draft)
            self.named.append(draft)

    @staticmethod
    def _names_subject(label: str) -> bool:
        """Whether a label names a thing that figures behind it may be of."""
        return not (
            OF_CLASS.search(label)
            or PRIZE.search(label)
            or labels.is_deed(label)
            or subjects.is_implied(label)
            or subjects.METRIC_END.fullmatch(label)
            or label.endswith("之比")
            or (subjects.PER_HEAD.search(label) and not subjects.level_in(label))
        )

    def _turn_to(self, draft: Draft) -> None:
        """Make what a figure counts the subject of those behind it."""
        subject = subjects.subject_of(subjects.PER_HEAD.split(draft.label, maxsplit=1)[0] or draft.label)
        if subjects.RATE_END.search(draft.label):
            subject = subjects.level_in(subject) or subject
        if self._parts_of_schools(draft) and draft.total:
            self.subject, self.part_subject = subjects.subject_of(draft.total.label), ""
        elif self._lists_schools(draft):
            self.subject, self.part_subject = "", ""
        elif self._is_aside(draft) or self._joined_part(draft) or subjects.QUALITY_OF.search(draft.label):
            return
        elif draft.kind != "component" or subjects.level_in(subject):
            self.subject, self.part_subject = subject, ""
        else:
            self.part_subject = subject


def counted_alike(one: str, other: str) -> bool:
    """Whether two units count the same things, people being told as 人, 名 or 位, or by the number alone."""
    return one == other or {one, other} <= {*PERSONS, ""}


def measured_alike(one: str, other: str) -> bool:
    """Whether two units tell the same measure, a rate being told in % and its changes in points."""
    return one == other or (one in RATES and other in RATES)


def exceeds(part: Draft, whole: Draft) -> bool:
    """Whether a part is larger than its whole: a contradiction in a bracket, else none of it."""
    low, all_of_it = part.quantity.low, whole.quantity.low
    return low is not None and all_of_it is not None and low > all_of_it


def _ratios(one: Draft, other: Draft) -> bool:
    """Whether two figures are ratios, whose units are their other parts."""
    return one.quantity.unit.startswith(":") and other.quantity.unit.startswith(":")


def _fits(told: str, unit: str) -> bool:
    """Whether a change in one unit can belong to a level in the other."""
    return unit in ANY_UNIT or told == unit or (unit in POINTS and told in RATES)
