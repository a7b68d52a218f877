"""Whose figures a sentence is telling, clause by clause, where they are not the report's own.

What belongs here: how long a school, firm or place that was named holds. What does not: recognising one
(``scopes``), and figures of others told for comparison (``reader``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.extraction import scopes
from orchestration.extraction.compact import FIGURE, Clause
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import ReportContext


@dataclass(slots=True)
class Others:
    """The school, firm or place that holds where reading stands."""

    context: ReportContext
    name: str = ""
    holds: bool = False
    opened: bool = False

    def open_sentence(self) -> None:
        """Forget whom the last sentence was about."""
        self.name, self.holds, self.opened = "", False, False

    def hear(self, clause: Clause, behind: Sequence[Clause]) -> None:
        """Note whom a clause names.

        One that opens the sentence holds to its end, and so does a place; one named later for its own clause
        and what only goes on with it (一中上线566人，增幅23%). ``behind`` are the clauses that follow.
        """
        opens = clause.before in {"", "；", "："}
        bodies = self.context.genre != "stat-communique"
        named = scopes.subject(clause.text, self.context.own_names, bodies=bodies)
        if named is None:
            self.name = "" if opens else self.name
            self.holds = self.opened and bool(self.name)
            return
        following = next((other.text for other in behind if not other.depth), "")
        lively = bool(FIGURE.search(following)) and not scopes.BUILT.search(clause.text)
        goes_on = opens and (scopes.is_place(named) or lively)
        self.name = named if goes_on or FIGURE.search(clause.text) else ""
        self.holds, self.opened = bool(self.name), opens or scopes.is_place(named)

    def scope_of(self, draft: Draft) -> str:
        """Give a figure's scope: its own, else that of the clause it stands in."""
        goes_on = self.holds or (bool(self.name) and "carried" in draft.signs)
        return draft.scope or (self.name if goes_on else "")
