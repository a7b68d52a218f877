"""How each check ended in the runs before.

What belongs here: reading the history into one row of cells a check. What does not: drawing them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

RUNS = 24  # the last of them are shown


@dataclass(frozen=True, slots=True)
class Cell:
    """One run of one check; ``look`` is its severity where it failed, else passed or error."""

    when: str
    outcome: str
    look: str
    rows_failed: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The cells of a check, oldest first, and the same in words."""

    cells: tuple[Cell, ...]

    @property
    def told(self) -> str:
        """How often it ran and passed."""
        passed = sum(cell.outcome == "passed" for cell in self.cells)
        return f"{len(self.cells)} 次检查，{passed} 次通过"

    @property
    def lately(self) -> str:
        """How the last run stands beside those before it; nothing where there are none, or it passed."""
        if len(self.cells) < 2 or self.cells[-1].outcome == "passed":
            return ""
        *earlier, now = self.cells
        since = next(
            (n for n, cell in enumerate(reversed(earlier)) if cell.outcome == "passed"), len(earlier)
        )
        if not since:
            return "上一次还通过，这一次新出现"
        before = earlier[-1].rows_failed
        change = (
            "与上次一样多" if before == now.rows_failed else f"上次 {before} 处，这次 {now.rows_failed} 处"
        )
        return f"已连续 {since + 1} 次，{change}"


def runs(history: pa.Table) -> tuple[str, ...]:
    """List the ids of the last runs, oldest first; a run's id begins with its time."""
    return tuple(sorted(set(history["run_id"].to_pylist()))[-RUNS:])


def trends(history: pa.Table) -> Mapping[str, Trend]:
    """Give the trend of every check, by the key of its rule."""
    last = set(runs(history))
    found: dict[str, list[Cell]] = {}
    for row in sorted(history.to_pylist(), key=lambda one: str(one["run_id"])):
        if row["run_id"] in last:
            key = f"{row['table_name']}.{row['check_name']}"
            found.setdefault(key, []).append(_cell(row))
    return {key: Trend(tuple(cells)) for key, cells in found.items()}


def _cell(row: Mapping[str, object]) -> Cell:
    outcome = str(row["outcome"])
    looks = {"passed": "passed", "failed": str(row["severity"]), "not_applicable": "none"}
    look = looks.get(outcome, "error")
    return Cell(
        when=str(row["checked_at"])[:16], outcome=outcome, look=look, rows_failed=int(str(row["rows_failed"]))
    )
