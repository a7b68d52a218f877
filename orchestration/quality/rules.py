"""The rules of the gate: what is checked, read from data files.

What belongs here: reading ``rules/*.toml`` into records, and telling what is wrong with an entry. What does
not: running a rule (``suites``) or judging its result (``judge``). Cheap to import: Dagster and the command
read the rules at start, without Great Expectations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from orchestration.errors import ZhibiaoError
from orchestration.quality import contracts, template

Severity = Literal["critical", "warning", "info"]
FOLDER = Path(__file__).with_name("rules")
OF_RELEASES = FOLDER / "released"  # asked of a release alone
EVERY_CONTRACT = ["*"]  # stands for every mart whose contract requires columns
REQUIRED = ("name", "severity", "dimension", "zh", "en", "mend")
OPTIONAL = (
    "table",
    "tables",
    "sql",
    "use",
    "expectation",
    "with",
    "suspects",
    "population",
    "may_be_empty",
    "needs_release",
    "field",
    "means",
    "sides",
)


class RuleError(ZhibiaoError):
    """An entry of the rule files is not usable; the message names file, rule and mend."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: one expectation on one table.

    ``table`` is ``schema.model``. Exactly one of ``sql`` (a query that returns the failing rows, with
    ``{batch}`` for the table) and ``expectation`` (a class of Great Expectations, called with ``arguments``)
    is set. ``suspects`` is a cheap first look: a query whose rows ``sql`` reads as ``{suspects}``, and
    without which nothing is wrong. ``population`` is a query counting the rows the rule looks at, by default
    the rows of the table; a count of nought is a configuration error unless ``may_be_empty``.
    ``needs_release`` rules compare with the current release, whose folder is ``{release}`` in the query, and
    rest where there is none. ``field`` is what a correction of a failing figure would most likely override;
    ``means`` says in plain Chinese what a finding means, where its dimension does not say it well. With
    ``sides``, a finding has two sides of which neither is right by itself: what a report says, and what is
    said or follows elsewhere.
    """

    name: str
    table: str
    severity: Severity
    dimension: str
    zh: str
    en: str
    mend: str
    sql: str = ""
    expectation: str = ""
    arguments: tuple[tuple[str, Any], ...] = ()
    suspects: str = ""
    population: str = ""
    may_be_empty: bool = False
    needs_release: bool = False
    field: str = "value"
    means: str = ""
    sides: bool = False

    @property
    def key(self) -> str:
        """The name that is unique over all tables: ``schema.model.name``."""
        return f"{self.table}.{self.name}"

    @property
    def asset_key(self) -> tuple[str, str]:
        """The asset that the rule checks: schema and model."""
        schema, _, model = self.table.partition(".")
        return schema, model

    @property
    def description(self) -> str:
        """What must hold, in Chinese and English."""
        return f"{self.zh} {self.en}"

    @property
    def blocking(self) -> bool:
        """Whether anything but a pass keeps the candidate from being published."""
        return self.severity == "critical"


@cache
def load_rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Read every rule file of ``folder`` in the order of the names; raise RuleError for a wrong entry."""
    shared = _read(folder / "shared.toml") if (folder / "shared.toml").exists() else {}
    rules = tuple(
        rule
        for path in sorted(folder.glob("*.toml"))
        if path.name != "shared.toml"
        for entry in _read(path).get("rule", [])
        for rule in _expand(entry, shared, path.name)
    )
    seen: set[str] = set()
    for rule in rules:
        if rule.key in seen:
            raise RuleError(f"rules: {rule.key} is there twice; give one of them another name")
        seen.add(rule.key)
    return rules


@cache
def load_prepared(folder: Path = FOLDER) -> Mapping[str, str]:
    """The queries of the tables that several rules read, by the name that stands for them in a rule."""
    shared = _read(folder / "shared.toml") if (folder / "shared.toml").exists() else {}
    found = shared.get("prepared", {})
    values = {**_themselves(found), **shared.get("words", {}), **shared.get("sql", {})}
    return {name: template.render(sql, values) for name, sql in found.items()}


def inline() -> dict[str, str]:
    """What stands in a query for each of these tables where it was not made: its own query."""
    made: dict[str, str] = {}
    for name, sql in load_prepared().items():
        made[name] = f"(\n{template.plain(sql, '', '', made)}\n)"
    return made


def _themselves(names: Iterable[str]) -> dict[str, str]:
    return {name: "{" + name + "}" for name in names}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"rules/{path.name}: {error}; see the entries beside it for the form") from error


def _expand(entry: Mapping[str, Any], shared: Mapping[str, Any], file: str) -> Iterator[Rule]:
    where = f"rules/{file}, rule {entry.get('name', '(no name)')!r}"
    missing = [field for field in REQUIRED if not entry.get(field)]
    unknown = sorted(set(entry) - set(REQUIRED) - set(OPTIONAL))
    if missing or unknown:
        raise RuleError(
            f"{where}: "
            + "; ".join([*(f"{f} is missing" for f in missing), *(f"{f} is unknown" for f in unknown)])
        )
    if entry["severity"] not in get_args(Severity):
        raise RuleError(f"{where}: severity must be one of {', '.join(get_args(Severity))}")
    if sum(field in entry for field in ("sql", "use", "expectation")) != 1:
        raise RuleError(f"{where}: give exactly one of sql, use, expectation")
    tables = entry.get("tables", [entry["table"]] if "table" in entry else [])
    if not tables:
        raise RuleError(f"{where}: name a table, as schema.model")
    for table in contracts.required() if tables == EVERY_CONTRACT else tables:
        yield _rule(entry, table, shared, where)


def _rule(entry: Mapping[str, Any], table: str, shared: Mapping[str, Any], where: str) -> Rule:
    prepared = _themselves(shared.get("prepared", {}))
    values = {**prepared, **shared.get("words", {}), **shared.get("sql", {}), **contracts.placeholders(table)}
    values |= entry.get("with", {})
    sql, suspects = entry.get("sql", ""), entry.get("suspects", "")
    if "use" in entry:
        if entry["use"] not in shared.get("template", {}):
            raise RuleError(f"{where}: no template {entry['use']!r} in rules/shared.toml")
        used = shared["template"][entry["use"]]
        sql, suspects = used["sql"], used.get("suspects", "")
    try:
        sql, suspects = template.render(sql, values), template.render(suspects, values)
        population = template.render(entry.get("population", ""), values)
    except KeyError as error:
        raise RuleError(f"{where}: nothing is given for {{{error.args[0]}}}") from error
    if sql and not any(name in sql + suspects for name in ("{batch}", *prepared.values())):
        raise RuleError(f"{where}: write the checked table as {{batch}} in the query")
    if bool(suspects) != ("{suspects}" in sql):
        raise RuleError(f"{where}: give suspects, and read them as {{suspects}} in the query, or neither")
    return Rule(
        name=entry["name"],
        table=table,
        severity=cast("Severity", entry["severity"]),
        dimension=entry["dimension"],
        zh=entry["zh"],
        en=entry["en"],
        mend=entry["mend"],
        sql=sql,
        suspects=suspects,
        expectation=entry.get("expectation", ""),
        arguments=tuple(entry.get("with", {}).items()) if "expectation" in entry else (),
        population=population,
        may_be_empty=bool(entry.get("may_be_empty", False)),
        needs_release=bool(entry.get("needs_release", False)),
        field=entry.get("field", "value"),
        means=entry.get("means", ""),
        sides=bool(entry.get("sides", False)),
    )
