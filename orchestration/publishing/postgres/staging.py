"""Bringing rows from the release into PostgreSQL.

What belongs here: the two ways of carrying them, into staging tables only. What does not: what becomes of
them there (``load``).
"""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path

import duckdb
import psycopg
from psycopg import sql

from orchestration.publishing.catalog import Table
from orchestration.publishing.content import quoted
from orchestration.publishing.postgres import shape
from orchestration.publishing.postgres.target import Target

_BLOCK = 1 << 20
_PACKAGE = "duckdb_extension_postgres_scanner"

Server = psycopg.Connection[tuple[object, ...]]


def extension() -> Path | None:
    """Find DuckDB's extension where a package for this very version of DuckDB is installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder, "extensions", f"v{duckdb.__version__}", "postgres_scanner.duckdb_extension")
        if path.is_file():
            return path
    return None


def prepare(server: Server, tables: tuple[Table, ...]) -> None:
    """Make the staging tables anew; what a killed publisher left is dropped."""
    drop(server)
    server.execute(sql.SQL("create schema {}").format(sql.Identifier(shape.STAGING)))
    for table in tables:
        server.execute(shape.create_staged(table))


def drop(server: Server) -> None:
    """Drop the staging tables."""
    server.execute(sql.SQL("drop schema if exists {} cascade").format(sql.Identifier(shape.STAGING)))


def fill(
    source: duckdb.DuckDBPyConnection,
    server: Server,
    target: Target,
    tables: tuple[Table, ...],
    path: Path | None,
) -> str:
    """Carry all rows of the attached ``release``; by the extension at ``path`` or by COPY; the way."""
    if path is not None and _loads(source, path):
        _by_extension(source, target, tables)
        return "extension"
    _by_copy(source, server, tables)
    return "copy"


def _loads(source: duckdb.DuckDBPyConnection, path: Path) -> bool:
    try:
        source.execute(f"load '{_text(str(path))}'")
    except duckdb.Error:
        return False
    return True


def _by_extension(source: duckdb.DuckDBPyConnection, target: Target, tables: tuple[Table, ...]) -> None:
    # attached only now: DuckDB remembers which tables there were
    source.execute(f"attach '{_text(target.dsn)}' as server (type postgres)")
    try:
        for table in tables:
            names = ", ".join(quoted(column.name) for column in table.columns)
            into = f"server.{shape.STAGING}.{quoted(shape.staged_name(table))}"
            rows = f"select {names} from release.{table.schema}.{quoted(table.name)}"
            source.execute(f"insert into {into} ({names}) {rows}")
    finally:
        source.execute("detach server")


def _by_copy(source: duckdb.DuckDBPyConnection, server: Server, tables: tuple[Table, ...]) -> None:
    with tempfile.TemporaryDirectory(prefix="zhibiao-") as folder, server.cursor() as cursor:
        file = Path(folder, "rows.csv")
        for table in tables:
            names = ", ".join(quoted(column.name) for column in table.columns)
            rows = f"select {names} from release.{table.schema}.{quoted(table.name)}"
            # nulls are empty and empty strings quoted, which is how PostgreSQL tells them apart
            source.execute(f"copy ({rows}) to '{_text(str(file))}' (format csv, header false)")
            into = sql.SQL("copy {} ({}) from stdin (format csv)")
            statement = into.format(shape.staged(table), shape.column_list(table))
            with file.open("rb") as lines, cursor.copy(statement) as copy:
                while block := lines.read(_BLOCK):
                    copy.write(block)


def _text(text: str) -> str:
    return text.replace("'", "''")
