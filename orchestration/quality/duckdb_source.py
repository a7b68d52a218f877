"""A data source of Great Expectations that keeps one DuckDB connection open for a whole run.

What belongs here: the subclass and its release, nothing of ours. Importing this module imports Great
Expectations and takes seconds: import it inside functions.

The stock SQL source closes its connection between executing and fetching, and DuckDB drops the pending
result with it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Literal

from great_expectations.datasource.fluent import SQLDatasource
from great_expectations.execution_engine import SqlAlchemyExecutionEngine


class DuckDBExecutionEngine(SqlAlchemyExecutionEngine):  # type: ignore[misc]
    """The SQL engine on one lasting connection."""

    _connection: Any

    @contextlib.contextmanager
    def get_connection(self) -> Iterator[Any]:
        """Lend the one connection, opened at first use; an error does not spoil it for the next query."""
        if not self._connection:
            self._connection = self.engine.connect()
        try:
            yield self._connection
        except Exception:
            self._connection.rollback()
            raise


class DuckDBDatasource(SQLDatasource):  # type: ignore[misc]
    """The SQL data source on that engine; its definition registers ``add_duckdb``."""

    type: Literal["duckdb"] = "duckdb"

    @property
    def execution_engine_type(self) -> Any:
        """The engine that runs the expectations."""
        return DuckDBExecutionEngine


def release(source: Any) -> None:
    """Close every connection of ``source``, so that the process may open the file again."""
    engine = source._execution_engine
    if engine is not None:
        if engine._connection is not None:
            engine._connection.close()
            engine._connection = None
        engine.engine.dispose()
    if source._engine is not None:
        source._engine.dispose()
