"""What a release says of itself (``release.json``) beside what lies in its folder, as tables for the rules.

What belongs here: telling whether a database is that of a release, and laying those tables out. What does
not: the rules (``rules/released/*.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.publishing import manifest
from orchestration.quality.fingerprint import sha256
from orchestration.quality.template import literal

RECORD = "release.json"
TABLES = {
    "released.file": ("path", "recorded", "found"),
    "released.mart": ("table_name", "recorded", "found", "is_alike"),
}


@dataclass(frozen=True, slots=True)
class Released:
    """A release: its folder, the rows of its tables and the hashes of its files as they were recorded."""

    folder: Path
    release_id: str
    tables: dict[str, int]
    files: dict[str, str]
    is_of_this_code: bool

    def has(self, table: str) -> bool:
        """Whether ``schema.table`` was in the release when it was made."""
        return table.partition(".")[2] in self.tables


def of(database: Path) -> Released | None:
    """Give the release whose database this is; None where it is none of a release."""
    folder = database.resolve().parent
    if not (folder / RECORD).is_file():
        return None
    record = manifest.read(folder)
    if record is None:
        return Released(folder, "", {}, {}, is_of_this_code=True)
    same = record.code_version == manifest.code_version()
    return Released(folder, record.release_id, record.tables, record.files, is_of_this_code=same)


def lay_out(connection: duckdb.DuckDBPyConnection, release: Released, database: str) -> None:
    """Make ``released.file`` and ``released.mart``; ``database`` is the name under which it is attached."""
    connection.execute("create schema if not exists released")
    connection.execute("create table released.file (path varchar, recorded varchar, found varchar)")
    connection.execute(
        "create table released.mart (table_name varchar, recorded bigint, found bigint, is_alike boolean)"
    )
    there = _there(release.folder)
    files = [
        (path, release.files.get(path), sha256(release.folder / path) if path in there else None)
        for path in sorted({*release.files, *there})
    ]
    files.append((RECORD, release.folder.name, release.release_id or "not readable"))
    connection.executemany("insert into released.file values (?, ?, ?)", files)
    marts = [
        (table, rows, *_found(connection, release, database, table)) for table, rows in release.tables.items()
    ]
    if marts:
        connection.executemany("insert into released.mart values (?, ?, ?, ?)", marts)


def _there(folder: Path) -> set[str]:
    files = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return {path for path in files if path != RECORD}


def _found(
    connection: duckdb.DuckDBPyConnection, release: Released, database: str, table: str
) -> tuple[int | None, bool]:
    """The rows of a table, and whether its Parquet file holds the same; None where one cannot be read."""
    counted = "select count(*), bit_xor(hash(t)) from"
    try:
        rows = connection.execute(f'{counted} {database}.marts."{table}" as t').fetchone()
    except duckdb.Error:
        return None, True
    try:
        parquet = literal(str(release.folder / "parquet" / f"{table}.parquet"))
        other = connection.execute(f"{counted} read_parquet({parquet}) as t").fetchone()
    except duckdb.Error:
        other = None
    return (rows or (None,))[0], rows == other
