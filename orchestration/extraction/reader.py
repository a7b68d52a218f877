"""Reading a report sentence by sentence with the memory that a person has of what was just said.

What belongs here: the order in which rules apply to a figure, its kind and its years. What does not: the
rules themselves (``cells``, ``roles``, ``years``), the memory (``memory``) and the label (``naming``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orchestration.extraction import labels, scopes, topics
from orchestration.extraction.cells import Cell, cells
from orchestration.extraction.compact import FIGURE, Clause, clauses, compact, index_of
from orchestration.extraction.draft import Draft
from orchestration.extraction.measures import measure_of
from orchestration.extraction.memory import COUNTERS, NO_PART, PEOPLE, POINTS, Memory, counted_alike, exceeds
from orchestration.extraction.model import Kind, Part, Quantity, ReportContext
from orchestration.extraction.naming import CONTAINS, Namer
from orchestration.extraction.others import Others
from orchestration.extraction.periods import period_of
from orchestration.extraction.roles import Role, role
from orchestration.extraction.structure import Block
from orchestration.extraction.timewords import without_comparison, years_told
from orchestration.extraction.wholes import NO_TOTAL
from orchestration.extraction.words import either
from orchestration.extraction.years import Clock

GOAL_SENTENCE = re.compile(either("targets", "heads"))
PAST = re.compile(either("targets", "past") + "(?!量|.{0,40}(?:达到|不少于|不低于|提高))")
ARRIVED = re.compile(
    "^[\u4e00-\u9fa5]{0,4}?已经?(?:全部|全额)?(?:到位|拨付|下达|落实到位|完工|建成|开工|投用)"
)
WHOLE = re.compile("总(?:里程|数|量|额|规模|面积|长)|累计$")
FOR_EACH = re.compile("(?:每[生人户亩月年天]|人均|生均|户均|年均|标准(?!化))[^，、；]{0,8}$")
THEN = re.compile("^(?:当初|当时|那时|原来|原先)")
SET_BEFORE = re.compile("的(?:目标|任务|既定目标|年度目标)")
HELD_GOAL = re.compile("[\ue000-\uf8ff]的[\u4e00-\u9fa5]{0,6}目标")
PLUS = ("+", "＋")
IN_ALL = re.compile("^(?:累计|总共|共|合计|总计)")
JOINED = frozenset({"change"})
OWNED = re.compile("民办|公办")
SO_FAR = re.compile("截[至止]到?[0-9０-９]{4}年(?!底|末)[^将拟]*$")  # what is, also in the year planned
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
        self.last: tuple[Cell, Role, str] | None = None
        self.others = Others(context)
        self.parts: tuple[int, str, list[Draft]] = (-1, "", [])

    def sentence(self, block: Block, part: Part, quantities: Sequence[Quantity]) -> list[Draft]:
        """Give the drafts of one sentence; ``quantities`` are its candidates, with the text's offsets."""
        if block.path != self.memory.path:
            self._turn_to(block)
        self.memory.open_block(block)
        self._hear_time(block, part)
        self.goal_sentence = False
        self.others.open_sentence(block.paragraph)
        form = compact(block.text, [(q.start - block.start, q.end - block.start) for q in quantities])
        self.memory.clauses = clauses(form)
        self._go_on_with_parts(block)
        seen: dict[int, Draft] = {}
        for at, clause in enumerate(self.memory.clauses):
            self._open(clause, at)
            for cell in cells(clause):
                draft = self._figure(cell, quantities[cell.index], seen)
                seen[cell.index] = draft
                self.memory.remember(draft)
        self._keep_parts(block)
        self.memory.close_sentence(form)
        return sorted(seen.values(), key=lambda draft: draft.quantity.start)

    def _keep_parts(self, block: Block) -> None:
        """Keep the total that a sentence divides by owner, with the word that its parts begin with."""
        part = next((d for d in self.memory.sentence if d.kind == "component" and not d.depth), None)
        if part is not None and self.memory.of_which:
            owner = OWNED.match(part.label)
            self.parts = (block.paragraph, owner.group() if owner else "", list(self.memory.pool))

    def _go_on_with_parts(self, block: Block) -> None:
        """Take a sentence that begins like the parts of the last one (民办小学…。民办初中…) as going on."""
        paragraph, prefix, pool = self.parts
        first = self.memory.clauses[0].text if self.memory.clauses else ""
        if paragraph == block.paragraph and prefix and first.startswith(prefix):
            self.memory.of_which, self.memory.pool = "sentence", pool
        else:
            self.parts = (-1, "", [])

    def pass_by(self, block: Block, part: Part) -> None:
        """Take note of a sentence without figures: it may open parts of a total, or a span of years."""
        if block.text.rstrip().endswith(("其中：", "其中:")):
            self.memory.open_parts()
        if block.path != self.memory.path:
            self._turn_to(block)
        self._hear_time(block, part)
        self.clock.pass_by(block.text)
        self.others.pass_by(block.text, block.paragraph)

    def _hear_time(self, block: Block, part: Part) -> None:
        opens = block.paragraph != self.clock.paragraph
        self.clock.open_sentence(part, block.paragraph, block.text)
        self.clock.list_goals(block.text, opens=opens)

    def _turn_to(self, block: Block) -> None:
        self.clock.open_section(block.path)
        self.memory.path, self.memory.section_total = block.path, []

    def _open(self, clause: Clause, at: int) -> None:
        """Give what a clause says for the figures behind it."""
        self.memory.open_clause(clause, at)
        if clause.before == "；":
            self.clock.turn_to_next(clause.text)
        if not clause.depth:
            self.clock.hear(clause.text, opens=not clause.before)
            compared = COMPARE_CLAUSE.match(clause.text) if clause.after in {"，", "："} else None
            base = self.clock.base_of(compared["ref"], self.clock.default) if compared else None
            self.clock.sentence_base = base or self.clock.sentence_base
        self.others.hear(clause, self.memory.clauses[at + 1 :])
        if "目标" in clause.text:
            held = HELD_GOAL.sub("", clause.text)
            self.goal_sentence = self.goal_sentence or bool(GOAL_SENTENCE.search(held))
        self.goal_sentence = self.goal_sentence or "力争" in clause.text

    def _figure(self, cell: Cell, quantity: Quantity, seen: dict[int, Draft]) -> Draft:
        found = self._role(cell, quantity)
        draft = Draft(quantity, depth=cell.clause.depth, negative=found.negative)
        draft.claimed = self._claimed(cell)
        anchor = _anchor(cell, seen)
        draft.year = self.clock.year_of(cell.said + cell.when if cell.from_to == "to" else cell.said)
        draft.in_plan = self._planned(cell, draft)
        draft.period = period_of(cell.said, self.clock, quantity.unit, moved=bool(cell.from_to))
        self.namer.body = self.others.alone(cell.left, cell.clause.depth)
        if not self._beside(draft, cell, found):
            self.namer.name(draft, cell, found, anchor)
        draft.measure = measure_of(found, quantity.unit, draft.label)
        draft.kind = self._kind(draft, found, anchor, cell)
        draft.scope = self.others.scope_of(draft, cell)
        self._years(draft, found)
        return draft

    def _claimed(self, cell: Cell) -> bool:
        """Whether a figure's clause says that it tells parts (其中小学9所、教学点2个)."""
        if cell.clause.text.startswith("其中"):
            return True
        before = self.memory.clauses[self.memory.at - 1].text if self.memory.at else ""
        return before == "其中"

    def _role(self, cell: Cell, quantity: Quantity) -> Role:
        """Give the role of a figure; one that only joins another (8%和11%) has that one's."""
        unit = quantity.unit
        found = role(cell, unit)
        if found.name == "level" and quantity.quote.startswith(PLUS):
            found = Role("change", found.head)
        if found.earlier and not self._is_earlier(found.ref):
            found = Role("level", cell.left)
        beside = self.last if self.last and self.last[0].clause is cell.clause else None
        if beside and beside[1].goal and found.name == "change" and cell.left == beside[0].right:
            found = replace(found, ref=found.ref or "计划")
        if beside and beside[1].goal and cell.left == beside[0].right and unit in POINTS:
            below = beside[0].left.endswith("低于")
            found = Role("change", "", ref="计划", negative=below)
        if self.last and self.last[0].clause is cell.clause and found.name == "level":
            before, told, told_unit = self.last
            if told.earlier and cell.parallel:
                found = Role("baseline", found.head, told.ref, earlier=True)
            elif _joins(cell, before) and told.name in JOINED and told_unit == unit:
                names = labels.split_names(labels.before(told.head, None), 2, self.memory.text)
                found = replace(told, head=names[1] if names else told.head)
        self.last = cell, found, unit
        return found

    def _is_earlier(self, ref: str) -> bool:
        """Whether a named year lies before the one that the part is about."""
        if ref.startswith("去年"):
            return self.clock.part == "plan" or ref.endswith("同期")
        default = self.clock.default
        named = self.clock.base_of(ref, default)
        return named is not None and default is not None and named < default

    def _beside(self, draft: Draft, cell: Cell, found: Role) -> bool:
        """Take a figure of another place that stands beside the report's own of the same thing."""
        told = [one for one in self.memory.sentence if "place" not in one.signs]
        if found.name not in {"level", "change"} or (found.goal and cell.clause.depth):
            return False
        place, label = self._compared(cell, found, told)
        if not place or not label:
            return False
        own = next((one for one in reversed(told) if one.label == label), told[-1] if told else None)
        if own and (own.quantity.unit != draft.quantity.unit or own.scope):
            return False
        draft.scope, draft.label = place, label
        draft.signs.add("place")
        return True

    def _compared(self, cell: Cell, found: Role, told: Sequence[Draft]) -> tuple[str, str]:
        """Give the other place that a figure is told of, and its label; ``""`` where there is none."""
        names = self.context.own_names
        last = told[-1].label if told else ""
        place, head = scopes.held_against(cell.left, cell.right, names)
        if place:
            alike = (one.label for one in reversed(told) if head in one.label)
            return place, next(alike, labels.before(head, self.namer.own))
        if found.name != "level" or cell.right:
            return "", ""
        if cell.clause.depth and not cell.left:
            return self._in_remark(cell, last)
        if not told:
            return "", ""
        place, norm = scopes.beside(cell.names if cell.row >= 0 else cell.left, names)
        label = self.memory.row(cell.row_size, cell.row) if cell.row >= 0 else None
        return place, (label or last) + norm

    def _in_remark(self, cell: Cell, last: str) -> tuple[str, str]:
        """Give the place before a bracket with its level, and what its words or those before it measure."""
        place = scopes.in_remark(cell.clause.host, self.context.own_names)
        if not place or last:
            return place, last
        head = labels.before(scopes.before_remark(cell.clause.host), self.namer.own)
        return place, head or topics.before(self.memory, self.namer.own)

    def _planned(self, cell: Cell, draft: Draft) -> bool:
        """Whether the figure is one of the plan rather than of the past."""
        reviewed = self.context.reviewed_year
        if "已" in cell.right and ARRIVED.match(cell.right):
            return False
        if self.clock.part != "plan":
            if draft.year == self.context.planned_year and SO_FAR.search(self.memory.text):
                return False
            return None not in {draft.year, reviewed} and (draft.year or 0) > (reviewed or 0)
        past = draft.year is not None and reviewed is not None and draft.year <= reviewed
        past = past and reviewed != self.context.planned_year
        return not past and not PAST.search(without_comparison(cell.said))

    def _kind(self, draft: Draft, found: Role, anchor: Draft | None, cell: Cell) -> Kind:
        goal = draft.in_plan or self.goal_sentence
        if found.name == "baseline":
            return "baseline"
        if "place" in draft.signs and (found.name == "level" or not draft.depth):
            return "benchmark"
        if found.name in {"change", "multiple"}:
            return "target" if goal or SET_BEFORE.match(cell.right) else "change"
        draft.total = None if found.goal else self._total(draft, anchor, cell.said)
        if draft.total is not None:
            return "component"
        return "target" if goal or found.goal else "actual"

    def _total(self, draft: Draft, anchor: Draft | None, said: str) -> Draft | None:
        """Give the total that a figure is a part of, ``None`` where it stands for itself."""
        unit = draft.quantity.unit
        total = anchor if draft.depth else self.memory.total_for(draft, draft.depth, draft.label)
        if (
            total is None
            or not _alike(total.quantity.unit, unit, loose=draft.depth > 0 or draft.claimed)
            or unit in NO_PARTS
            or (WHOLE.search(draft.label) and not WHOLE.search(total.label))
            or (draft.depth == 0 and FOR_EACH.search(said))
        ):
            return None
        if draft.depth and (NO_PART.match(said) or (exceeds(draft, total) and IN_ALL.match(draft.label))):
            return None
        return None if NO_TOTAL.search(total.label) or not total.is_level else total

    def _years(self, draft: Draft, found: Role) -> None:
        """Year and base year of what starts or tells a change."""
        clock = self.clock
        told = clock.default if found.earlier else draft.year
        named = clock.base_of(found.ref, told) if found.ref else None
        if THEN.search(found.ref) and self.memory.starts:
            named = self.memory.starts[-1].base_year
        if draft.kind == "baseline":
            spanned = clock.default_base(draft.year, start=True) if clock.spanning else None
            draft.base_year = named or clock.sentence_base or spanned
            draft.year = draft.base_year or draft.year
        elif draft.kind == "change":
            plain = not found.against and (not found.ref or found.ref == "同比")
            told = years_told(found.head) if draft.year else None
            fallback = clock.sentence_base or clock.default_base(draft.year, average=found.average)
            fallback = draft.year - told if draft.year and told else fallback
            began = self.memory.starts[-1].base_year if found.average and self.memory.starts else None
            fallback = began or fallback
            draft.base_year = named or (fallback if plain else None)
        if named and clock.spanning and draft.year and draft.kind != "baseline" and named == draft.year - 1:
            clock.sentence_base = named
        elif named and clock.spanning and draft.year and named < draft.year:
            clock.span_base = clock.sentence_base = named


def _alike(whole: str, part: str, *, loose: bool) -> bool:
    """Whether a part may be counted in its unit: the total's, or where it says so a like one (个 of 所)."""
    return counted_alike(whole, part) or (
        loose and any(whole in group and part in group for group in (COUNTERS, PEOPLE))
    )


def _joins(cell: Cell, before: Cell) -> bool:
    """Whether a figure without words of its own only joins the one before it (增长8%和11%)."""
    return not cell.left and not before.right and cell.row < 0


def _anchor(cell: Cell, seen: dict[int, Draft]) -> Draft | None:
    """Give the figure that a bracket belongs to: before it, or behind it as in 小学（含教学点31个）92所."""
    clause = cell.clause
    if clause.anchor is None and not clause.depth:
        return None
    if clause.depth and CONTAINS.match(clause.text) and not FIGURE.search(clause.host[-1:]):
        last = max(index_of(mark) for mark in FIGURE.findall(clause.text))
        return seen.get(last + 1)
    return seen.get(clause.anchor) if clause.anchor is not None else None
