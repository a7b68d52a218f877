"""A DuckDB connection that only reads: one file, statements that read, and for a limited time.

What belongs here: what Superset may do with the file of a release. What does not: Superset's other settings
(``superset_config``, which imports this from the same folder). Nothing but DuckDB itself is needed.

DuckDB's own settings are not enough. A file that is open read-only stays among the files that a statement may
write even with ``enable_external_access=false``, and so does the log beside it: ``copy … to`` would put
something else in the place of the release. And a function that changes settings can end the whole process.
"""

from __future__ import annotations

import itertools
import re
import threading
from pathlib import Path
from typing import Any

import duckdb

SECONDS = 60.0  # that one statement may take
# Held against whatever a connection asks for. Without a folder for them, sorts that do not fit into memory
# fail instead of filling the disk of the release.
_FIXED: dict[str, Any] = {
    "enable_external_access": False,
    "temp_directory": "",
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "lock_configuration": True,
}
_LIMITS: dict[str, Any] = {"memory_limit": "2GB", "threads": 2}
# Functions that do something instead of reading, and those that run a text as SQL.
_REFUSED = {
    *("checkpoint", "force_checkpoint", "enable_logging", "disable_logging", "truncate_duckdb_logs"),
    *("enable_profiling", "disable_profiling", "python_map_function"),
    *("query", "query_table", "json_execute_serialized_sql"),
}
_NAME = re.compile(r'"?(\w+)"?')


class Reading:
    """What ``duckdb_engine`` asks of a connection, and no more of it than reading needs."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, seconds: float = SECONDS) -> None:
        """Take over ``connection``, in which each statement may take so many ``seconds``."""
        self._connection = connection
        self._seconds = seconds
        self._timer: threading.Timer | None = None

    @property
    def description(self) -> Any:
        """Tell the columns of the last result."""
        return self._connection.description

    @property
    def rowcount(self) -> int:
        """Give what DuckDB gives, -1."""
        return self._connection.rowcount

    def execute(self, statement: str, parameters: Any = None) -> Reading:
        """Run what reads; raise PermissionException for all else, InterruptException after the time."""
        allow(self._connection, statement)
        self._stop()
        self._timer = threading.Timer(self._seconds, self._connection.interrupt)
        self._timer.daemon = True
        self._timer.start()
        if parameters is None:
            self._connection.execute(statement)
        else:
            self._connection.execute(statement, parameters)
        return self

    def fetchone(self) -> Any:
        """Give the next row."""
        return self._connection.fetchone()

    def fetchmany(self, size: int = 1) -> Any:
        """Give the next rows."""
        return self._connection.fetchmany(size)

    def fetchall(self) -> Any:
        """Give all other rows."""
        return self._connection.fetchall()

    def commit(self) -> None:
        """Do nothing: nothing is ever written."""

    def rollback(self) -> None:
        """Do nothing: nothing is ever written."""

    def close(self) -> None:
        """Let go of the file."""
        self._stop()
        self._connection.close()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def open_file(path: str, asked: dict[str, Any], seconds: float = SECONDS) -> Reading:
    """Open the file behind ``path``, with the limits that are ``asked`` for and nothing else of it.

    A link is followed here: DuckDB keeps a file open under its name as long as anybody reads it, and under
    the name of the link a busy server would go on reading the release before.
    """
    file = Path(path).resolve()
    if not file.is_file():
        raise duckdb.IOException(f"{path}: is no file")
    config = _LIMITS | {name: value for name, value in asked.items() if name in _LIMITS} | _FIXED
    return Reading(duckdb.connect(str(file), read_only=True, config=config), seconds)


def allow(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raise PermissionException unless everything in ``sql`` reads and nothing else."""
    for statement in connection.extract_statements(sql):
        if statement.type != duckdb.StatementType.SELECT:
            kind = statement.type.name.lower()
            raise duckdb.PermissionException(f"only statements that read are run here, and {kind} is none")
    text = sql.encode()
    tokens = duckdb.tokenize(sql)
    for (start, _), (end, _) in itertools.pairwise(tokens):
        name = _NAME.match(text[start:end].decode())
        if name and name[1].lower() in _REFUSED and text[end : end + 1] == b"(":
            raise duckdb.PermissionException(f"the function {name[1]} is not run here")
