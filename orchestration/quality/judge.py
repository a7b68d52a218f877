"""From raw results of Great Expectations to outcomes.

What belongs here: which outcome a result is, and its failing rows as ``Failure`` records. What does not:
running anything.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from orchestration.quality.probe import Trouble, trouble
from orchestration.quality.result import CheckResult, Failure
from orchestration.quality.rules import Rule

FIELDS = ("report_id", "statement_id", "statement_key", "quote", "sentence", "expected", "found")
SAMPLE = 20
OTHER = 120


def judge(rule: Rule, population: int | Trouble, raw: Mapping[str, Any] | None) -> CheckResult:
    """Judge ``rule``, of which ``raw`` is the result (None where it was not run)."""
    if isinstance(population, Trouble):
        return CheckResult(rule, population.outcome, message=population.message)
    if raw is None:
        return CheckResult(rule, "passed", message="there is no earlier release to compare with")
    if "error" in raw:
        error = trouble(str(raw["error"]), rule)
        return CheckResult(rule, error.outcome, population, message=error.message)
    if raw["success"] and population == 0 and not rule.may_be_empty:
        return CheckResult(
            rule, "config_error", message="the rule matched no row: it cannot be called a pass"
        )
    if raw["success"]:
        return CheckResult(rule, "passed", population)
    rows = _rows(rule, raw)
    return CheckResult(
        rule,
        "failed",
        rows_checked=population,
        rows_failed=_failed(raw, len(rows)),
        sample=tuple(failure(row, rule) for row in rows[:SAMPLE]),
    )


def _rows(rule: Rule, raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if rule.sql:
        return list(raw.get("details", {}).get("unexpected_rows") or [])
    named = raw.get("unexpected_index_list") or []
    if named:
        return [dict(row) for row in named]
    values = raw.get("partial_unexpected_list") or [raw.get("observed_value")]
    return [value if isinstance(value, Mapping) else {"found": value} for value in values]


def _failed(raw: Mapping[str, Any], listed: int) -> int:
    if "unexpected_count" in raw:
        return int(raw["unexpected_count"])
    observed = raw.get("observed_value")
    return int(observed) if "unexpected_rows" in raw.get("details", {}) and observed else max(listed, 1)


def failure(row: Mapping[str, Any], rule: Rule) -> Failure:
    """Make a record of one failing row; where it does not say what was expected, the rule does."""
    column = dict(rule.arguments).get("column")
    known = {name: _text(row.get(name)) for name in FIELDS}
    if column and not known["found"]:
        known["found"] = f"{column} = {_text(row.get(column)) or 'null'}"
    if not known["expected"]:
        known["expected"] = rule.en
    place = _text(row.get("char_start"))
    left = [name for name in row if name not in FIELDS and name not in {"char_start", column}]
    return Failure(
        **known,
        char_start=int(float(place)) if place else None,
        other=", ".join(f"{name}={_text(row[name])}" for name in left if _text(row[name]))[:OTHER],
    )


def _text(value: object) -> str:
    is_nan = isinstance(value, float) and math.isnan(value)
    return "" if value is None or is_nan else str(value)
