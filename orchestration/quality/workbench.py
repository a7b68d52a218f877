"""The database under the gate, laid out so that every rule may ask it quickly.

What belongs here: opening a warehouse for Great Expectations in memory beside the file, which stays
read-only, with what its views read copied once. What does not: rules and results. Great Expectations is
imported inside functions.

The staging views read the landing, one file a report: asked by forty rules in turn, thousands of files would
be opened forty times. The whole texts of the reports stay where they are: what rules ask of them is worked
out once, with the other tables of ``[prepared]`` in ``rules/shared.toml``.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from orchestration.quality import facts, probe, released, template, warming
from orchestration.quality.released import Released
from orchestration.quality.rules import Rule, load_prepared
from orchestration.quality.template import literal

COPIED = "staging"  # the schema whose views are copied …
WHOLE_TEXTS = "staging.stg_reports"  # … but this one
PREPARED = "prepared"  # the schema of what rules share
# Rows that go to one thread at a time: few, for a row may stand for the whole text of a report.
ROW_GROUP = 2048
_TABLE = re.compile(r"\b([a-z_]+\.[a-z_]+)\b")


@dataclass(frozen=True, slots=True)
class Workbench:
    """A warehouse that is open for the gate.

    ``context`` and ``source`` are of Great Expectations, ``connection`` is the DuckDB connection beneath
    them. ``unreadable`` says, for each table that cannot be read, why; ``unprepared`` the same for the tables
    that rules share, by their names.
    """

    context: Any
    source: Any
    connection: duckdb.DuckDBPyConnection
    unreadable: Mapping[str, str]
    unprepared: Mapping[str, str]

    def trouble(self, rule: Rule) -> probe.Trouble | None:
        """Why the data that a rule asks cannot be read, if so."""
        for table in mentioned([rule]):
            if table in self.unreadable:
                return probe.Trouble("data_error", self.unreadable[table])
        for name in shared([rule]):
            if name in self.unprepared:
                return probe.trouble(self.unprepared[name], rule)
        return None


def mentioned(rules: Iterable[Rule]) -> set[str]:
    """Every ``schema.table`` that a rule names, in itself or in what it shares with others."""
    rules = tuple(rules)
    asked = [f"{rule.table} {rule.sql} {rule.suspects} {rule.population}" for rule in rules]
    asked += [load_prepared()[name] for name in shared(rules)]
    return {name for one in asked for name in _TABLE.findall(one)}


def shared(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The tables of ``[prepared]`` that rules read, each after those it is made of."""
    asked = "".join(f"{rule.sql} {rule.suspects} {rule.population}" for rule in rules)
    names: list[str] = []
    for name, sql in reversed(list(load_prepared().items())):
        if "{" + name + "}" in asked:
            names.insert(0, name)
            asked += sql
    return tuple(names)


def prepared() -> dict[str, str]:
    """What stands in a query for each table that rules share, on a workbench."""
    return {name: f"{PREPARED}.{name}" for name in load_prepared()}


@contextmanager
def opened(
    database: Path,
    columns: Mapping[str, tuple[str, ...]],
    rules: Iterable[Rule],
    release: Released | None = None,
) -> Iterator[Workbench]:
    """Open ``database`` for ``rules``; its tables stand under their own names. Closed again at the end.

    Where it is the database of a ``release``, what that says of itself is laid beside it.
    """
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    warming.put_off()
    import great_expectations as gx

    from orchestration.quality import duckdb_source

    rules = tuple(rules)
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        name = f":memory:gate_{secrets.token_hex(6)}"
        source = context.data_sources.add_duckdb(name="warehouse", connection_string=f"duckdb:///{name}")
        try:
            with source.get_execution_engine().get_connection() as lasting:
                raw = lasting.connection.dbapi_connection
            facts.lend(raw)
            unreadable = _lay_out(raw, database, columns, mentioned(rules))
            unprepared = _prepare(raw, shared(rules))
            if release is not None:
                released.lay_out(raw, release, "zhibiao")
            yield Workbench(context, source, raw, unreadable, unprepared)
        finally:
            duckdb_source.release(source)


def _lay_out(
    connection: duckdb.DuckDBPyConnection,
    database: Path,
    columns: Mapping[str, tuple[str, ...]],
    wanted: set[str],
) -> dict[str, str]:
    spill = Path(tempfile.gettempdir()) / f"zhibiao-gate-{os.getpid()}"
    connection.execute(f"set temp_directory = {literal(str(spill))}")
    connection.execute(f"attach {literal(str(database))} as zhibiao (read_only)")
    connection.execute("attach ':memory:' as landed")
    connection.execute("set preserve_insertion_order = false")  # copied by all processors at once
    views = _views(connection)
    unreadable = {}
    for table in columns:
        schema, _, name = table.partition(".")
        source = f'zhibiao."{schema}"."{name}"'
        connection.execute(f'create schema if not exists "{schema}"')
        try:
            if schema == COPIED and table in wanted and table in views and table != WHOLE_TEXTS:
                connection.execute(f'create table landed."{name}" as from {source}')
                source = f'landed."{name}"'
            connection.execute(f'create view "{schema}"."{name}" as from {source}')
        except duckdb.Error as error:
            unreadable[table] = f"{table} cannot be read: {probe.one_line(str(error))}"
    return unreadable


def _prepare(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> dict[str, str]:
    connection.execute(f"attach ':memory:' as {PREPARED} (row_group_size {ROW_GROUP})")
    failed = {}
    for name in names:
        try:
            sql = template.plain(load_prepared()[name], "", "", prepared())
            connection.execute(f"create table {PREPARED}.{name} as {sql}")
        except duckdb.Error as error:
            failed[name] = str(error)
    connection.execute("reset preserve_insertion_order")
    return failed


def _views(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        "select schema_name || '.' || view_name from duckdb_views() where database_name = 'zhibiao'"
    ).fetchall()
    return {row[0] for row in rows}
