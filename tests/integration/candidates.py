"""Candidates to damage: copies of a built one whose every table takes any change.

What belongs here: making the copies. What does not: tests, and building (``conftest``).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb


def loosen(candidate: Path, path: Path) -> Path:
    """Copy staging and marts of a candidate into plain tables without keys or contracts."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"attach '{candidate}' as zhibiao (read_only)")
        named = connection.execute(
            "select distinct schema_name, table_name from duckdb_columns()"
            " where database_name = 'zhibiao' and schema_name in ('staging', 'marts')"
        ).fetchall()
        for schema, table in named:
            connection.execute(f"create schema if not exists {schema}")
            connection.execute(f"create table {schema}.{table} as select * from zhibiao.{schema}.{table}")
    return path


def damaged(loose: Path, folder: Path, *statements: str) -> Path:
    """Copy a loose candidate and do ``statements`` to the copy."""
    path = folder / "damaged.duckdb"
    shutil.copy(loose, path)
    change(path, *statements)
    return path


def change(candidate: Path, *statements: str) -> None:
    """Change a candidate by SQL, as a fault of the program would."""
    with duckdb.connect(str(candidate)) as connection:
        for statement in statements:
            connection.execute(statement)
