"""The one kind of expectation of our own: a query that must give no row.

What belongs here: that expectation and its metric. What does not: the queries (``rules/*.toml``). Importing
this module imports Great Expectations and takes seconds: import it inside functions.

The stock expectation runs its query twice, once for rows and once to count them. Here a query that finds
nothing, or little, runs once.
"""

from __future__ import annotations

from typing import Any, ClassVar

from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metrics.metric_provider import MetricProvider, metric_value

SAMPLE = 50
METRIC = "zhibiao.failing_rows"


class FailingRows(MetricProvider):  # type: ignore[misc]
    """The rows of a query: how many, and the first ``SAMPLE`` of them as dictionaries."""

    metric_name = METRIC
    domain_keys = ("batch_id",)
    value_keys = ("query", "suspects", "suspects_table")

    @metric_value(engine=SqlAlchemyExecutionEngine)  # type: ignore[untyped-decorator]
    def _sqlalchemy(
        cls,  # noqa: N805 - Great Expectations calls it on the class
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, Any]:
        del metric_domain_kwargs, metrics, runtime_configuration
        query, suspects = metric_value_kwargs["query"], metric_value_kwargs["suspects"]
        with execution_engine.get_connection() as connection:
            if suspects and not _gathered(connection, suspects, metric_value_kwargs["suspects_table"]):
                connection.exec_driver_sql(f"select * from (\n{query}\n) limit 0")  # whether it works at all
                return {"count": 0, "rows": []}
            some = connection.exec_driver_sql(f"select * from (\n{query}\n) limit {SAMPLE + 1}")
            rows = [dict(row) for row in some.mappings().fetchall()]
            count = len(rows)
            if count > SAMPLE:
                count = connection.exec_driver_sql(f"select count(*) from (\n{query}\n)").scalar()
        return {"count": int(count), "rows": rows[:SAMPLE]}


def _gathered(connection: Any, query: str, table: str) -> bool:
    """Put the rows of ``query`` into ``table``; False where there are none."""
    made = connection.exec_driver_sql(f"create or replace temp table {table} as\n{query}")
    return bool(made.scalar())  # DuckDB tells how many rows there are


class ExpectNoFailingRows(BatchExpectation):  # type: ignore[misc]
    """Expect ``query``, which selects the rows that break a rule, to give none.

    Where there are ``suspects``, a query too, they are put into ``suspects_table`` first; without any,
    nothing breaks the rule, and ``query`` is not asked.
    """

    query: str
    suspects: str = ""
    suspects_table: str = ""
    metric_dependencies: ClassVar[tuple[str, ...]] = (METRIC,)
    success_keys: ClassVar[tuple[str, ...]] = ("query", "suspects", "suspects_table")
    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id",)

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: Any = None,
    ) -> dict[str, Any]:
        del runtime_configuration, execution_engine
        found = metrics[METRIC]
        return {
            "success": found["count"] == 0,
            "result": {"observed_value": found["count"], "details": {"unexpected_rows": found["rows"]}},
        }
