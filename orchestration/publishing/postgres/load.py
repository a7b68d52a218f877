"""Loading a release: staging tables, then one transaction.

What belongs here: the order of the steps. Tables stay the same objects from release to release: what others
made of them (views, grants, open sessions) goes on, and readers see the old rows or the new, nothing between.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg
from psycopg import sql

from orchestration.publishing import catalog
from orchestration.publishing.build import DATABASE
from orchestration.publishing.catalog import Table
from orchestration.publishing.manifest import Release
from orchestration.publishing.postgres import migrate, shape, staging
from orchestration.publishing.postgres.target import Target, TargetError, told

Server = psycopg.Connection[tuple[object, ...]]
_MEND = "it stays as it was, the files are published; mend it, then `zhibiao publish` loads it"
_INFO = """
create table if not exists marts.release_info (
    release_id text primary key, created_at timestamptz not null, loaded_at timestamptz not null,
    content text not null, shape text not null, tables text[] not null
)
"""
_INFO_COMMENT = "comment on table marts.release_info is '当前载入的发布：编号、生成时间与载入时间'"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was done: ``way`` is extension, copy, or none where the release was there already."""

    way: str
    rows: int
    seconds: float


def load(folder: Path, release: Release, target: Target, *, extension: Path | None) -> Loaded:
    """Load the release in ``folder``; nothing is done where it is there already.

    Raises TargetError, after which PostgreSQL is as it was.
    """
    started = time.monotonic()
    source = duckdb.connect()
    try:
        with told(target, _MEND):
            source.execute(f"attach '{_text(folder / DATABASE)}' as release (read_only)")
            tables = catalog.read(source, "release")
            with target.connect() as server, target.connect(autocommit=True) as helper:
                way = _carry(_Ends(source, server, helper, target), release, tables, extension)
                if way != "none":
                    _tidy(helper, tables)
    finally:
        source.close()
    return Loaded(way, sum(table.rows for table in tables), round(time.monotonic() - started, 2))


@dataclass(frozen=True, slots=True)
class _Ends:
    """The release, and two connections: DuckDB must see the staging tables, so ``helper`` commits them."""

    source: duckdb.DuckDBPyConnection
    server: Server
    helper: Server
    target: Target


def _carry(ends: _Ends, release: Release, tables: tuple[Table, ...], extension: Path | None) -> str:
    """Load in one transaction of ``server``; gives the way the rows went."""
    server, helper, target = ends.server, ends.helper, ends.target
    _begin(server, target)
    wanted = shape.digest(tables, catalog.relations())
    row = server.execute("select release_id, shape, tables from marts.release_info").fetchone()
    if row and row[0] == release.release_id and row[1] == wanted:
        server.rollback()
        return "none"
    try:
        staging.prepare(helper, tables)
        way = staging.fill(ends.source, helper, target, tables, extension)
        _replace(server, target, tables, row[2] if row else [], same=bool(row and row[1] == wanted))
        _record(server, release, wanted, tables)
        staging.drop(server)
        server.commit()
    except BaseException:
        server.rollback()
        with suppress(psycopg.Error):
            staging.drop(helper)
        raise
    return way


def _replace(
    server: Server, target: Target, tables: tuple[Table, ...], before: object, *, same: bool
) -> None:
    """Put the staged rows in place of the old ones, and renew the definitions where not ``same``."""
    if not same:
        migrate.loosen(server)
    _empty(server, tables, same=same)
    if not same:
        _drop_gone(server, tables, before)
        migrate.tables(server, tables)
    _fill(server, target, tables)
    if not same:
        migrate.tighten(server, catalog.relations(), tables)
        made = migrate.chinese(server, tables)
        server.execute(sql.SQL("; ").join(shape.comments(tables, made)))
    server.execute("set constraints all immediate")  # what is wrong is told here, not at the commit


def _begin(server: Server, target: Target) -> None:
    """Open the transaction and hold off other publishers; a reader can neither take nor block this lock."""
    for name in migrate.SCHEMAS:
        if server.execute("select to_regnamespace(%s)", [f'"{name}"']).fetchone() == (None,):
            server.execute(sql.SQL("create schema {}").format(sql.Identifier(name)))
    if server.execute("select to_regclass('marts.release_info')").fetchone() == (None,):
        server.execute(_INFO)
        server.execute(_INFO_COMMENT)
    try:
        server.execute("lock table marts.release_info in share row exclusive mode nowait")
    except psycopg.errors.LockNotAvailable as error:
        raise TargetError(f"PostgreSQL {target.shown}: another publisher is loading it; {_MEND}") from error


def _empty(server: Server, tables: tuple[Table, ...], *, same: bool) -> None:
    """Delete the rows that the release has not; all of them where the definitions change."""
    server.execute("set constraints all deferred")
    for table in tables:
        name = f'"{table.schema}"."{table.name}"'
        if server.execute("select to_regclass(%s)", [name]).fetchone() != (None,):
            server.execute(
                shape.delete_changed(table) if same else sql.SQL("delete from {}").format(shape.named(table))
            )


def _drop_gone(server: Server, tables: tuple[Table, ...], before: object) -> None:
    """Drop the tables that the last release had and this one has not, unless others hang on them."""
    kept = {f"{table.schema}.{table.name}" for table in tables}
    for name in before if isinstance(before, list) else []:
        if name not in kept:
            server.execute(sql.SQL("drop table if exists {}").format(sql.Identifier(*name.split(".", 1))))


def _fill(server: Server, target: Target, tables: tuple[Table, ...]) -> None:
    for table in tables:
        server.execute(shape.insert_missing(table))
        row = server.execute(sql.SQL("select count(*) from {}").format(shape.named(table))).fetchone()
        if row != (table.rows,):
            found = f"{table.name} has {row and row[0]} rows instead of {table.rows}"
            raise TargetError(f"PostgreSQL {target.shown}: {found}; {_MEND}")


def _record(server: Server, release: Release, wanted: str, tables: tuple[Table, ...]) -> None:
    server.execute("delete from marts.release_info")
    server.execute(
        "insert into marts.release_info values (%s, %s, clock_timestamp(), %s, %s, %s)",
        [
            release.release_id,
            release.created_at,
            release.content,
            wanted,
            [f"{table.schema}.{table.name}" for table in tables],
        ],
    )


def _tidy(helper: Server, tables: tuple[Table, ...]) -> None:
    """Let PostgreSQL reuse the room of the old rows, and know the new ones."""
    for table in tables:
        helper.execute(sql.SQL("vacuum (analyze, skip_locked) {}").format(shape.named(table)))


def _text(path: Path) -> str:
    return str(path.resolve()).replace("'", "''")
