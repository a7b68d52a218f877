"""Progress while a run works: one line a finished stage, on standard error.

What belongs here: telling Dagster's events and the package's log lines to a person, and keeping the chatter
of the tools in a file. What does not: deciding what a failure means (:mod:`outcome`).
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration.wording import counted

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

LABELS = {
    "reports__snapshot": "snapshots",
    "reports__text": "texts",
    "landing": "figures",
    "landing__overlay": "reference",
    "warehouse": "warehouse",
    "gate": "gate",
    "published__release": "release",
}
_HIDDEN = {"path", "rows", "dagster/row_count", "dagster/partition_row_count"}


class Progress:
    """Listens to one run and prints a line for each finished step."""

    def __init__(self, console: Console, status: Status | None) -> None:
        self._console, self._status = console, status
        self._started: dict[str, float] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self._notes: dict[str, dict[str, Any]] = {}

    def say(self, line: str) -> None:
        """Print a line above whatever is running."""
        self._console.print(line, markup=False, highlight=False)

    def __call__(self, entry: Any) -> None:
        """Take one entry of Dagster's event log."""
        event = entry.dagster_event
        if event is None or event.step_key is None:
            return
        step, kind = event.step_key, event.event_type_value
        if kind == "STEP_START":
            self._started[step] = time.monotonic()
            self._show(step)
        elif kind in ("ASSET_MATERIALIZATION", "ASSET_CHECK_EVALUATION"):
            self._count(step, kind, event)
        elif kind in ("STEP_SUCCESS", "STEP_FAILURE"):
            self._finish(step, ok=kind == "STEP_SUCCESS")

    def _show(self, step: str) -> None:
        if self._status is not None:
            counts = self._counts.get(step, {})
            told = ", ".join(counted(number, name) for name, number in counts.items())
            self._status.update(f"{LABELS.get(step, step)} {told}…")

    def _count(self, step: str, kind: str, event: Any) -> None:
        counts = self._counts.setdefault(step, {})
        name = "tables" if kind == "ASSET_MATERIALIZATION" else "checks"
        counts[name] = counts.get(name, 0) + 1
        if kind == "ASSET_MATERIALIZATION":
            metadata = event.step_materialization_data.materialization.metadata
            self._notes[step] = {key: value.value for key, value in metadata.items()}
        elif not event.asset_check_evaluation_data.passed:
            counts["not passed"] = counts.get("not passed", 0) + 1
        self._show(step)

    def _finish(self, step: str, *, ok: bool) -> None:
        seconds = time.monotonic() - self._started.get(step, time.monotonic())
        counts = self._counts.get(step, {})
        facts = counts if step in ("warehouse", "gate") else self._notes.get(step, {})
        told = ", ".join(
            counted(value, name.replace("_", " "))
            for name, value in facts.items()
            if isinstance(value, int) and not isinstance(value, bool) and name not in _HIDDEN and value
        )
        self.say(f"  {'✓' if ok else '✗'} {LABELS.get(step, step):<10} {told:<70} {seconds:6.1f} s")


class _Lines(logging.Handler):
    def __init__(self, progress: Progress) -> None:
        super().__init__(logging.INFO)
        self._progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        self._progress.say(f"    {record.getMessage()}")


@contextmanager
def _tools_into(log: Path, *, verbose: bool) -> Iterator[int]:
    """Send what tools and their child processes print into ``log``; gives a handle on the real stderr."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        for number in (1, 2):
            os.dup2(kept[1] if verbose else file.fileno(), number)
        try:
            yield kept[1]
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, handle in enumerate(kept, start=1):
                os.dup2(handle, number)
                os.close(handle)


@contextmanager
def watching(log: Path, *, verbose: bool) -> Iterator[Progress]:
    """Show progress while the block lasts; with ``verbose`` the tools' own output is shown as well."""
    from rich.console import Console

    with _tools_into(log, verbose=verbose) as handle, os.fdopen(os.dup(handle), "w", encoding="utf-8") as out:
        console = Console(file=out, highlight=False, soft_wrap=True)
        status = console.status("starting…") if console.is_terminal and not verbose else None
        progress = Progress(console, status)
        lines, logger = _Lines(progress), logging.getLogger("zhibiao")
        logger.addHandler(lines)
        logger.setLevel(logging.INFO)
        logger.propagate = False
        if status is not None:
            status.start()
        try:
            yield progress
        finally:
            if status is not None:
                status.stop()
            logger.removeHandler(lines)
