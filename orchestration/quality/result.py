"""What the gate found: the records that everybody else reads.

What belongs here: frozen records of outcomes and their closed vocabulary. What does not: how they come about
(``judge``), are kept (``history``) or told (``message``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orchestration.quality.rules import Rule, Severity

Outcome = Literal["passed", "failed", "config_error", "data_error", "not_applicable"]
CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failing row, named so that a person finds it in the report.

    ``char_start`` is the offset of the figure in the text, in code points; ``other`` holds what else the
    row says (``column=value``, joined with commas). Empty where the rule is not about a figure.
    """

    report_id: str = ""
    statement_id: str = ""
    statement_key: str = ""
    quote: str = ""
    char_start: int | None = None
    sentence: str = ""
    expected: str = ""
    found: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one rule.

    ``passed``: it looked at ``rows_checked`` rows and found none wrong. ``failed``: ``rows_failed`` are
    wrong, the first of them in ``sample``. ``config_error``: the rule itself does not work, or matched no row
    though it must. ``data_error``: the data could not be judged (a table is missing or unreadable).
    ``not_applicable``: a release that was made before the rule lacks what it asks. ``message`` says in one
    line what went wrong.
    """

    rule: Rule
    outcome: Outcome
    rows_checked: int = 0
    rows_failed: int = 0
    sample: tuple[Failure, ...] = ()
    message: str = ""

    @property
    def blocks(self) -> bool:
        """Whether this outcome keeps the candidate from being published."""
        return self.rule.blocking and self.is_open

    @property
    def is_open(self) -> bool:
        """Whether there is something to look at."""
        return self.outcome not in ("passed", "not_applicable")


@dataclass(frozen=True, slots=True)
class GateResult:
    """One run of the gate over one database: ``subject`` is the candidate, or the id of a release.

    ``database`` is the sha256 of the file that was checked, ``checked_at`` an ISO time in UTC. ``checks``
    has one entry a rule, in the order of the rules.
    """

    run_id: str
    checked_at: str
    database: str
    checks: tuple[CheckResult, ...]
    subject: str = CANDIDATE

    @property
    def passed(self) -> bool:
        """Whether nothing critical stands against publishing."""
        return not self.blocking

    @property
    def blocking(self) -> tuple[CheckResult, ...]:
        """The checks that keep the candidate from being published."""
        return tuple(check for check in self.checks if check.blocks)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """The warnings: checks that did not pass, do not block and are more than a note."""
        return self._open("warning")

    @property
    def notes(self) -> tuple[CheckResult, ...]:
        """The checks for information that did not pass."""
        return self._open("info")

    def _open(self, severity: Severity) -> tuple[CheckResult, ...]:
        return tuple(c for c in self.checks if c.is_open and c.rule.severity == severity)

    def count(self, outcome: Outcome) -> int:
        """How many checks ended so."""
        return sum(check.outcome == outcome for check in self.checks)
