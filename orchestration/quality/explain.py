"""Why the gate stops a figure, and the rows of corrections that would settle it.

What belongs here: asking each rule about one statement. What does not: wording on the terminal (the command)
and running the gate as a whole (``gate``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from orchestration.quality import facts, probe, template
from orchestration.quality.corrections import Correction, make
from orchestration.quality.judge import failure
from orchestration.quality.landed import Landed
from orchestration.quality.result import Failure
from orchestration.quality.rules import Rule, inline, load_rules

LIMIT = 20
WHY, OTHER = "why", "…"  # stand where a person writes the reason and the right value


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that a statement breaks, and how."""

    rule: Rule
    failure: Failure


def of_statement(database: Path, statement_id: str) -> tuple[Finding, ...]:
    """Ask every rule that names statements whether this one breaks it, by plain DuckDB."""
    with probe.reading(database) as connection:
        known = probe.columns(connection)
        return tuple(
            _ask(connection, load_rules(), set(known), f"statement_id = {template.literal(statement_id)}")
        )


def of_check(database: Path, name: str) -> tuple[Finding, ...]:
    """Give the rows that break the rules called ``name`` (or ``schema.table.name``), a few at most each."""
    with probe.reading(database) as connection:
        known = probe.columns(connection)
        rules = [rule for rule in load_rules() if name in (rule.name, rule.key)]
        return tuple(_ask(connection, rules, set(known), "true"))


def _ask(
    connection: duckdb.DuckDBPyConnection, rules: list[Rule] | tuple[Rule, ...], tables: set[str], where: str
) -> Iterator[Finding]:
    prepared = inline()
    facts.lend(connection)
    for rule in rules:
        if not rule.sql or rule.needs_release or rule.table not in tables:
            continue
        suspects = "(\n" + template.plain(rule.suspects, rule.table, "", prepared) + "\n)"
        asked = template.plain(rule.sql, rule.table, "", prepared | {"suspects": suspects})
        query = f"select * from (\n{asked}\n) where {where} limit {LIMIT}"
        try:
            rows = connection.execute(query)
        except duckdb.Error:  # names no statement, or cannot be judged: the gate itself tells that
            continue
        names = [column[0] for column in rows.description or ()]
        for row in rows.fetchall():
            yield Finding(rule, failure(dict(zip(names, row, strict=True)), rule))


def can_settle(rule: Rule) -> bool:
    """Whether the rule lets a figure be that a person has accepted."""
    return "is_accepted" in rule.sql


def settling(found: Landed, field: str = "value") -> tuple[Correction, ...]:
    """The three rows of which one settles a figure: right as it stands, other than read, to be left out."""
    accept = make(found, "accept", WHY)
    other = replace(accept, action="override", field=field, expect=found.fields[field] or "", value=OTHER)
    return accept, other, replace(accept, action="drop")
