"""The tables of a database as others need to know them: columns, comments, keys.

What belongs here: asking an open DuckDB what it holds, in words. What does not: the rows.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from orchestration.publishing.content import MARTS, columns, quoted, tables

QUALITY = "quality"
_RELATIONS = Path(__file__).with_name("relations.csv")


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``type`` is DuckDB's, ``comment`` opens with the Chinese name and a full stop."""

    name: str
    type: str
    comment: str
    nullable: bool = True

    @property
    def title(self) -> str:
        """The Chinese name, which the comment opens with; the column's own name where there is none."""
        return self.comment.partition("。")[0] or self.name

    @property
    def meaning(self) -> str:
        """The comment without the Chinese name."""
        return self.comment.partition("。")[2] or self.comment


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its key (empty where it has none) and its number of rows."""

    schema: str
    name: str
    comment: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Columns of a mart whose values, where there are any, are the key of another mart."""

    table: str
    columns: tuple[str, ...]
    to_table: str
    to_columns: tuple[str, ...]


def read(connection: duckdb.DuckDBPyConnection, database: str) -> tuple[Table, ...]:
    """Describe the marts and the results of the gate in an attached database, by schema and name."""
    return tuple(
        _table(connection, database, schema, name)
        for schema in (MARTS, QUALITY)
        for name in tables(connection, database, schema)
    )


@cache
def relations() -> tuple[Relation, ...]:
    """List which columns refer to which; the gate lets through nothing that refers to nothing."""
    with _RELATIONS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Relation(
                row["table"], tuple(row["columns"].split()), row["to_table"], tuple(row["to_columns"].split())
            )
            for row in csv.DictReader(file)
        )


def _table(connection: duckdb.DuckDBPyConnection, database: str, schema: str, name: str) -> Table:
    where = [database, schema, name]
    of = " where database_name = ? and schema_name = ? and table_name = ?"
    comment = connection.execute(f"select comment from duckdb_tables(){of}", where).fetchone()
    keys = connection.execute(
        f"select constraint_column_names from duckdb_constraints(){of} and constraint_type = 'PRIMARY KEY'",
        where,
    ).fetchone()
    filled = connection.execute(
        f"select column_name from duckdb_columns(){of} and not is_nullable", where
    ).fetchall()
    count = connection.execute(f"select count(*) from {quoted(database)}.{schema}.{quoted(name)}").fetchone()
    key = tuple(keys[0]) if keys else ()
    never_null = {row[0] for row in filled} | set(key)
    return Table(
        schema=schema,
        name=name,
        comment=(comment[0] or "") if comment else "",
        columns=tuple(
            Column(column, kind, told, column not in never_null)
            for column, kind, told in columns(connection, database, name, schema)
        ),
        primary_key=key,
        rows=int(count[0]) if count else 0,
    )
