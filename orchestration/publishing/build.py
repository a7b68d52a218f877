"""The database of a release, made from the candidate.

What belongs here: copying marts into a new DuckDB file, with Chinese views over them. What does not: the
files for other tools (``exports``), names of releases, verifying (``verify``) and switching (``store``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pyarrow as pa

from orchestration.publishing import catalog
from orchestration.publishing.chinese import views
from orchestration.publishing.content import MARTS, columns, quoted, tables
from orchestration.quality import history

STORAGE = "v1.0.0"  # of the DuckDB file: drivers of every 1.x open it
DATABASE = "zhibiao.duckdb"
# Rows lie in this order, as far as a table has these columns: what is read together lies together.
ORDER = ("area_code", "report_id", "indicator_code", "scope", "time_period", "char_start")


@contextmanager
def candidate(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Attach ``database`` read-only as ``candidate``; nobody can write it meanwhile."""
    connection = duckdb.connect()
    try:
        connection.execute(f"attach '{_text(database)}' as candidate (read_only)")
        yield connection
    finally:
        connection.close()


def build(connection: duckdb.DuckDBPyConnection, folder: Path, checks: pa.Table) -> None:
    """Write ``zhibiao.duckdb`` into ``folder``: all marts, Chinese views, and the history of the gate."""
    target = _text(folder / DATABASE)
    connection.execute(f"attach '{target}' as release (storage_version '{STORAGE}')")
    try:
        connection.execute(f"create schema release.{MARTS}")
        connection.execute(f"use release.{MARTS}")
        _create(connection)
        connection.execute("begin")  # several hundred comments: one by one each would wait for the disk
        for table in tables(connection, "candidate"):
            _comment(connection, table)
        _quality(connection, checks)
        _chinese(connection)
        connection.execute("commit")
        connection.execute("checkpoint release")
    finally:
        with suppress(duckdb.TransactionException):  # none is open where all went well
            connection.execute("rollback")
        connection.execute("use memory")
        connection.execute("detach release")


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make and fill every mart, with its keys; a table that refers to another comes after it."""
    waiting = tables(connection, "candidate")
    made = dict(
        connection.execute(
            "select table_name, sql from duckdb_tables()"
            " where database_name = 'candidate' and schema_name = ?",
            [MARTS],
        ).fetchall()
    )
    while waiting:
        later = [table for table in waiting if not _try_create(connection, table, made.get(table))]
        if later == waiting:
            raise duckdb.CatalogException(f"marts refer to each other in a ring: {', '.join(waiting)}")
        waiting = later


def _try_create(connection: duckdb.DuckDBPyConnection, table: str, statement: str | None) -> bool:
    source = f"candidate.{MARTS}.{quoted(table)}"
    names = [name for name, _, _ in columns(connection, "candidate", table)]
    order = [name for name in ORDER if name in names]
    order += [name for name in names if name not in order]
    select = f"select {', '.join(map(quoted, names))} from {source} order by {', '.join(map(quoted, order))}"
    if statement is None:  # a view: its rows become a table
        connection.execute(f"create table {quoted(table)} as {select}")
        return True
    try:
        connection.execute(statement)
    except duckdb.CatalogException:
        return False
    connection.execute(f"insert into {quoted(table)} {select}")
    return True


def _comment(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    row = connection.execute(
        "select comment from (select schema_name, table_name, database_name, comment from duckdb_tables()"
        " union all select schema_name, view_name, database_name, comment from duckdb_views())"
        " where database_name = 'candidate' and schema_name = ? and table_name = ?",
        [MARTS, table],
    ).fetchone()
    if row and row[0]:
        connection.execute(f"comment on table {quoted(table)} is '{_escape(row[0])}'")
    for name, _, comment in columns(connection, "candidate", table):
        if comment:
            connection.execute(f"comment on column {quoted(table)}.{quoted(name)} is '{_escape(comment)}'")


def _quality(connection: duckdb.DuckDBPyConnection, checks: pa.Table) -> None:
    connection.execute("create schema release.quality")
    connection.register("checks", checks)
    connection.execute(
        "create table release.quality.check_result as"
        " select * from checks order by checked_at, run_id, table_name, check_name"
    )
    connection.unregister("checks")
    table = "release.quality.check_result"
    connection.execute(f"comment on table {table} is '{history.TABLE_COMMENT}'")
    for field in history.SCHEMA:
        comment = _escape(field.metadata[b"comment"].decode())
        connection.execute(f"comment on column {table}.{field.name} is '{comment}'")


def _chinese(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the Chinese views; their text must not name the database, which is called otherwise elsewhere."""
    connection.execute(f"create schema release.{quoted(views.SCHEMA)}")
    connection.execute("use release")
    for view in views.views(catalog.read(connection, "release")):
        name = f"{quoted(views.SCHEMA)}.{quoted(view.name)}"
        connection.execute(f"create view {name} as {view.select}")
        connection.execute(f"comment on view {name} is '{_escape(view.comment)}'")
        for column, comment in view.columns:
            connection.execute(f"comment on column {name}.{quoted(column)} is '{_escape(comment)}'")


def _text(path: Path) -> str:
    return _escape(str(path))


def _escape(text: str) -> str:
    return text.replace("'", "''")
