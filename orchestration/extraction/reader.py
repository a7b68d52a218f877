"""Reading a report sentence by sentence with the memory that a person has of what was just said.

What belongs here: the order in which rules apply to a figure, its kind and its years. What does not: the
rules themselves (``cells``, ``roles``, ``years``), the memory (``memory``) and the label (``naming``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.extraction.cells import Cell, cells
from orchestration.extraction.compact import Clause, clauses, compact
from orchestration.extraction.draft import Draft
from orchestration.extraction.measures import measure_of
from orchestration.extraction.memory import Memory
from orchestration.extraction.model import Kind, Part, Quantity, ReportContext
from orchestration.extraction.naming import Namer
from orchestration.extraction.periods import period_of
from orchestration.extraction.roles import Role, role
from orchestration.extraction.structure import Block
from orchestration.extraction.wholes import NO_TOTAL
from orchestration.extraction.words import either
from orchestration.extraction.years import Clock, without_comparison, years_told

GOAL_SENTENCE = re.compile(either("targets", "heads"))
PAST = re.compile(either("targets", "past") + "(?!量)")
WHOLE = re.compile("总(?:里程|数|量|额|规模|面积|长)|累计$")
NO_PARTS = frozenset({"%", "‰", "个百分点", ":1"})
COMPARE_CLAUSE = re.compile(r"^(?:与|同|和|比|较)(?P<ref>.{2,16}?)(?:相比|比较|比)?$")


class Reader:
    """Turns the sentences of one report into drafts, in order."""

    def __init__(self, context: ReportContext, places: frozenset[str] = frozenset()) -> None:
        self.context = context
        self.clock = Clock(context)
        self.memory = Memory()
        self.namer = Namer(context, self.memory, places)
        self.goal_sentence = False

    def sentence(self, block: Block, part: Part, quantities: Sequence[Quantity]) -> list[Draft]:
        """Give the drafts of one sentence; ``quantities`` are its candidates, with the text's offsets."""
        if block.path != self.memory.path:
            self._turn_to(block)
        self.memory.open_block(block)
        self.clock.open_sentence(part, block.paragraph)
        self.goal_sentence = False
        form = compact(block.text, [(q.start - block.start, q.end - block.start) for q in quantities])
        self.memory.clauses = clauses(form)
        seen: dict[int, Draft] = {}
        for at, clause in enumerate(self.memory.clauses):
            self._open(clause, at)
            for cell in cells(clause):
                draft = self._figure(cell, quantities[cell.index], seen)
                seen[cell.index] = draft
                self.memory.remember(draft)
        self.memory.close_sentence(form)
        return sorted(seen.values(), key=lambda draft: draft.quantity.start)

    def pass_by(self, block: Block, part: Part) -> None:
        """Take note of a sentence without figures: it may open parts of a total, or a span of years."""
        if block.text.rstrip().endswith(("其中：", "其中:")):
            self.memory.open_parts()
        if block.path != self.memory.path:
            self._turn_to(block)
        self.clock.open_sentence(part, block.paragraph)
        self.clock.pass_by(block.text)

    def _turn_to(self, block: Block) -> None:
        self.clock.open_section(block.path)
        self.memory.path, self.memory.section_total = block.path, []

    def _open(self, clause: Clause, at: int) -> None:
        """Give what a clause says for the figures behind it."""
        self.memory.open_clause(clause, at)
        if not clause.depth:
            self.clock.hear(clause.text, opens=not clause.before)
            compared = COMPARE_CLAUSE.match(clause.text) if clause.after in {"，", "："} else None
            base = self.clock.base_of(compared["ref"], self.clock.default) if compared else None
            self.clock.sentence_base = base or self.clock.sentence_base
        self.goal_sentence = self.goal_sentence or bool(GOAL_SENTENCE.search(clause.text))

    def _figure(self, cell: Cell, quantity: Quantity, seen: dict[int, Draft]) -> Draft:
        found = role(cell, quantity.unit)
        draft = Draft(quantity, depth=cell.clause.depth, negative=found.negative)
        anchor = seen.get(cell.clause.anchor) if cell.clause.anchor is not None else None
        draft.year = self.clock.year_of(cell.said)
        draft.in_plan = self._planned(cell, draft)
        draft.period = period_of(cell.said, self.clock, quantity.unit, moved=bool(cell.from_to))
        self.namer.name(draft, cell, found, anchor)
        draft.measure = measure_of(found, quantity.unit, draft.label)
        draft.kind = self._kind(draft, found, anchor)
        self._years(draft, found)
        return draft

    def _planned(self, cell: Cell, draft: Draft) -> bool:
        """Whether the figure is one of the plan rather than of the past."""
        reviewed = self.context.reviewed_year
        if self.clock.part != "plan":
            return None not in {draft.year, reviewed} and (draft.year or 0) > (reviewed or 0)
        past = draft.year is not None and reviewed is not None and draft.year <= reviewed
        return not past and not PAST.search(without_comparison(cell.said))

    def _kind(self, draft: Draft, found: Role, anchor: Draft | None) -> Kind:
        goal = draft.in_plan or self.goal_sentence
        if found.name == "baseline":
            return "baseline"
        if found.name in {"change", "multiple"}:
            return "target" if goal else "change"
        if "place" in draft.signs:
            return "benchmark"
        draft.total = self._total(draft, anchor)
        if draft.total is not None:
            return "component"
        return "target" if goal or found.goal else "actual"

    def _total(self, draft: Draft, anchor: Draft | None) -> Draft | None:
        """Give the total that a figure is a part of, ``None`` where it stands for itself."""
        unit = draft.quantity.unit
        total = anchor if draft.depth else self.memory.total_for(unit, draft.depth)
        if total is None or total.quantity.unit != unit or unit in NO_PARTS or WHOLE.search(draft.label):
            return None
        part, whole = draft.quantity.low, total.quantity.low
        if part is not None and whole is not None and part > whole:
            return None
        return None if NO_TOTAL.search(total.label) or not total.is_level else total

    def _years(self, draft: Draft, found: Role) -> None:
        """Year and base year of what starts or tells a change."""
        clock = self.clock
        named = clock.base_of(found.ref, draft.year) if found.ref else None
        if draft.kind == "baseline":
            spanned = clock.default_base(draft.year, start=True) if clock.spanning else None
            draft.base_year = named or clock.sentence_base or spanned
            draft.year = draft.base_year or draft.year
        elif draft.kind == "change":
            plain = not found.against and (not found.ref or found.ref == "同比")
            told = years_told(found.head) if draft.year else None
            fallback = clock.sentence_base or clock.default_base(draft.year, average=found.average)
            fallback = draft.year - told if draft.year and told else fallback
            draft.base_year = named or (fallback if plain else None)
        if named and clock.spanning and draft.year and draft.kind != "baseline" and named == draft.year - 1:
            clock.sentence_base = named
        elif named and clock.spanning and draft.year and named < draft.year:
            clock.span_base = clock.sentence_base = named
