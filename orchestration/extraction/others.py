"""Whose figures a sentence is telling, clause by clause, where they are not the report's own.

What belongs here: how long a school, firm or place that was named holds. What does not: recognising one
(``scopes``), and figures of others told for comparison (``reader``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from orchestration.extraction import scopes
from orchestration.extraction.compact import FIGURE, Clause
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import ReportContext

OF_ALL = re.compile("每[百千万][^，]{0,2}[人户口]|人均")  # measures of a population, never of one body


@dataclass(slots=True)
class Others:
    """The school, firm or place that holds where reading stands."""

    context: ReportContext
    name: str = ""
    holds: bool = False
    opened: bool = False
    kept: str = ""
    paragraph: int = -1

    def open_sentence(self, paragraph: int) -> None:
        """Forget whom the last sentence was about, and in a new paragraph the park or firm kept."""
        if paragraph != self.paragraph:
            self.paragraph, self.kept = paragraph, ""
        self.name, self.holds, self.opened = "", False, False

    def hear(self, clause: Clause, behind: Sequence[Clause]) -> None:
        """Note whom a clause names.

        One that opens the sentence holds to its end, and so does a place; one named later for its own clause
        and what only goes on with it (一中上线566人，增幅23%). ``behind`` are the clauses that follow.
        """
        opens = clause.before in {"", "；", "："}
        bodies = self.context.genre != "stat-communique"
        named = scopes.subject(clause.text, self.context.own_names, bodies=bodies)
        if opens:
            self._keep(named, clause.text)
        if named is None:
            self.name = self.kept if opens else self.name
            self.opened = bool(self.kept) if opens else self.opened
            self.holds = self.opened and bool(self.name)
            return
        inside = takewhile(lambda other: other.depth, behind)
        if any(FIGURE.search(other.text) for other in inside):
            self.name, self.holds, self.opened = named, bool(named), opens
            return
        following = next((other.text for other in behind if not other.depth), "")
        lively = bool(FIGURE.search(following)) and not scopes.BUILT.search(clause.text)
        goes_on = opens and (scopes.is_place(named) or lively)
        self.name = named if goes_on or FIGURE.search(clause.text) else ""
        self.holds, self.opened = bool(self.name), opens or scopes.is_place(named)

    def pass_by(self, text: str, paragraph: int) -> None:
        """Take note of a sentence without figures: it may name a park or firm, or another subject."""
        opens = paragraph != self.paragraph
        self.open_sentence(paragraph)
        bodies = self.context.genre != "stat-communique"
        named = scopes.subject(text.strip(), self.context.own_names, bodies=bodies)
        self._keep(named if opens or not named or not scopes.is_park(named) else "", text.strip())

    def _keep(self, named: str | None, clause: str) -> None:
        """Keep the park or firm that opens a sentence while the next ones open with deeds."""
        if named and scopes.lasts(named):
            self.kept = named
        elif named is not None or not scopes.goes_on(clause):
            self.kept = ""

    def scope_of(self, draft: Draft) -> str:
        """Give a figure's scope: its own, else that of the clause it stands in."""
        if OF_ALL.match(draft.label):
            self.name, self.holds, self.opened = "", False, False
        goes_on = self.holds or (bool(self.name) and "carried" in draft.signs)
        return draft.scope or (self.name if goes_on else "")
