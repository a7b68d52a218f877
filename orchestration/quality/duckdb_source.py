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

import sqlalchemy as sa
from great_expectations.datasource.fluent import SQLDatasource
from great_expectations.execution_engine import SqlAlchemyExecutionEngine


class Columns:
    """What Great Expectations asks of an inspector of SQLAlchemy: the names of a table's columns.

    The stock one asks a catalogue of PostgreSQL, which DuckDB has to make up: that takes a twentieth of a
    second a table.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.dialect = connection.dialect

    def get_columns(self, table_name: str, schema: str | None = None) -> list[dict[str, Any]]:
        """Give a dictionary a column, in their order; NoSuchTableError where there is no such table."""
        found = self._connection.exec_driver_sql(
            "select column_name from duckdb_columns() where schema_name = ? and table_name = ?"
            " order by column_index",
            (schema or "main", str(table_name)),
        ).fetchall()
        if not found:
            raise sa.exc.NoSuchTableError(table_name)
        return [{"name": row[0], "type": sa.types.NullType()} for row in found]

    def get_pk_constraint(self, table_name: str, schema: str | None = None) -> dict[str, Any]:
        """Give no key: the rules say themselves what is unique."""
        del table_name, schema
        return {"constrained_columns": []}


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

    def get_inspector(self) -> Any:
        """Give what knows the columns of tables."""
        with self.get_connection() as connection:
            return Columns(connection)


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
