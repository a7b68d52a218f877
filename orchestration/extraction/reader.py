"""Reading a report sentence by sentence with the memory that a person has of what was just said.

What belongs here: the memory (topic, totals, subject) and the order in which rules apply to a figure. What does
not: the rules themselves, which are in ``cells``, ``roles``, ``labels``, ``years`` and ``scopes``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.extraction import labels, scopes, subjects
from orchestration.extraction.cells import Cell, cells
from orchestration.extraction.compact import Clause, clauses, compact
from orchestration.extraction.draft import Draft
from orchestration.extraction.measures import measure_of
from orchestration.extraction.model import Kind, Part, Quantity, ReportContext
from orchestration.extraction.roles import Role, role
from orchestration.extraction.structure import Block
from orchestration.extraction.words import either
from orchestration.extraction.years import Clock, period_of

GOAL = re.compile(either("targets", "before"))
GOAL_SENTENCE = re.compile(rf"(?:{either('targets', 'heads')})")
PAST = re.compile(either("targets", "past"))
NO_PART = re.compile("另有|另外|不含|此外|不包括")
CONTAINS = re.compile("^(?:含|包括|包含|其中含|其中包括)")
OF_WHICH = re.compile("^其中|其中$|，其中|其中：?")
NO_TOTAL = re.compile(either("heads", "no_total"))
COMPARE_CLAUSE = re.compile(r"^(?:与|同|和|比|较)(?P<ref>.{2,16}?)(?:相比|比较|比)?$")


class Reader:
    """Turns the sentences of one report into drafts, in order."""

    def __init__(self, context: ReportContext) -> None:
        self.context = context
        self.own = labels.own_pattern(context.own_names)
        self.clock = Clock(context)
        self.paragraph = -1
        self.path: tuple[str, ...] = ()
        self.section_total: list[Draft] | None = None
        self._forget("")

    def _forget(self, lead: str) -> None:
        """Begin a paragraph: topics end with the last one."""
        self.told: list[Draft] = []
        self.subject = ""
        self.level = ""
        self.lead = subjects.of_lead(lead)

    def sentence(self, block: Block, part: Part, quantities: Sequence[Quantity]) -> list[Draft]:
        """The drafts of one sentence; ``quantities`` are its candidates in order, with the text's offsets."""
        if block.path != self.path:
            self.path, self.section_total = block.path, None
            self.clock.span_base = None
        if block.paragraph != self.paragraph:
            self.paragraph = block.paragraph
            self._forget(block.lead)
        self.clock.open_sentence(part)
        self.goal_sentence = False
        self.of_which = ""
        self.sentence_told: list[Draft] = []
        form = compact(block.text, [(q.start - block.start, q.end - block.start) for q in quantities])
        made: list[Draft] = []
        by_index: dict[int, Draft] = {}
        for clause in clauses(form):
            self._open(clause)
            for cell in _lend(cells(clause)):
                draft = self._figure(cell, quantities[cell.index], by_index)
                by_index[cell.index] = draft
                made.append(draft)
                self._remember(draft, cell)
        if form.rstrip("：").endswith("其中") and self.sentence_told:
            self.section_total = [draft for draft in self.sentence_told if draft.is_level]
        made.sort(key=lambda draft: draft.quantity.start)
        return made

    def _open(self, clause: Clause) -> None:
        """What a clause says for the figures behind it."""
        text = clause.text
        if clause.depth == 0:
            self.clock.hear(text)
            compared = COMPARE_CLAUSE.match(text)
            if compared and clause.after in {"，", "："}:
                base = self.clock.base_of(compared["ref"], self.clock.default)
                if base:
                    self.clock.sentence_base = base
            if clause.before in {"；", ""} and self.of_which == "clause":
                self.of_which = ""
            if text.startswith("其中"):
                self.of_which = "sentence" if not self.sentence_told else "clause"
            if NO_PART.match(text):
                self.of_which, self.section_total = "", None
        if GOAL_SENTENCE.search(text):
            self.goal_sentence = True

    def _figure(self, cell: Cell, quantity: Quantity, seen: dict[int, Draft]) -> Draft:
        found = role(cell, quantity.unit)
        draft = Draft(quantity, depth=cell.clause.depth)
        said = cell.clause.text.split("、")[0] if cell.first else cell.said
        draft.year = self.clock.year_of(cell.said)
        draft.in_plan = self._planned(cell, draft)
        draft.period = period_of(said, self.clock)
        self._label(draft, cell, found, seen)
        self._kind(draft, cell, found, seen)
        self._years(draft, found)
        return draft

    def _planned(self, cell: Cell, draft: Draft) -> bool:
        """Whether the figure is one of the plan rather than of the past."""
        reviewed = self.context.reviewed_year
        if draft.year is not None and reviewed is not None and self.clock.part != "plan":
            return draft.year > reviewed
        if self.clock.part == "plan":
            past = draft.year is not None and reviewed is not None and draft.year <= reviewed
            return not past and not PAST.search(cell.said)
        return False

    def _kind(self, draft: Draft, cell: Cell, found: Role, seen: dict[int, Draft]) -> None:
        draft.measure = measure_of(found, draft.quantity.unit, draft.label)
        draft.negative = found.negative
        goal = draft.in_plan or found.goal or self.goal_sentence
        kind: Kind = "target" if goal else "actual"
        if found.name in {"change", "multiple"}:
            kind = "target" if draft.in_plan or self.goal_sentence else "change"
        elif found.name == "baseline":
            kind = "baseline"
        elif draft.scope and draft.depth:
            kind = "benchmark"
        elif self._total(draft, cell, seen):
            kind = "component"
        draft.kind = kind

    def _total(self, draft: Draft, cell: Cell, seen: dict[int, Draft]) -> bool:
        """Find the total that a component is part of."""
        total: Draft | None = None
        if cell.clause.depth and cell.clause.anchor is not None:
            total = seen.get(cell.clause.anchor)
        elif self.of_which or self.section_total:
            total = self._last_total(draft)
        if (
            total is None
            or total.quantity.unit != draft.quantity.unit
            or draft.quantity.unit in {"%", "‰", "个百分点", ":1"}
        ):
            return False
        if NO_TOTAL.search(total.label) or not total.is_level:
            return False
        draft.total = total
        return True

    def _last_total(self, draft: Draft) -> Draft | None:
        pool = self.section_total if self.section_total and not self.of_which else self.told
        for told in reversed(pool or []):
            if (
                told.quantity.unit == draft.quantity.unit
                and told.is_level
                and told.depth == draft.depth
                and told.kind != "component"
            ):
                return told
        return None

    def _years(self, draft: Draft, found: Role) -> None:
        clock = self.clock
        named = clock.base_of(found.ref, draft.year) if found.ref else None
        if draft.kind == "baseline":
            draft.base_year = (
                named or clock.sentence_base or (clock.default_base(draft.year) if clock.spanning else None)
            )
            draft.year = draft.base_year or draft.year
            if named and clock.spanning:
                clock.span_base = named
        elif found.name in {"change", "multiple"} and draft.kind == "change":
            if named:
                draft.base_year = named
                if clock.spanning and draft.year and named < draft.year - 1:
                    clock.span_base = named
            elif not found.against and (not found.ref or found.ref == "同比"):
                draft.base_year = clock.sentence_base or clock.default_base(draft.year, average=found.average)

    def _label(self, draft: Draft, cell: Cell, found: Role, seen: dict[int, Draft]) -> None:
        in_row = self._row_label(cell, found)
        anchor = seen.get(cell.clause.anchor) if cell.clause.anchor is not None else None
        if anchor is not None:
            place = scopes.in_bracket(cell.left, self.context.own_names)
            if place:
                draft.scope, draft.label = place, anchor.label
                draft.signs.add("place")
                return
        head = in_row if in_row is not None else labels.before(found.head, self.own)
        if found.name == "share":
            draft.label = self._share_label(head, found, draft)
        elif found.name in {"change", "multiple", "baseline"}:
            draft.label = self._change_label(head, found, draft, in_row is not None)
        else:
            draft.label = self._level_label(head, cell, draft, anchor)
        draft.label = labels.finish(draft.label)
        if not draft.scope and not cell.parallel and cell.first:
            draft.scope = scopes.named_organisation(cell.left, self.context.own_names)

    def _row_label(self, cell: Cell, found: Role) -> str | None:
        """The name that belongs to a figure of a row (分别), or ``None`` where there is no row."""
        if cell.row < 0:
            return None
        cleaned = labels.before(cell.names, self.own) if cell.names else ""
        names = labels.split_names(cleaned, cell.row_size) if cleaned else []
        if names:
            return names[cell.row]
        if cleaned:
            return cleaned
        levels = [draft for draft in self.sentence_told if draft.is_level and draft.depth == 0] or self.told
        if len(levels) >= cell.row_size:
            return levels[len(levels) - cell.row_size + cell.row].label
        return None

    def _topic(self, draft: Draft, *, same_unit: bool) -> Draft | None:
        """The last figure told whose label this one may share."""
        unit = draft.quantity.unit
        for told in reversed(self.told):
            if told.depth > draft.depth or not told.label:
                continue
            if not same_unit or unit in {"%", "倍", "番", "‰"} or told.quantity.unit == unit:
                return told
            if unit in {"个百分点", "百分点"} and told.quantity.unit in {"%", "‰", "个百分点"}:
                return told
        return self.told[-1] if self.told else None

    def _share_label(self, head: str, found: Role, draft: Draft) -> str:
        if not head:
            topic = self._topic(draft, same_unit=False)
            head = topic.label.split("占")[0] if topic else self.lead
            draft.signs.add("carried")
        return head + found.noun

    def _change_label(self, head: str, found: Role, draft: Draft, in_row: bool) -> str:
        if head and head != found.noun and not subjects.is_bare(head):
            draft.signs.add("left")
            return self._with_subject(head, draft) if not in_row else head
        topic = self._topic(draft, same_unit=True)
        draft.signs.add("carried")
        if topic is None:
            return (self.lead or subjects.of_path(self.path)) + head
        if head and head != found.noun:
            return self._with_subject(head, draft)
        return topic.label

    def _level_label(self, head: str, cell: Cell, draft: Draft, anchor: Draft | None) -> str:
        shared = cell.right and cell.clause.text.count(cell.right) and self._shared_right(cell)
        behind = labels.behind(cell.right, 10 if shared else labels.BEHIND) if cell.right else ""
        raw = cell.left
        if behind and (not head or raw.endswith("等") or labels.is_deed(head)):
            draft.signs.add("right")
            label = behind if raw.endswith("等") else labels.join(head, behind)
        elif behind and not shared and draft.quantity.unit not in {"个百分点"}:
            draft.signs.add("both")
            label = labels.join(head, behind)
        elif head:
            draft.signs.add("left")
            label = head
        else:
            draft.signs.add("carried")
            topic = anchor or self._topic(draft, same_unit=True)
            label = topic.label if topic else self.lead or subjects.of_path(self.path)
            return label
        if anchor is not None or self._is_part(cell):
            return self._part_label(label, cell, draft, anchor)
        return self._with_subject(label, draft)

    def _shared_right(self, cell: Cell) -> bool:
        """Whether the words behind a figure also stand before the next one."""
        text = cell.clause.text
        at = text.find(cell.right)
        after = text[at + len(cell.right) : at + len(cell.right) + 1]
        return bool(after) and "\ue000" <= after <= "\uf8ff"

    def _is_part(self, cell: Cell) -> bool:
        return bool(self.of_which) and cell.clause.depth == 0

    def _part_label(self, label: str, cell: Cell, draft: Draft, anchor: Draft | None) -> str:
        """A component's label, joined with its total's where it would not say of what it is a part."""
        total = anchor or self._last_total(draft)
        if total is None or CONTAINS.match(cell.clause.text) or total.quantity.unit != draft.quantity.unit:
            return self._with_subject(label, draft)
        common = {total.label[i : i + 2] for i in range(len(total.label) - 1)} & {
            label[i : i + 2] for i in range(len(label) - 1)
        }
        if common:
            return self._with_subject(label, draft)
        draft.signs.add("part")
        return labels.join(total.label, label)

    def _with_subject(self, label: str, draft: Draft) -> str:
        """Give a label that says too little the subject told before it."""
        if subjects.needs_level(label):
            subject = self.subject or self.level or subjects.of_path(self.path)
            if subject:
                draft.signs.add("subject")
                return labels.join(subject, label)
        if subjects.is_bare(label):
            subject = self.subject or self.lead
            if subject:
                draft.signs.add("subject")
                return labels.join(subject, label)
        return label

    def _remember(self, draft: Draft, cell: Cell) -> None:
        if draft.kind == "baseline" or not draft.label:
            return
        if draft.is_level:
            self.told.append(draft)
            self.sentence_told.append(draft)
            if draft.depth == 0 and "carried" not in draft.signs and "占" not in draft.label:
                subject = subjects.subject_of(draft.label)
                if draft.kind != "component" or subjects.level_in(subject):
                    self.subject = subject
        elif "carried" not in draft.signs and draft.depth == 0:
            self.told.append(draft)


def _lend(row: list[Cell]) -> list[Cell]:
    """Bare figures before a figure with its noun behind it share that noun (5.3万户、13万多人享受低保)."""
    from dataclasses import replace

    lent: list[Cell] = []
    for i, cell in enumerate(row):
        if (
            cell.row < 0
            and not cell.right
            and i + 1 < len(row)
            and row[i + 1].parallel
            and not row[i + 1].left
            and row[i + 1].right
        ):
            bare = labels.is_deed(labels.before(cell.left, None))
            lent.append(replace(cell, right=row[i + 1].right) if bare else cell)
        else:
            lent.append(cell)
    return lent
