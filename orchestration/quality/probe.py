"""What a database holds, asked by plain DuckDB before the expectations run.

What belongs here: which tables and columns there are, how many rows a rule looks at, and the sentences of
failing rows. What does not: deciding whether a rule holds. The connection is closed before Great
Expectations opens the file, for two kinds of connection to one file do not go together in a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.errors import InputError
from orchestration.quality import template
from orchestration.quality.result import Outcome
from orchestration.quality.rules import Rule

_DATA = re.compile(r"(Conversion|Out of Range|Invalid Input|IO|Out of Memory|Serialization) Error", re.I)
_MISSING_COLUMN = re.compile(r"Binder Error.*(Referenced column|does not have a column|not found in)", re.I)
_MISSING_TABLE = re.compile(r"(?:Table|View) with name (\w+) does not exist")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a rule could not be judged, in one line."""

    outcome: Outcome
    message: str


class DatabaseError(InputError):
    """The database cannot be opened; the message is one line that names the file and the mend."""


@contextmanager
def reading(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open ``database`` read-only, as many may at once; raise DatabaseError where that fails."""
    if not database.exists():
        raise DatabaseError(database, "there is no warehouse to check", "build it with `zhibiao run`")
    try:
        connection = duckdb.connect(str(database), read_only=True)
    except duckdb.Error as error:
        reason = one_line(str(error))
        mend = "wait until the writer is done" if "lock" in reason else "build it anew with `zhibiao run`"
        raise DatabaseError(database, f"cannot be opened ({reason})", mend) from error
    try:
        yield connection
    finally:
        connection.close()


def columns(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    """List the columns of every table and view, keyed ``schema.table``."""
    rows = connection.execute(
        "select schema_name || '.' || table_name, list(column_name order by column_index)"
        " from duckdb_columns() where not internal group by all"
    ).fetchall()
    return {name: tuple(names) for name, names in rows}


def populations(
    connection: duckdb.DuckDBPyConnection, rules: Iterable[Rule], prepared: Mapping[str, str]
) -> dict[str, int | Trouble]:
    """How many rows each rule looks at, or why that cannot be told; ``prepared`` is what rules share."""
    counted: dict[str, int | Trouble] = {}
    known: dict[str, int | Trouble] = {}
    for rule in rules:
        sql = template.plain(rule.population or "select count(*) from {batch}", rule.table, "", prepared)
        if sql not in known:
            known[sql] = _count(connection, sql, rule)
        counted[rule.key] = known[sql]
    return counted


def _count(connection: duckdb.DuckDBPyConnection, sql: str, rule: Rule) -> int | Trouble:
    try:
        row = connection.execute(sql).fetchone()
    except duckdb.Error as error:
        return trouble(str(error), rule)
    return int(row[0] or 0) if row else 0


def trouble(message: str, rule: Rule) -> Trouble:
    """Whose fault an error is: the rule's (it names what is not there) or the data's."""
    missing = _MISSING_TABLE.search(message)
    if missing and missing.group(1) == rule.asset_key[1]:
        return Trouble("data_error", f"the table {rule.table} is missing")
    of_data = not missing and _DATA.search(message)
    return Trouble("data_error" if of_data else "config_error", one_line(message))


def is_of_other_columns(message: str) -> bool:
    """Whether a query failed because a table has not the columns that it asks."""
    return bool(_MISSING_COLUMN.search(message))


def one_line(message: str, limit: int = 300) -> str:
    """Give the message without line breaks and pointers to code, cut at ``limit`` characters."""
    head = message.partition("\n\nLINE")[0].partition("\n[SQL")[0]
    text = " ".join(head.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def sentences(
    connection: duckdb.DuckDBPyConnection, statement_ids: Iterable[str]
) -> Mapping[str, tuple[str, str, int, str, str]]:
    """Report, quote, offset, sentence and key of statements, for rows that name a statement and no more."""
    rows = connection.execute(
        "select statement_id, report_id, quote, char_start, sentence, statement_key"
        " from staging.stg_statements where list_contains(?, statement_id)",
        [list(statement_ids)],
    ).fetchall()
    return {row[0]: (row[1], row[2], int(row[3]), row[4], row[5]) for row in rows}


def titles(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What people call each report: its publisher, year and title."""
    rows = connection.execute(
        "select report_id, concat_ws(' ', publisher, reviewed_year || '年', nullif(title, ''))"
        " from marts.dim_report where is_current"
    ).fetchall()
    return {str(report_id): str(title) for report_id, title in rows}
