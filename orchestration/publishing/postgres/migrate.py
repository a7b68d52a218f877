"""Bringing the definitions in PostgreSQL to those of the release.

What belongs here: what to create, add, drop or change, such that views and grants of others survive. What
does not: rows (``load``). Nothing of others is ever dropped: where one stands in the way, PostgreSQL names it
and the whole load is undone.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

from orchestration.publishing.catalog import Relation, Table
from orchestration.publishing.chinese import views
from orchestration.publishing.postgres import shape

Server = psycopg.Connection[tuple[object, ...]]
SCHEMAS = ("marts", "quality", views.SCHEMA)
_COLUMNS = """
select attname, format_type(atttypid, atttypmod), attnotnull from pg_attribute
where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped
"""
_KEY = """
select conname, array(select attname from unnest(conkey) with ordinality as k (attnum, place)
    join pg_attribute as a on a.attrelid = conrelid and a.attnum = k.attnum order by place)
from pg_constraint where conrelid = to_regclass(%s) and contype = 'p'
"""
_REFERENCES = """
select conrelid::regclass::text, conname from pg_constraint
where contype = 'f' and connamespace = 'marts'::regnamespace and conname like 'fk\\_%%'
"""
_VIEWS = "select viewname from pg_views where schemaname = %s"


def loosen(server: Server) -> None:
    """Drop our references: they come back when the rows are in."""
    for table, name in server.execute(_REFERENCES).fetchall():
        server.execute(
            sql.SQL("alter table {} drop constraint {}").format(_raw(str(table)), sql.Identifier(str(name)))
        )


def tables(server: Server, wanted: tuple[Table, ...]) -> None:
    """Create what is missing and change what is other; every table must be empty."""
    for table in wanted:
        there = server.execute(_COLUMNS, [_regclass(table)]).fetchall()
        if not there:
            server.execute(shape.create(table))
        else:
            _change(server, table, {str(name): str(kind) for name, kind, _ in there})
        _nulls(server, table)
        _key(server, table)


def chinese(server: Server, wanted: tuple[Table, ...]) -> tuple[views.View, ...]:
    """Create or replace the Chinese views, drop those that are no more; the views."""
    made = views.views(wanted)
    there = {str(row[0]) for row in server.execute(_VIEWS, [views.SCHEMA]).fetchall()}
    for name in there - {view.name for view in made}:
        _drop_view(server, name)
    for view in made:
        statement = sql.SQL("create or replace view {} as {}").format(
            sql.Identifier(views.SCHEMA, view.name), _raw(view.select)
        )
        try:
            with server.transaction():
                server.execute(statement)
        except psycopg.errors.InvalidTableDefinition:  # a column was renamed, moved or is no more
            _drop_view(server, view.name)
            server.execute(statement)
    return made


def tighten(server: Server, relations: tuple[Relation, ...], wanted: tuple[Table, ...]) -> None:
    """Create the references between tables that are there."""
    there = {table.name for table in wanted}
    for relation in relations:
        if {relation.table, relation.to_table} <= there:
            server.execute(shape.foreign_key(relation, "marts"))


def _change(server: Server, table: Table, there: dict[str, str]) -> None:
    wanted = {column.name: shape.postgres_type(column) for column in table.columns}
    gone = [name for name in there if name not in wanted]
    other = [name for name, kind in wanted.items() if name in there and there[name] != kind]
    if gone or other:  # our own view would stand in the way
        for view in views.views((table,)):
            _drop_view(server, view.name)
    actions = [sql.SQL("drop column {}").format(sql.Identifier(name)) for name in gone]
    actions += [
        sql.SQL("alter column {0} type {1} using null::{1}").format(sql.Identifier(name), _raw(wanted[name]))
        for name in other
    ]
    actions += [
        sql.SQL("add column {} {}").format(sql.Identifier(name), _raw(kind))
        for name, kind in wanted.items()
        if name not in there
    ]
    if actions:
        server.execute(sql.SQL("alter table {} {}").format(shape.named(table), sql.SQL(", ").join(actions)))


def _nulls(server: Server, table: Table) -> None:
    for column in table.columns:
        if column.name not in table.primary_key:
            rule = "drop not null" if column.nullable else "set not null"
            server.execute(
                sql.SQL("alter table {} alter column {} {}").format(
                    shape.named(table), sql.Identifier(column.name), _raw(rule)
                )
            )


def _key(server: Server, table: Table) -> None:
    there = server.execute(_KEY, [_regclass(table)]).fetchone()
    if there and there[1] == list(table.primary_key):
        return
    if there:
        server.execute(
            sql.SQL("alter table {} drop constraint {}").format(
                shape.named(table), sql.Identifier(str(there[0]))
            )
        )
    if table.primary_key:
        keys = sql.SQL(", ").join(map(sql.Identifier, table.primary_key))
        server.execute(sql.SQL("alter table {} add primary key ({})").format(shape.named(table), keys))


def _drop_view(server: Server, name: str) -> None:
    server.execute(sql.SQL("drop view if exists {}").format(sql.Identifier(views.SCHEMA, name)))


def _regclass(table: Table) -> str:
    return '"{}"."{}"'.format(table.schema.replace('"', '""'), table.name.replace('"', '""'))


def _raw(text: str) -> sql.SQL:
    return sql.SQL(text)
