"""How a figure is called, given its own words and what was told before it.

What belongs here: choosing between the words before, behind, and from earlier clauses. What does not:
trimming phrases (``labels``), subjects of labels (``subjects``), and the kind of a figure (``reader``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.extraction import joining, labels, phrases, reached, scopes, subjects, topics, wholes
from orchestration.extraction.cells import Cell
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import POINTS, Memory, counted_alike
from orchestration.extraction.model import ReportContext
from orchestration.extraction.roles import NORM, SAYS_NO_NAME, Role
from orchestration.extraction.words import either, words

CONTAINS = re.compile("^(?:含|包括|包含|其中含|其中包括|其中)")
RATE = re.compile(either("heads", "rate"))
GOAL_REF = re.compile("计划|目标|预期|任务|要求|时序")
SORT = re.compile(f"{either('labels', 'sort')}(?:递增|增长|推进)?")
LISTING = ("等", "和", "与", "以及")  # names told before the counted ones: 甲学院和14所分校
GROWING = frozenset(words("heads", "growing"))
KNOWN_AS = re.compile("(?:即|也即|称)?[\u4e00-\u9fa5]{2,12}[率度]")
CHANGES = words("changes", "nouns")
PULLING = ("拉动", "带动", "正向拉动", "负向拉动")
SHARES = frozenset({"%", "‰"})
PLACE_ALONE = re.compile("[\u4e00-\u9fa5]{2,3}[市县区]")
SET_GOAL = re.compile("的[\u4e00-\u9fa5]{0,6}(?:目标|任务|计划)(?:数|值)?")
SEASON = re.compile("(?:实现|其中|而|且|但)?(?P<when>[一二三四]季度|上半年|下半年|前三季度)")
RECEIVING = ("给", "替", "帮")
SHARE_ALONE = frozenset({"占", "则占", "占总数", "占比", "比重"})


class Namer:
    """Gives each draft its label and, where its words name another place, its scope."""

    def __init__(self, context: ReportContext, memory: Memory, places: frozenset[str]) -> None:
        self.names = context.own_names
        self.own = labels.own_pattern(context.own_names)
        self.memory = memory
        self.places = places
        self.bodies = context.genre != "stat-communique"
        self.body = ""  # all that the words before a figure name, where that is but another body (三中86人)

    def name(self, draft: Draft, cell: Cell, found: Role, anchor: Draft | None) -> None:
        """Set label, scope and the signs of how they were found."""
        if cell.clause.depth and self._of_other_place(draft, cell, anchor):
            return
        if cell.first:
            topics.turn(self.memory, self.own)
        in_row = self._in_row(cell)
        head = labels.before(phrases.POINTER.sub("", found.head), self.own)
        if in_row is not None:
            draft.signs.add("row")
            in_row = phrases.thing(phrases.stock(in_row)) if head in joining.TALLY else in_row
            pulled = found.name == "change" and head.startswith(PULLING)
            in_row = in_row.split("对")[0] if pulled else in_row
            head = labels.join(in_row, head) if found.name == "level" or pulled else in_row
            draft.scope = self._scope_in_row(in_row, cell)
        if found.name == "share" or (head in SHARE_ALONE and draft.quantity.unit == "%"):
            label = self._known_as(draft, cell) or self._share(head, found, draft, cell)
        elif found.name == "change" and topics.is_counted(cell, draft):
            label = labels.join(labels.before(cell.left, self.own), labels.behind(cell.right))
        elif found.name in {"change", "multiple", "baseline"}:
            label = self._change(head, found, draft, in_row is not None)
        else:
            label = self._level(head, cell, draft, anchor, goal=found.goal)
        if label.startswith("占"):
            label = self._share("", Role("share", "", noun=label), draft, cell)
        label = topics.at_event(label, self.memory) if found.name == "level" else label
        if self.memory.measure and draft.quantity.unit == "%" and not RATE.search(label):
            whole = subjects.level_in(label) == label
            label = label + self.memory.measure if whole else self.memory.measure + label
        label = joining.with_staff(joining.towards(label, cell.left, self.memory), draft, self.memory)
        draft.label = labels.finish(self._owned(self._levelled(label))) or self._anything(cell)
        if draft.label in GROWING:
            draft.label += "增长"
        season = SEASON.match(cell.left) if "carried" in draft.signs else None
        if season and season["when"] not in draft.label:
            draft.label = season["when"] + draft.label
        if cell.row < 0 and cell.first and not cell.parallel and "left" in draft.signs:
            draft.scope = scopes.named_organisation(cell.left, self.names)

    def _anything(self, cell: Cell) -> str:
        """Give what there is where no rule found a name: the clause's own words, else the heading."""
        said = labels.finish(re.sub("[0-9]+", "", cell.said + cell.right)) or labels.finish(
            re.sub("[0-9]+", "", cell.clause.text)
        )
        told = self.memory.told[-1].label if self.memory.told else ""
        if said and (labels.before(said, self.own) or not told):
            return said
        return told or (
            self.memory.path[-1] if self.memory.path else self.memory.text.strip()[: labels.LIMIT]
        )

    def _levelled(self, label: str) -> str:
        """In a communiqué, what every level has is of the level told last, or of its section."""
        if self.bodies or not subjects.is_of_each_level(label):
            return label
        told = (subjects.own_level(one.label) for one in reversed(self.memory.told))
        return (next(filter(None, told), "") or subjects.of_path(self.memory.path)) + label

    def _owned(self, label: str) -> str:
        """In a section on private schooling every label says so."""
        owner = subjects.ownership_of(self.memory.path)
        return owner + label if owner and owner not in label else label

    def _of_other_place(self, draft: Draft, cell: Cell, anchor: Draft | None) -> bool:
        """Give a bracket that tells another place's figure of the same thing (全省30所，无锡市3所)."""
        in_row = cell.row >= 0
        place, rest = scopes.in_bracket(cell.names if in_row else cell.left, self.names, self.places)
        if not place:
            return False
        row = self.memory.row(cell.row_size, cell.row) if in_row else None
        host = phrases.honour(labels.before(cell.clause.host, self.own))
        told = row or (anchor.label if anchor else host)
        draft.scope = place
        draft.label = labels.finish(labels.join(told, rest))
        draft.signs.add("place")
        return True

    def _in_row(self, cell: Cell) -> str | None:
        """Give the name of a figure in a row (分别), ``None`` where there is no row."""
        if cell.row < 0:
            return phrases.pointed_at(cell.left, self.memory)
        cleaned = labels.before(cell.names, self.own) if cell.names else ""
        cleaned = phrases.THESE.sub("", cleaned)
        if cleaned in joining.TALLY:
            return phrases.thing(phrases.stock(self.memory.row(cell.row_size, cell.row) or "")) + cleaned
        names = labels.split_names(cleaned, cell.row_size, self.memory.text) if cleaned else []
        names = names or topics.listed(cleaned, cell, self.memory, self.own)
        if names:
            return names[cell.row]
        said = [] if cleaned or not cell.first else topics.named_before(cell, self.memory, self.own)
        return said[cell.row] if said else cleaned or self.memory.row(cell.row_size, cell.row)

    def _scope_in_row(self, name: str, cell: Cell) -> str:
        """Give whose the figure of a row is: of the body that its name opens with, or as told before."""
        if cell.names:
            return scopes.of_row(name, self.names) if self.bodies else ""
        told = self.memory.row_of(cell.row_size, cell.row)
        return told.scope if told and told.kind != "benchmark" else ""

    @staticmethod
    def _known_as(draft: Draft, cell: Cell) -> str:
        """Give the name that a bracket gives a share (占总人口比重（城镇化率）为63.9%), or ``""``."""
        name = next((said for said in cell.clause.remarks if KNOWN_AS.fullmatch(said)), "")
        draft.signs |= {"left"} if name else set()
        return name

    def _share(self, head: str, found: Role, draft: Draft, cell: Cell) -> str:
        in_row = joining.of_last_row(cell, self.memory) if cell.row >= 0 and not head else ""
        if in_row:
            head = in_row
            draft.signs.add("carried")
        elif head and subjects.is_bare(head) and cell.row >= 0 and cell.names and head not in SHARE_ALONE:
            head = joining.with_subject(head, draft, self.memory, self.own)
        elif not head or subjects.is_bare(head) or head in SHARE_ALONE:
            head = "" if head in SHARE_ALONE else head
            topic = self.memory.topic(draft.quantity.unit, draft.depth, same_unit=False)
            whole = topic.label.split("占")[0] if topic else self.memory.lead + head
            head = head if head and whole in found.noun else whole
            draft.signs.add("carried")
        else:
            draft.signs.add("left")
        of = re.sub("(?:在|仍|已|保持|稳定|控制|继续|首次|再次|一直)+$", "", found.noun) or "占比"
        if cell.row >= 0:
            parts = labels.split_names(of.removeprefix("占"), cell.row_size, self.memory.text)
            of = "占" + parts[cell.row] if parts else of
        return head + of

    def _change(self, head: str, found: Role, draft: Draft, in_row: bool) -> str:
        """Give what changed: the words before the telling verb, else what was told last."""
        if in_row and head:
            return head
        head = phrases.told_of(head, draft, self.memory) or head
        head = topics.measure_for(head, draft.quantity.unit, self.memory, self.own) if head else head
        total = self.memory.total_for(draft, 0, head) if found.name == "baseline" and head else None
        if total:
            return self._part(head, draft, total, contained=False)
        if head and head != found.noun and not subjects.is_bare(head):
            draft.signs.add("left")
            return self._named_change(head, draft)
        before = topics.before(self.memory, self.own)
        draft.signs.add("left" if before else "carried")
        return before or self._carried_change(head, found, draft)

    def _named_change(self, head: str, draft: Draft) -> str:
        """Give the label of a change that names what changed."""
        unit = draft.quantity.unit
        if head in GROWING:
            return head + "增长"
        place = (
            head if PLACE_ALONE.fullmatch(head) and scopes.subject(f"{head}有", self.names) == head else ""
        )
        told = self.memory.topic(unit, draft.depth, same_unit=False) if place else None
        if told:
            draft.scope = place
            draft.signs.add("carried" if draft.claimed else "place")
            return told.label
        whole = phrases.measured_whole(head, draft, self.memory)
        if whole:
            draft.signs.add("facet")
            return head + whole
        if head.startswith(PULLING) and self.memory.subject:
            return self.memory.subject + head
        measured = RATE.search(head) or subjects.METRIC_END.search(head) or head.endswith(CHANGES)
        topic = self.memory.topic(unit, draft.depth) if unit in POINTS and not measured else None
        if topic and RATE.search(topic.label):
            return labels.join(topic.label, head)
        return joining.with_subject(phrases.sibling(head, self.memory), draft, self.memory, self.own)

    def _carried_change(self, head: str, found: Role, draft: Draft) -> str:
        """Give the label of a change that belongs to what was told before it."""
        topic = self.memory.start_of(draft) or self.memory.topic(draft.quantity.unit, draft.depth)
        if topic is None:
            return (self.memory.lead or subjects.of_path(self.memory.path)) + head
        if head and head != found.noun:
            if not found.verb:
                return joining.with_subject(head, draft, self.memory, self.own)
            return topic.label.replace(head, "") + head + found.verb + found.ref
        return topic.label + (f"超{found.ref}" if found.against and GOAL_REF.search(found.ref) else "")

    def _level(self, head: str, cell: Cell, draft: Draft, anchor: Draft | None, *, goal: bool) -> str:
        rest = phrases.remainder(cell.left, cell.right, draft, self.memory)
        if rest:
            draft.signs.add("carried")
            return rest + (labels.behind(cell.right, shared=cell.right_shared) or "其余")
        shared = "" if cell.right else joining.of_body(self.body, draft, anchor, self.memory)
        if shared:
            draft.signs.add("carried")
            return shared
        head = "" if goal and cell.clause.depth and NORM.fullmatch(cell.left) else head
        cell = cell if head or not (goal and cell.clause.depth) else replace(cell, left="", right="")
        if goal and not head and SET_GOAL.fullmatch(cell.right):
            cell = replace(cell, left="", right="")
        if goal and (SORT.fullmatch(labels.behind(cell.right)) or SAYS_NO_NAME.match(cell.right)):
            cell = replace(cell, right="")
        again = phrases.same_again(cell, draft, self.memory)
        again = again or phrases.carried_out(head, draft.quantity.unit, self.memory)
        again = again or reached.paid_in_all(head, draft.quantity.unit, self.memory, self.own)
        again = again or reached.paid_each(cell.left, draft, self.memory, self.own)
        label = again or self._own_words(head, cell, draft, in_bracket=anchor is not None)
        if not label and anchor is None:
            label = topics.before(self.memory, self.own) if cell.first or cell.from_to else ""
            draft.signs |= {"left"} if label else set()
        if not label:
            return self._carried(cell, draft, anchor, goal=goal)
        if draft.quantity.unit in SHARES:
            label = reached.share_reached(label, self.memory)
        else:
            label = phrases.of_rate(reached.reach(label, self.memory), self.memory)
        label = phrases.ranked(topics.per_head(label, draft.quantity.unit, self.memory), self.memory)
        label = phrases.extreme(phrases.spread(label, draft, self.memory), self.memory)
        label = topics.measure_for(label, draft.quantity.unit, self.memory, self.own)
        return self._of_whole(label, cell, draft, anchor)

    def _carried(self, cell: Cell, draft: Draft, anchor: Draft | None, *, goal: bool) -> str:
        """Give the label of a figure without own words; a goal told after parts is that of the whole."""
        draft.signs.add("carried")
        topic = anchor or self.memory.start_of(draft) or self._carrier(cell, draft)
        topic = topic.total or topic if topic and goal else topic
        second = "" if cell.left or not cell.parallel else phrases.second_of_pair(draft, self.memory)
        if second:
            return second
        carried = topic.label if topic else self.memory.lead or subjects.of_path(self.memory.path)
        carried = phrases.stock(carried) if topic and phrases.outgrown(topic, draft) else carried
        carried = joining.carried_out(carried) if not goal and not draft.in_plan else carried
        return carried if "累计" not in cell.left or "累计" in carried else "累计" + carried

    def _of_whole(self, label: str, cell: Cell, draft: Draft, anchor: Draft | None) -> str:
        """Give a label with what it is a part of, or with the subject that it needs."""
        if anchor is not None:
            return self._part(label, draft, anchor, contained=bool(CONTAINS.match(cell.clause.text)))
        total = self.memory.total_for(draft, draft.depth, label) if not draft.depth else None
        if total:
            return self._part(label, draft, total, contained=False)
        if self.memory.by and not subjects.METRIC_END.search(label):
            draft.signs.add("facet")
            whole = wholes.divided(draft.quantity.unit, self.memory)
            if whole:
                return wholes.part_of(whole, label)
        return phrases.elided_share(label, draft, self.memory) or joining.with_subject(
            label, draft, self.memory, self.own
        )

    def _carrier(self, cell: Cell, draft: Draft) -> Draft | None:
        """Give the figure whose name a bare one shares: the one beside it, else the last of its unit."""
        beside = not cell.first and self.memory.named
        return self.memory.named[-1] if beside else self.memory.topic(draft.quantity.unit, draft.depth)

    def _own_words(self, head: str, cell: Cell, draft: Draft, *, in_bracket: bool) -> str:
        """Give the label from the words right before and behind the figure, ``""`` where they say nothing."""
        behind = labels.behind(cell.right, shared=cell.right_shared) if cell.right else ""
        behind = f"人{behind}" if behind.startswith("口") and draft.quantity.quote.endswith("人") else behind
        listed = cell.left.endswith((*LISTING, "、")) or phrases.named_each(cell.left, draft.quantity.low)
        if behind and cell.left.endswith(RECEIVING):
            draft.signs.add("right")
            return behind
        head = "" if head and cell.first and not in_bracket and self._is_body(head, draft) else head
        deed = labels.is_deed(head)
        metric = subjects.METRIC_END.search(head) if cell.right.startswith("的") else None
        if head and SORT.fullmatch(behind):
            behind = ""
        if behind and metric:
            draft.signs.add("both")
            return labels.join(behind, metric.group())
        if behind and (listed or deed):
            draft.signs.add("right")
            return labels.join(phrases.opening_deed(head) if listed else head, behind)
        if (
            behind
            and head
            and (not cell.right_shared or cell.left.endswith("的"))
            and draft.quantity.unit not in POINTS
        ):
            draft.signs.add("both")
            return labels.join(head, behind)
        if head and deed and not in_bracket:
            thing = phrases.thing_of_deed(head, self.memory, draft.quantity.unit, self.own)
            draft.signs.add("deed")
            thing = thing or (subjects.of_title(self.memory.path) if not self.memory.told else "")
            far = phrases.FAR.fullmatch(head) and self.memory.subject
            return (
                labels.join(head, thing)
                if thing
                else phrases.plain(self.memory.subject) + head
                if far
                else head
            )
        if head:
            draft.signs.add("left")
        return head

    def _is_body(self, head: str, draft: Draft) -> bool:
        """Whether the words before a figure only name a body whose share of what was told it is."""
        told = self.memory.sentence[-1] if self.memory.sentence else None
        fits = told is not None and counted_alike(told.quantity.unit, draft.quantity.unit)
        if self.memory.of_which and scopes.is_part_of_territory(head):
            return False
        return fits and scopes.subject(f"{head}有", self.names) == head

    def _part(self, label: str, draft: Draft, total: Draft | None, *, contained: bool) -> str:
        """Give a component's label, joined with its total's where it would not say of what it is a part."""
        if total is None or contained or total.quantity.unit != draft.quantity.unit:
            return joining.with_subject(label, draft, self.memory, self.own)
        named = wholes.of_total(label, total.label)
        if named is None:
            return joining.with_subject(label, draft, self.memory, self.own)
        draft.signs.add("part")
        return named
