"""What the marts of a warehouse hold, as counts and hashes.

What belongs here: asking an open database. What does not: writing one (``build``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import duckdb

from orchestration.publishing.manifest import FORMAT

MARTS = "marts"


@dataclass(frozen=True, slots=True)
class Content:
    """Rows and hash of every mart, by its name; the hashes do not depend on the order of the rows."""

    rows: dict[str, int]
    hashes: dict[str, str]

    @property
    def digest(self) -> str:
        """One hash over all marts, the same for the same tables, columns, comments and rows."""
        lines = [f"format {FORMAT}", *(f"{name} {value}" for name, value in sorted(self.hashes.items()))]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def quoted(name: str) -> str:
    """Write a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def tables(connection: duckdb.DuckDBPyConnection, database: str, schema: str = MARTS) -> list[str]:
    """List the tables and views of a schema, by name."""
    rows = connection.execute(
        "select distinct table_name from duckdb_columns()"
        " where database_name = ? and schema_name = ? and not internal order by 1",
        [database, schema],
    ).fetchall()
    return [row[0] for row in rows]


def columns(
    connection: duckdb.DuckDBPyConnection, database: str, table: str, schema: str = MARTS
) -> list[tuple[str, str, str]]:
    """Name, type and comment of each column, in the order of the table."""
    return connection.execute(
        "select column_name, data_type, coalesce(comment, '') from duckdb_columns()"
        " where database_name = ? and schema_name = ? and table_name = ? order by column_index",
        [database, schema, table],
    ).fetchall()


def measure(connection: duckdb.DuckDBPyConnection, database: str) -> Content:
    """Count and hash every mart of an attached database."""
    rows: dict[str, int] = {}
    hashes: dict[str, str] = {}
    for table in tables(connection, database):
        count, *sums = connection.execute(
            "select count(*), sum(md5_number_lower(t::varchar)), sum(md5_number_upper(t::varchar))"
            f" from {quoted(database)}.{MARTS}.{quoted(table)} as t"
        ).fetchone() or (0,)
        shape = repr(columns(connection, database, table))
        rows[table] = int(count)
        hashes[table] = hashlib.sha256(f"{shape} {count} {sums}".encode()).hexdigest()
    return Content(rows, hashes)
