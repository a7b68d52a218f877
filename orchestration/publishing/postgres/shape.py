"""The tables of PostgreSQL as SQL.

What belongs here: types, definitions, keys, comments, and the hash that tells whether any of it changed.
What does not: running it (``migrate``, ``load``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from psycopg import sql

from orchestration.publishing.catalog import Column, Relation, Table
from orchestration.publishing.chinese import views
from orchestration.publishing.chinese.views import View

STAGING = "zhibiao_staging"
_TYPES = {
    "VARCHAR": "text",
    "TINYINT": "smallint",
    "SMALLINT": "smallint",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "HUGEINT": "numeric",
    "FLOAT": "real",
    "DOUBLE": "double precision",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "timestamp without time zone",
    "TIMESTAMP WITH TIME ZONE": "timestamp with time zone",
}


def postgres_type(column: Column) -> str:
    """Give the type that PostgreSQL calls it, as ``format_type`` writes it; text where it has none."""
    decimal = re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", column.type)
    return f"numeric({decimal[1]},{decimal[2]})" if decimal else _TYPES.get(column.type, "text")


def digest(tables: tuple[Table, ...], relations: tuple[Relation, ...]) -> str:
    """Hash everything but the rows: the same shape needs no change of definitions."""
    shape = [(t.schema, t.name, t.comment, t.columns, t.primary_key) for t in tables]
    selects = [(view.name, view.comment, view.select) for view in views.views(tables)]
    return hashlib.sha256(repr((shape, relations, selects)).encode()).hexdigest()


def named(table: Table) -> sql.Identifier:
    """Name a table with its schema."""
    return sql.Identifier(table.schema, table.name)


def staged(table: Table) -> sql.Identifier:
    """Name the table that its rows arrive in."""
    return sql.Identifier(STAGING, staged_name(table))


def staged_name(table: Table) -> str:
    """Name it without its schema."""
    return f"{table.schema}__{table.name}"


def column_list(table: Table) -> sql.Composed:
    """List the columns, for insert and select."""
    return sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)


def create(table: Table) -> sql.Composed:
    """Define a table with its columns; keys come from ``migrate``."""
    return sql.SQL("create table {} ({})").format(named(table), _columns(table))


def create_staged(table: Table) -> sql.Composed:
    """Define the table that rows arrive in; it outlives no crash and needs not."""
    return sql.SQL("create unlogged table {} ({})").format(staged(table), _columns(table))


def delete_changed(table: Table) -> sql.Composed:
    """Delete the rows that are not staged as they are; a table without a key loses all.

    What stays is not written again: a release differs from the last one in few rows, and each row that is
    written has its references checked.
    """
    if not table.primary_key:
        return sql.SQL("delete from {}").format(named(table))
    kept = sql.SQL("select from {} as new where {} and ({}) is not distinct from ({})").format(
        staged(table), _same_key(table), _row("old", table), _row("new", table)
    )
    return sql.SQL("delete from {} as old where not exists ({})").format(named(table), kept)


def insert_missing(table: Table) -> sql.Composed:
    """Insert the staged rows whose key is not there; all of them into a table without a key."""
    names = column_list(table)
    missing = sql.SQL("not exists (select from {} as old where {})").format(named(table), _same_key(table))
    return sql.SQL("insert into {} ({}) select {} from {} as new where {}").format(
        named(table), names, names, staged(table), missing if table.primary_key else sql.SQL("true")
    )


def _same_key(table: Table) -> sql.Composed:
    return sql.SQL(" and ").join(
        sql.SQL("old.{0} = new.{0}").format(sql.Identifier(name)) for name in table.primary_key
    )


def _row(alias: str, table: Table) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(alias, column.name) for column in table.columns)


def foreign_key(relation: Relation, schema: str) -> sql.Composed:
    """Define a reference; it is checked at commit, so that all tables may be emptied first."""
    return sql.SQL(
        "alter table {} add constraint {} foreign key ({}) references {} ({}) deferrable initially deferred"
    ).format(
        sql.Identifier(schema, relation.table),
        sql.Identifier("fk_{}_{}".format(relation.table, "_".join(relation.columns))[:63]),
        sql.SQL(", ").join(map(sql.Identifier, relation.columns)),
        sql.Identifier(schema, relation.to_table),
        sql.SQL(", ").join(map(sql.Identifier, relation.to_columns)),
    )


def comments(tables: tuple[Table, ...], made: tuple[View, ...]) -> Iterator[sql.Composed]:
    """Comment on all schemas, tables, views and columns."""
    yield _comment("schema", sql.Identifier("marts"), "指标数据：事实表、维表与报表")
    yield _comment("schema", sql.Identifier(views.SCHEMA), views.SCHEMA_COMMENT)
    for table in tables:
        yield _comment("table", named(table), table.comment)
        for column in table.columns:
            yield _comment("column", sql.Identifier(table.schema, table.name, column.name), column.comment)
    for view in made:
        yield _comment("view", sql.Identifier(views.SCHEMA, view.name), view.comment)
        for name, comment in view.columns:
            yield _comment("column", sql.Identifier(views.SCHEMA, view.name, name), comment)


def _comment(kind: str, name: sql.Identifier, text: str) -> sql.Composed:
    return sql.SQL("comment on {} {} is {}").format(sql.SQL(kind), name, sql.Literal(text))


def _columns(table: Table) -> sql.Composed:
    return sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(column.name), sql.SQL(postgres_type(column)))
        for column in table.columns
    )
