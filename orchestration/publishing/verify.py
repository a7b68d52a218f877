"""Whether a built release is what the candidate is.

What belongs here: reading a release back and comparing. What does not: building or switching.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.publishing.build import DATABASE
from orchestration.publishing.content import Content, measure
from orchestration.publishing.errors import PublishError
from orchestration.publishing.store import sync
from orchestration.quality.fingerprint import sha256


def verify(folder: Path, wanted: Content) -> dict[str, str]:
    """Compare the files in ``folder`` with ``wanted`` and bring them to disk; the sha256 of each by its path.

    Raises PublishError where a row is missing or other, or a write-ahead log was left.
    """
    database = folder / DATABASE
    left = sorted(path.name for path in folder.glob("*.wal"))
    if left:
        raise PublishError(f"{folder}: {left[0]} was left, the file is not whole; publish again")
    connection = duckdb.connect()
    try:
        connection.execute(f"attach '{_quoted(database)}' as release (read_only)")
        got = measure(connection, "release")
        rows = {table: _parquet_rows(connection, folder, table) for table in wanted.rows}
    finally:
        connection.close()
    for table, count in wanted.rows.items():
        if got.hashes.get(table) != wanted.hashes[table] or rows[table] != count:
            found = f"{got.rows.get(table, 0)} rows, {rows[table]} in Parquet"
            raise PublishError(f"{folder}: {table} differs from the candidate ({count} rows; {found})")
    return {
        str(path.relative_to(folder)): _settle(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _parquet_rows(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> int:
    path = _quoted(folder / "parquet" / f"{table}.parquet")
    row = connection.execute(f"select count(*) from read_parquet('{path}')").fetchone()
    return int(row[0]) if row else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _settle(path: Path) -> str:
    sync(path)
    return sha256(path)
