"""A finding of the gate in words: the sentence, what was read, what was expected, and what would settle it.

What belongs here: wording for the terminal. What does not: asking the rules (``orchestration.quality``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from orchestration.errors import InputError
from orchestration.settings import Settings

if TYPE_CHECKING:
    from orchestration.quality.explain import Finding
    from orchestration.quality.landed import Landed

_MEANS = {
    "accept": "right as the report says it",
    "override": "the right value is another",
    "drop": "leave it out",
}


def lines(home: Settings, name: str) -> Iterator[str]:
    """Explain a statement, or all that a check found.

    Raises:
        InputError: nothing is called so, or there is nothing to ask.

    """
    from orchestration.quality import explain
    from orchestration.quality.rules import load_rules

    if not any(name in (rule.name, rule.key) for rule in load_rules()):
        yield from _statement(home, name)
        return
    if not home.candidate.is_file():
        raise InputError(home.candidate, "there is nothing to check", "`zhibiao run` makes it")
    findings = explain.of_check(home.candidate, name)
    if not findings:
        yield f"{name}: no row of the candidate breaks it (`zhibiao check --all` shows how it ended)"
    for number, finding in enumerate(findings):
        if number:
            yield ""
        if finding.failure.statement_id:
            yield from _statement(home, finding.failure.statement_id, only=finding)
        else:
            yield from _rule(finding)


def _statement(home: Settings, name: str, only: Finding | None = None) -> Iterator[str]:
    from orchestration.quality import explain, landed

    found = landed.find(home, name)
    yield f"{found.report_id} at {found.start}  {found.heading}"
    yield f"  {found.marked}"
    given = {field: value for field, value in found.fields.items() if value is not None and field != "value"}
    yield "  read as   " + ", ".join(f"{field} {value}" for field, value in given.items() if value)
    yield f"  statement {found.statement_id}, key {found.statement_key}"
    findings: tuple[explain.Finding, ...] = (only,) if only else ()
    if not only and home.candidate.is_file():
        findings = explain.of_statement(home.candidate, found.statement_id)
    for finding in findings:
        yield from _rule(finding)
    if not findings:
        yield "  no rule stops it"
    yield from _decided(home, found)
    yield from _settle(found, tuple(findings))


def _rule(finding: Finding) -> Iterator[str]:
    from orchestration.quality import message
    from orchestration.quality.wording import numbers

    rule, failure = finding.rule, finding.failure
    name = "" if failure.statement_id else f" {failure.report_id}"
    yield f"  ✗ {rule.key} ({rule.severity}){name}"
    yield f"    {rule.zh}"
    yield f"    {rule.en}"
    here, there = ("it says ", "elsewhere") if rule.sides else ("expected", "found   ")
    yield f"    {here}  {numbers(failure.expected)}"
    yield f"    {there} {numbers(failure.found or failure.other)}"
    yield f"    mend      {message.mend(rule, failure)}"


def _decided(home: Settings, found: Landed) -> Iterator[str]:
    from orchestration.quality import corrections

    for row in corrections.read(home):
        if row["statement_key"] == found.statement_key:
            told = " ".join(value for value in (row["action"], row["field"], row["value"]) if value)
            yield f"  decided   {told}: {row['reason']} ({row['author'] or '—'}, {row['decided_on'] or '—'})"


def _settle(found: Landed, findings: tuple[Finding, ...]) -> Iterator[str]:
    from orchestration.quality import corrections, explain

    if findings and not any(explain.can_settle(finding.rule) for finding in findings):
        if any(finding.rule.dimension == "consistency" for finding in findings):
            yield "  nothing is to be done where the report says so: it is shown. Where we misread it:"
            yield f'    zhibiao correct {found.statement_key} --override value=… --reason "…"'
        else:
            yield "  no correction settles it: see what mends it above"
        return
    field = next((one.rule.field for one in findings if explain.can_settle(one.rule)), "value")
    rows = explain.settling(found, field)
    yield "  one of these rows of reference/corrections.csv in the home settles it:"
    yield "    " + corrections.line([one.name for one in fields(corrections.Correction)]).rstrip()
    for row in rows:
        yield f"    {corrections.line(list(astuple(row))).rstrip()}   ({_MEANS[row.action]})"
    yield f'  the same by command:  zhibiao correct {found.statement_key} --accept --reason "…"'
    yield f'                        zhibiao correct {found.statement_key} --override {field}=… --reason "…"'
    yield f'                        zhibiao correct {found.statement_key} --drop --reason "…"'
