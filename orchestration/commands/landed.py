"""Reading the landing: all versions of all reports, also those that count no more.

What belongs here: opening the landed Parquet so that SQL can read it and nothing else. What does not: the
release (:mod:`release`), which holds what counts now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orchestration.errors import InputError
from orchestration.landing import asking
from orchestration.settings import Settings

if TYPE_CHECKING:
    import duckdb

TABLES = ("reports", "passages", "statements", "skipped_numbers")


def connect(settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open a copy of the landing in memory; no file, address or setting can be reached from it.

    Raises:
        InputError: nothing is landed yet.

    """
    import duckdb

    if not any((settings.landing / TABLES[0]).glob("*/part.parquet")):
        raise InputError(settings.landing, "nothing is landed yet", "`zhibiao run` reads the reports")
    connection = duckdb.connect()
    for table in TABLES:
        connection.execute(f"create table {table} as from {asking.every_part(settings, table)}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
