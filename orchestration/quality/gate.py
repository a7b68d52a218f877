"""The gate: every rule run on a warehouse, the outcome kept.

What belongs here: the order of the steps. What does not: the steps themselves. Great Expectations is
imported by ``suites`` inside functions, so importing this module is cheap.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.quality import fingerprint, history, page, probe, released, suites, workbench
from orchestration.quality.judge import judge
from orchestration.quality.released import Released
from orchestration.quality.result import CANDIDATE, CheckResult, Failure, GateResult
from orchestration.quality.rules import OF_RELEASES, Rule, load_rules
from orchestration.settings import Settings

_done: dict[tuple[str, ...], GateResult] = {}


def run_gate(
    settings: Settings, database: Path | None = None, *, reuse: bool = False, data_docs: Path | None = None
) -> GateResult:
    """Check ``database`` (default: the candidate) by every rule and keep the outcome under ``quality/``.

    A page that people can read is written beside it. A published warehouse has marts only, so rules that
    look behind them rest there. With ``reuse``, the result of an earlier run in this process is given again,
    where neither the file nor the landing, the rules or the current release have changed since. ``data_docs``
    is a folder for the Data Docs of Great Expectations, where they are wanted. Raises DatabaseError where
    there is nothing to check.
    """
    target = database or settings.candidate
    with probe.reading(target):  # a clear word where the file is missing or being written
        digest = fingerprint.sha256(target)
    state = fingerprint.state(settings, target, digest)
    if reuse and state in _done:
        return _done[state]
    of = released.of(target)
    current = settings.published / "current"
    earlier = current.resolve() if current.exists() else None
    checks = check(target, load_rules() + (load_rules(OF_RELEASES) if of else ()), earlier, data_docs)
    now = datetime.now(UTC)
    result = GateResult(
        run_id=f"{now:%Y%m%dT%H%M%S%fZ}-{secrets.token_hex(2)}",
        checked_at=now.isoformat(),
        database=digest,
        checks=checks,
        subject=of.folder.name if of else CANDIDATE,
    )
    history.write(result, settings.quality)
    page.write(settings, result, history.read(settings.quality), _titles(target))
    _done[state] = result
    return result


def _titles(database: Path) -> dict[str, str]:
    """Give what people call each report, as far as the database can say it."""
    try:
        with probe.reading(database) as connection:
            return probe.titles(connection)
    except duckdb.Error:
        return {}


def check(
    database: Path, rules: Sequence[Rule], release: Path | None = None, data_docs: Path | None = None
) -> tuple[CheckResult, ...]:
    """Judge ``database`` by each of ``rules``; ``release`` is the folder to compare with."""
    with probe.reading(database) as connection:
        columns = probe.columns(connection)
    of = released.of(database)
    rules = [rule for rule in rules if _applies(rule, columns)]
    tables = columns | (released.TABLES if of else {})
    with workbench.opened(database, columns, rules, of) as bench:
        populations = {rule.key: bench.trouble(rule) for rule in rules}
        countable = [rule for rule in rules if populations[rule.key] is None]
        counted = probe.populations(bench.connection, countable, workbench.prepared())
        able = [r for r in rules if isinstance(counted.get(r.key), int) and (release or not r.needs_release)]
        raw = suites.run(bench, able, tables, str(release or ""), at_length=data_docs is not None)
        if data_docs is not None:
            suites.write_docs(bench, data_docs)
        checks = [
            _of_its_time(
                judge(rule, populations[rule.key] or counted[rule.key], _raw(rule, raw, release)), of
            )
            for rule in rules
        ]
        behind = "staging.stg_statements" in columns
        return _with_sentences(bench.connection, checks) if behind else tuple(checks)


def _of_its_time(check: CheckResult, release: Released | None) -> CheckResult:
    """Tell what a release never had from what it lost: its record says which tables it was made with."""
    if release is None or check.outcome not in ("config_error", "data_error"):
        return check
    asked = [name for name in workbench.mentioned([check.rule]) if name.startswith("marts.")]
    never = sorted(name for name in asked if release.tables and not release.has(name))
    lacks = probe.is_of_other_columns(check.message) and not release.is_of_this_code
    if not never and not lacks:
        return check
    what = f"there was no {never[0]}" if never else "its tables lacked what the rule asks"
    return CheckResult(
        check.rule, "not_applicable", message=f"{release.release_id} was made before the rule: {what}"
    )


def _raw(rule: Rule, raw: dict[str, dict[str, Any]], release: Path | None) -> dict[str, Any] | None:
    if rule.needs_release and release is None:
        return None
    return raw.get(rule.key, {"error": "Validation Error: the expectation gave no result"})


def _applies(rule: Rule, columns: dict[str, tuple[str, ...]]) -> bool:
    """Whether the rule can be asked of this database: a release has marts, and nothing behind them."""
    behind = any(name.startswith("staging.") for name in columns)
    asked = workbench.mentioned([rule])
    return behind or not any(name.startswith(("staging.", "intermediate.")) for name in asked)


def _with_sentences(
    connection: duckdb.DuckDBPyConnection, checks: Iterable[CheckResult]
) -> tuple[CheckResult, ...]:
    """Fill in report, quote and sentence of failing rows that name only a statement."""
    checks = tuple(checks)
    wanted = {f.statement_id for c in checks for f in c.sample if f.statement_id}
    if not wanted:
        return checks
    try:
        known = probe.sentences(connection, wanted)
    except duckdb.Error:
        return checks
    return tuple(
        dataclasses.replace(c, sample=tuple(_named(f, known.get(f.statement_id)) for f in c.sample))
        for c in checks
    )


def _named(failure: Failure, known: tuple[str, str, int, str, str] | None) -> Failure:
    if known is None:
        return failure
    report_id, quote, start, sentence, key = known
    return dataclasses.replace(
        failure,
        report_id=failure.report_id or report_id,
        quote=failure.quote or quote,
        char_start=start if failure.char_start is None else failure.char_start,
        sentence=failure.sentence or sentence,
        statement_key=failure.statement_key or key,
    )
