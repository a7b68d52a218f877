"""Whose figures a sentence is telling, clause by clause, where they are not the report's own.

What belongs here: how long a school, firm or place that was named holds. What does not: recognising one
(``scopes``), and figures of others told for comparison (``reader``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from orchestration.extraction import bodies, scopes
from orchestration.extraction.compact import FIGURE, Clause, compact
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import ReportContext

OF_ALL = re.compile("每[百千万][^，]{0,2}[人户口]|人均")  # measures of a population, never of one body
STOP = re.compile("[，；]")
TRIED = ("争取", "力争", "支持", "推动")  # what is striven for is no deed of the body it is about
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
    paragraph: int = -1

    def open_sentence(self, paragraph: int) -> None:
        """Forget whom the last sentence was about, and in a new paragraph the park or firm kept."""
        if paragraph != self.paragraph:
            self.paragraph, self.kept = paragraph, ""
        self.name, self.holds, self.opened, self.inside, self.passing = "", False, False, "", False

    def hear(self, clause: Clause, behind: Sequence[Clause]) -> None:
        """Note whom a clause names.

        One that opens the sentence holds to its end, and so does a place; one named later for its own clause
        and what only goes on with it (一中上线566人，增幅23%). ``behind`` are the clauses that follow.
        """
        if clause.depth:
            self._hear_inside(clause)
            return
        self.inside = ""
        opens = clause.before in {"", "；"} or (clause.before == "：" and not self.holds)
        named = self._named(clause.text, self.name)
        if opens:
            self._keep(named, clause.text)
        elif named is not None:
            self.kept = ""
        if named is None:
            self._go_on(clause, opens=opens)
            return
        self.passing = False
        inside = takewhile(lambda other: other.depth, behind)
        if any(FIGURE.search(other.text) for other in inside):
            self.name, self.holds, self.opened = named, bool(named), opens
            return
        outside = [other.text for other in behind if not other.depth][:NEAR]
        described = self._described(outside)
        lively = bool(outside and FIGURE.search(outside[0])) and not scopes.BUILT.search(clause.text)
        goes_on = described or (opens and (scopes.is_place(named) or lively))
        self.name = named if goes_on or FIGURE.search(clause.text) else ""
        self.passing = described and not opens
        self.holds, self.opened = bool(self.name), opens or described or scopes.is_place(named)

    def pass_by(self, text: str, paragraph: int) -> None:
        """Take note of a sentence without figures: it may name a park or firm, or another subject."""
        opens = paragraph != self.paragraph
        self.open_sentence(paragraph)
        form = compact(text.strip(), [])
        first, *others = STOP.split(form)
        named = self._named(first, "")
        if not named and not self.kept:
            return
        if named and bodies.is_title(form, named):
            self.kept = named
            return
        told_of = not form.startswith(TRIED) and all(self._named(other, "") is None for other in others)
        self._keep(named if told_of and (opens or not named or not scopes.is_park(named)) else "", form)

    def _named(self, words: str, before: str) -> str | None:
        """Give whom words name: by its own name, or beside the one named ``before`` by its kind alone."""
        own, whole = self.context.own_names, self.context.genre != "stat-communique"
        named = scopes.subject(words, own, bodies=whole)
        figure = FIGURE.search(words)
        if named is None and figure and before:
            return bodies.beside(scopes.LED_BY.sub("", words[: figure.start()]), before) or None
        return named

    def _hear_inside(self, clause: Clause) -> None:
        """Note whom a clause in brackets names; it holds to the next item of the bracket's list."""
        if clause.before == "（":
            self.inside = bodies.before_bracket(clause.host) if bodies.describes(clause.text) else ""
        elif clause.before == "；":
            self.inside, before = "", self.inside
            self.inside = self._named(clause.text, before) or ""
            return
        self.inside = self._named(clause.text, self.inside) or self.inside

    def _go_on(self, clause: Clause, *, opens: bool) -> None:
        """Take a clause that names nobody: what was named before may hold."""
        if self.passing and not bodies.describes(clause.text):
            self.name = ""
        self.name = self.kept if opens else self.name
        self.opened = bool(self.kept) if opens else self.opened
        self.holds = self.opened and bool(self.name)

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
        words, held = scopes.LED_BY.sub("", left), self.inside if depth else self.name
        return words if held and (words == held or bodies.beside(words, held)) else ""

    def scope_of(self, draft: Draft, left: str = "") -> str:
        """Give a figure's scope: its own, else that of the clause it stands in.

        ``left`` are the words between the figure before it in its clause and itself.
        """
        if OF_ALL.match(draft.label):
            self.name, self.holds, self.opened, self.inside = "", False, False, ""
        left = scopes.LED_BY.sub("", left)
        if draft.depth:
            self.inside = bodies.beside(left, self.inside) or self.inside
            return draft.scope or self.inside or (self.name if self.holds else "")
        other = bodies.beside(left, self.name)
        if other:
            self.name = other
        goes_on = self.holds or (bool(self.name) and ("carried" in draft.signs or bool(other)))
        return draft.scope or (self.name if goes_on else "")
