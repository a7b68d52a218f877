"""Whose figures a sentence is telling, clause by clause, where they are not the report's own.

What belongs here: how long a school, firm or place that was named holds. What does not: recognising one
(``scopes``), and figures of others told for comparison (``reader``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from orchestration.extraction import bodies, localities, scopes
from orchestration.extraction.cells import Cell
from orchestration.extraction.compact import FIGURE, MARK, Clause, compact
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import ReportContext
from orchestration.extraction.words import either

OF_ALL = re.compile("每[百千万][^，]{0,2}[人户口]|人均")  # measures of a population, never of one body
STOP = re.compile("[，；]")
JOINT = re.compile("[、和与及]")
LEAD = re.compile(
    "(?:[0-9]{1,4}[年月日底初末份]+|今年|去年|上年|年内|年底|目前|其中|同时|此外|另外|据统计|据悉|截至|以来|近日|本报讯|本网讯|本刊讯)+"
)
ANOTHER = re.compile(f"{either('labels', 'deed')}|[全我各省市县区机口]")
OF_TERRITORY = re.compile(
    "(?:消除|化解|缓解|解决|带动|填补)了?(?:城区|县城|主城区|[全我][省市县区州]|县域|市域)"
)
STANDARD = re.compile("的(?:[省国部市]定|国家|省级|法定|规定|最低|上级)?(?:标准|要求|底线|红线|规定)")
OF_STAGE = re.compile("义务教育|学前|高中阶段|九年义务|普通高中|中小学|各级各类|城乡|农村|城镇|普惠")
SAME = re.compile("其中|该[校院园县区镇司集公企]")
LAST = re.compile("(?:[是数为]|属于)(?P<name>[\u4e00-\u9fa5]{2,12})$")
TOLD = re.compile(f"(?:为|达到?|有|是|仅|只有)?{MARK}")
PRICED = re.compile(f"(?:总投资|计划投资|投资|耗资|投入|占地|总?建筑面积)(?:约|近)?{MARK}的")
TRIED = ("争取", "力争", "支持", "推动")  # what is striven for is no deed of the body it is about
TITLE = 24  # characters that the name of a school's building project may have
NEAR = 3  # clauses in which what is told of a building may follow its name


@dataclass(slots=True)
class Others:
    """The school, firm or place that holds where reading stands; ``inside`` is the one of a bracket."""

    context: ReportContext
    name: str = ""
    holds: bool = False
    opened: bool = False
    kept: str = ""
    inside: str = ""
    passing: bool = False
    loose: bool = False
    pointed: bool = False
    fresh: bool = True
    told: bool = False
    heard: tuple[str, ...] = ()
    last: str = ""
    before: str = ""
    listed: tuple[str, ...] = ()
    paragraph: int = -1

    def open_sentence(self, paragraph: int) -> None:
        """Forget whom the last sentence was about, and in a new paragraph the park or firm kept."""
        if paragraph != self.paragraph:
            self.paragraph, self.kept, self.name = paragraph, "", ""
        self.before = self.name if self.holds and self.opened else ""
        self.name, self.holds, self.opened, self.inside, self.passing = "", False, False, "", False
        self.told, self.heard, self.last = False, (), ""
        self.fresh, self.listed, self.loose, self.pointed = True, (), False, False

    def hear(self, clause: Clause, behind: Sequence[Clause]) -> None:
        """Note whom a clause names.

        One that opens the sentence holds to its end, and so does a place; one named later for its own clause
        and what only goes on with it (一中上线566人，增幅23%). ``behind`` are the clauses that follow.
        """
        if clause.depth:
            self._hear_inside(clause)
            return
        self.inside = ""
        opens = clause.before in {"", "；"} or (clause.before == "：" and not self.holds) or self.fresh
        self.fresh = opens and bool(LEAD.fullmatch(clause.text))
        named = self._named(clause.text, self.name)
        if named is not None:
            self.listed = self._names(clause.text) if not named else ()
            self.last = named
        if opens:
            self._keep(named, clause.text)
        elif named is not None:
            self.kept = ""
        outside = [other.text for other in behind if not other.depth][:NEAR]
        if named is None:
            self.told = (self.told and not opens) or bool(FIGURE.search(clause.text))
            self._go_on(clause, outside, opens=opens)
            return
        told, self.told = self.told and not opens, bool(FIGURE.search(clause.text))
        first = self.told and not told and not opens and bodies.sort_of(named) == "schools"
        self.passing = self.pointed = False
        self.loose = first or bodies.is_port(named) or localities.is_city(named)
        opens = opens or first
        inside = takewhile(lambda other: other.depth, behind)
        if any(FIGURE.search(other.text) for other in inside):
            self.name, self.holds, self.opened = named, bool(named), opens
            return
        described = self._described(outside)
        lively = bool(outside and FIGURE.search(outside[0])) and not scopes.BUILT.search(clause.text)
        place = localities.is_place(named)
        passed = self.loose or (place and localities.of_province(self.context.own_names))
        goes_on = described or (opens and (place or lively) and not passed)
        self.name = named if goes_on or FIGURE.search(clause.text) else ""
        self.passing = described and not opens
        self.holds, self.opened = bool(self.name), opens or described or place or self.loose

    def pass_by(self, text: str, paragraph: int) -> None:
        """Take note of a sentence without figures: it may name a park or firm, or another subject."""
        opens = paragraph != self.paragraph
        self.open_sentence(paragraph)
        if not self.kept and len(text) > TITLE and not scopes.may_last(text):
            return
        form = compact(text.strip(), [])
        first, *others = STOP.split(form)
        named = self._named(first, "")
        if named and bodies.is_title(form, named):
            self.kept = named
            return
        if named:
            alone = not form.startswith(TRIED) and all(self._named(other, "") is None for other in others)
            named = named if alone and (opens or not scopes.is_park(named)) else ""
        self._keep(named, form)

    def _named(self, words: str, before: str) -> str | None:
        """Give whom words name: by its own name, or beside the one named ``before`` by its kind alone."""
        own = self.context.own_names
        whole = self.context.genre != "stat-communique" or "全国" not in own
        priced = PRICED.match(words)
        if priced:
            school = scopes.subject(words[priced.end() :], own, bodies=whole)
            return school if school and bodies.sort_of(school) == "schools" else None
        named = scopes.subject(words, own, bodies=whole)
        figure = FIGURE.search(words)
        if named is None and figure and before:
            return self._beside(scopes.LED_BY.sub("", words[: figure.start()]), before) or None
        return named

    def _hear_inside(self, clause: Clause) -> None:
        """Note whom a clause in brackets names; it holds to the next item of the bracket's list."""
        if clause.before == "（":
            told = bodies.describes(clause.text) or FIGURE.fullmatch(clause.text)
            self.inside = bodies.before_bracket(clause.host.rsplit("、", 1)[-1]) if told else ""
        elif clause.before == "；":
            self.inside, before = "", self.inside
            self.inside = self._named(clause.text, before) or ""
            return
        self.inside = self._named(clause.text, self.inside) or self.inside

    def _go_on(self, clause: Clause, behind: Sequence[str], *, opens: bool) -> None:
        """Take a clause that names nobody at its head: what was named before may hold, or its object."""
        if self.pointed:
            self.holds, self.pointed, self.passing = True, False, True
            return
        ended = OF_TERRITORY.match(clause.text) or (self.loose and ANOTHER.match(clause.text))
        ended = ended or (bodies.sort_of(self.name) == "schools" and OF_STAGE.match(clause.text))
        if ended or (self.passing and not bodies.describes(clause.text)):
            self.name = ""
        if opens and clause.before != "，":
            self.name = self.before if SAME.match(clause.text) else self.kept
            self.opened = bool(self.name)
        self.holds = self.opened and bool(self.name)
        if FIGURE.search(clause.text) or self.holds:
            return
        describes = bodies.is_built(clause.text) and self._described(behind)
        built = self._named(bodies.without_deed(clause.text), "") if describes else ""
        if built and not localities.is_place(built):
            self.name, self.holds, self.opened, self.passing = built, True, True, True
        last = LAST.search(clause.text)
        if last and behind and TOLD.match(behind[0]) and self._is_name(last["name"]):
            self.name, self.pointed = last["name"], True

    def _is_name(self, words: str) -> bool:
        """Whether words are the whole name of one body or place."""
        own = self.context.own_names
        return localities.is_name(words, own) or self._named(f"{words}有", "") == words

    def _names(self, clause: str) -> tuple[str, ...]:
        """Give the bodies or places that a clause tells one after another, ``()`` where it tells one."""
        *first, last = JOINT.split(FIGURE.split(scopes.LED_BY.sub("", clause))[0])
        if not first or not all(map(self._is_name, first)):
            return ()
        name = self._named(last, "") or localities.last_of_list(last, first[-1])
        return (*first, name) if name else ()

    def _described(self, clauses: Sequence[str]) -> bool:
        """Whether the next clause with a figure tells of a building, and none before it names another."""
        for text in clauses:
            if FIGURE.search(text):
                return bodies.describes(text)
            if self._named(text, "") is not None:
                return False
        return False

    def _keep(self, named: str | None, clause: str) -> None:
        """Keep the park or firm that opens a sentence while the next ones open with deeds."""
        if named and scopes.lasts(named):
            self.kept = named
        elif named is not None or not (scopes.goes_on(clause) or bodies.describes(clause)):
            self.kept = ""

    def alone(self, left: str, depth: int) -> str:
        """Give the words before a figure where they only name a body beside or as the one that holds."""
        words = scopes.FARTHEST.sub("", scopes.LED_BY.sub("", left), count=1)
        held = self.inside if depth else self.name
        return words if held and (words == held or self._beside(words, held)) else ""

    def scope_of(self, draft: Draft, cell: Cell) -> str:
        """Give a figure's scope: its own, else that of the clause it stands in."""
        if OF_ALL.match(draft.label):
            self.name, self.holds, self.opened, self.inside = "", False, False, ""
        left = scopes.LED_BY.sub("", cell.left)
        if STANDARD.match(cell.right):
            return draft.scope
        if draft.quantity.unit == "所" and left == self.name and bodies.sort_of(left) == "schools":
            self.name, self.last, self.holds = (
                "",
                "",
                False,
            )  # schools that are counted are of a kind (希望小学12所)
        if draft.depth:
            self.inside = self._beside(left, self.inside) or self.inside
            return draft.scope or self.inside or (self.name if self.holds else "")
        other = self._beside(left, self.name)
        if not other and self.name and cell.parallel and not cell.first:
            named = self._named(left, "") or ""
            other = named if bodies.sort_of(named) == bodies.sort_of(self.name) else ""
        if other:
            self.name = other
        goes_on = self.holds or (bool(self.name) and ("carried" in draft.signs or bool(other)))
        scope = draft.scope or self._of_list(draft, cell) or (self.name if goes_on else "")
        if not scope and self.last and draft.label.startswith(self.last) and "place" not in draft.signs:
            scope = self.last
        if scope and "carried" in draft.signs:
            self._rename(draft, scope)
        self.heard += (scope,) if scope and scope not in self.heard else ()
        return scope

    def _rename(self, draft: Draft, scope: str) -> None:
        """Give a label taken from what was told of another one the name of whose figure it is."""
        other = next((name for name in self.heard if draft.label.startswith(name)), scope)
        draft.label = scope + draft.label.removeprefix(other) if other != scope else draft.label

    def _beside(self, words: str, name: str) -> str:
        """Give ``words`` where beside the body or place ``name`` they only name another one of its sort."""
        own = self.context.own_names
        if name and words and (localities.is_name(words, own) or scopes.subject(f"{words}有", own) == words):
            return words
        return bodies.beside(words, name)

    def _of_list(self, draft: Draft, cell: Cell) -> str:
        """Give whose a figure is of those listed before (甲县、乙县等次为优秀，得分分别为95分和94分)."""
        if cell.row < 0 or cell.row_size != len(self.listed):
            opening = (name for name in self.listed if draft.label.startswith(name))
            return next((name for name in opening if not JOINT.match(draft.label, len(name))), "")
        mine = self.listed[cell.row]
        for other in self.listed:
            draft.label = draft.label.replace(other, mine)
        return mine
