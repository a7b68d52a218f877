"""What a failed run means to a person: the lines to print and the exit code.

What belongs here: reading Dagster's failures. What does not: wording of the gate (``orchestration.quality``).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.errors import BAD_INPUT, CHECK_FAILED, STOPPED, FullDiskError, tells_full_disk
from orchestration.settings import Settings

_INPUT = {"InputError"}
_BEFORE = re.compile(r"^\w+ Error in \w+ \S+ \(\S+\) (?:Invalid Input Error: )?")
_STOPPED = {"DagsterExecutionInterruptedError", "KeyboardInterrupt"}


@dataclass(frozen=True, slots=True)
class Failure:
    """The lines that tell a failure, most important first, and the exit code."""

    lines: tuple[str, ...]
    exit_code: int


def _causes(error: Any) -> list[Any]:
    found = []
    while error is not None:
        found.append(error)
        error = error.cause
    return found


def _line(error: Any) -> str:
    _, _, told = str(error.message).strip().partition(": ")
    return " ".join((told or str(error.message)).split())


def _gate_lines(settings: Settings) -> tuple[str, ...]:
    from orchestration.quality import gate, message

    result = gate.run_gate(settings, reuse=True)
    return (f"{message.summary(result)}; the last release stays", *message.blocking_lines(result))


def _said(message: str) -> str:
    """Give what the database said, without what dbt and DuckDB write before it."""
    return _BEFORE.sub("", " ".join(message.split()))[:300]


def _dbt_lines(settings: Settings, log: Path) -> tuple[str, ...]:
    """Name the nodes of the dbt project that failed, with what the database said."""
    try:
        results = json.loads((settings.dbt_target / "run_results.json").read_text(encoding="utf-8"))[
            "results"
        ]
    except (OSError, ValueError, KeyError):
        results = []
    bad = [result for result in results if result["status"] in ("error", "fail", "runtime error")]
    lines = [f"{one['unique_id'].split('.', 2)[-1]}: {_said(str(one['message']))}" for one in bad]
    head = f"the warehouse could not be built, the last release stays; all of it is in {log}"
    return (head, *lines[:10])


def of(events: list[Any], settings: Settings, log: Path) -> Failure:
    """Tell what the failed steps of a run mean."""
    failed = next((event for event in events if event.event_type_value == "STEP_FAILURE"), None)
    if failed is None:
        return Failure((f"the run failed before its first step; see {log}",), CHECK_FAILED)
    causes = _causes(failed.event_specific_data.error)
    full = FullDiskError(settings.home)
    if any(tells_full_disk(cause.message) for cause in causes):
        return Failure((str(full),), full.exit_code)
    failure = _of_step(failed, causes, settings, log)
    return Failure((str(full),), full.exit_code) if tells_full_disk(" ".join(failure.lines)) else failure


def _of_step(failed: Any, causes: list[Any], settings: Settings, log: Path) -> Failure:
    if any(cause.cls_name in _STOPPED for cause in causes):
        return Failure(("stopped; the last release stays",), STOPPED)
    for cause in causes:
        if cause.cls_name in _INPUT:
            return Failure((_line(cause),), BAD_INPUT)
    if failed.step_key == "gate":
        return Failure(_gate_lines(settings), CHECK_FAILED)
    if failed.step_key == "warehouse":
        return Failure(_dbt_lines(settings, log), CHECK_FAILED)
    metadata = failed.event_specific_data.user_failure_data
    told = metadata.description if metadata and metadata.description else _line(causes[-1])
    return Failure((*told.splitlines(), f"all of it is in {log}"), CHECK_FAILED)
