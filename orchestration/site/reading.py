"""A release read into memory, once, with the few look-ups that pages share.

What belongs here: SQL on the release. What does not: HTML, and anything beside the release.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from orchestration.errors import InputError
from orchestration.publishing import manifest
from orchestration.publishing.manifest import Release
from orchestration.site import model

Row = TypeVar("Row")
_CASTS = {"published_on": "cast(published_on as varchar)"}
_LAST_RUN = "run_id = (select run_id from quality.check_result order by checked_at desc, run_id desc limit 1)"


@dataclass(frozen=True, slots=True)
class Content:
    """All that the site shows of a release; every list is in a fixed order."""

    release: Release
    reports: list[model.Report]
    indicators: list[model.Indicator]
    observations: list[model.Observation]
    points: list[model.Point]
    targets: list[model.Target]
    conflicts: list[model.Conflict]
    passages: list[model.Passage]
    skipped: list[model.Skipped]
    accounting: list[model.Accounting]
    reviews: list[model.Review]
    checks: list[model.Check]
    columns: list[model.Column]
    parents: dict[str, str]

    def report_of(self) -> dict[str, str]:
        """Give the report of every statement."""
        return {one.statement_id: one.report_id for one in self.observations if not one.is_derived}


def read(folder: Path) -> Content:
    """Read the release in ``folder``, read-only.

    Raises:
        InputError: there is no release, or one of an older version without the text of its reports.

    """
    release, database = manifest.read(folder), folder / "zhibiao.duckdb"
    if release is None or not database.is_file():
        raise InputError(folder, "is no release", "`zhibiao run` makes one")
    if "rpt_passage" not in release.tables:
        raise InputError(
            folder, "does not hold the text of its reports", "publish it anew with `zhibiao run`"
        )
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("set enable_external_access = false")
        return _content(connection, release)


def _content(connection: duckdb.DuckDBPyConnection, release: Release) -> Content:
    def rows(kind: type[Row], table: str, order: str, where: str = "true") -> list[Row]:
        names = [_CASTS.get(field.name, field.name) for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
        sql = f"select {', '.join(names)} from {table} where {where} order by {order}"
        return [kind(*row) for row in connection.execute(sql).fetchall()]

    return Content(
        release=release,
        reports=rows(
            model.Report, "marts.dim_report", "reviewed_year desc, area_code, genre, report_id", "is_current"
        ),
        indicators=rows(model.Indicator, "marts.dim_indicator", "is_provisional, domain, indicator_code"),
        observations=rows(
            model.Observation,
            "marts.fct_observation",
            "time_period, report_id, char_start, is_derived, observation_id",
        ),
        points=rows(
            model.Point,
            "marts.rpt_indicator_series",
            "indicator_code, area_code, scope, period_type, time_period",
        ),
        targets=rows(
            model.Target, "marts.fct_target_outcome", "time_period desc nulls last, target_statement_id"
        ),
        conflicts=rows(model.Conflict, "marts.rpt_conflict", "time_period desc nulls last, conflict_id"),
        passages=rows(model.Passage, "marts.rpt_passage", "report_id, char_start"),
        skipped=rows(model.Skipped, "marts.rpt_skipped_number", "report_id, char_start"),
        accounting=rows(model.Accounting, "marts.rpt_accounting", "report_id", "is_current"),
        reviews=rows(model.Review, "marts.rpt_review_queue", "confidence, report_id, statement_id"),
        checks=rows(model.Check, "quality.check_result", "table_name, check_name", _LAST_RUN),
        columns=rows(
            model.Column,
            "duckdb_columns()",
            "schema_name, table_name, column_index",
            "schema_name in ('marts', 'quality') and not internal",
        ),
        parents=dict(
            connection.execute(
                "select area_code, parent_code from marts.dim_area where parent_code is not null"
            ).fetchall()
        ),
    )


def grouped(rows: Iterable[Row], *names: str) -> dict[Hashable, list[Row]]:
    """Group rows by the values of fields, a tuple where there are several, keeping their order."""
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        key: Any = tuple(getattr(row, name) for name in names)
        groups[key if len(names) > 1 else key[0]].append(row)
    return groups
