"""Whether the decisions of people still stand: asked before a warehouse is built on them.

What belongs here: holding the user's corrections against what was just read, which takes no time; the build
would find the same (``int_corrections_checked``), but only at its end. What does not: what a row may hold
(``orchestration.landing.cells``), applying it (``dbt_project``).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import duckdb

from orchestration.errors import InputError
from orchestration.landing.asking import every_part
from orchestration.quality import corrections
from orchestration.quality.landed import FIELDS, plain
from orchestration.settings import Settings


def require(settings: Settings) -> None:
    """Pass where every correction of the user fits a figure of a current report, as it is read now.

    Raises:
        InputError: one does not; the line names the first.

    """
    rows = corrections.read(settings)
    if not rows:
        return
    figures = _figures(settings)
    where = corrections.path(settings)
    for row in rows:
        _require_row(where, row, figures)


def _figures(settings: Settings) -> dict[str, Mapping[str, str | None]]:
    """Read what a correction may expect, of every figure that counts, by its key."""
    wanted = ", ".join(f"cast({sql} as varchar)" for sql in FIELDS.values())
    rows = duckdb.execute(f"""
        select s.statement_key, {wanted}
        from {every_part(settings, "statements")} as s
        inner join {every_part(settings, "reports")} as r using (report_id, report_version)
        where r.is_current
    """).fetchall()
    return {str(key): dict(zip(FIELDS, values, strict=True)) for key, *values in rows}


def _require_row(
    where: Path, row: Mapping[str, str | None], figures: Mapping[str, Mapping[str, str | None]]
) -> None:
    key, field, expect = row["statement_key"] or "", row["field"] or "", row["expect"]
    name = f"the row for {key}" + (f", {field}" if field else "")
    if key not in figures:
        what = f"{name} matches no figure of a current report"
        raise InputError(where, what, "remove the row, or mend its statement_key")
    found = plain(figures[key].get(field) or "")
    if expect is not None and not _is_same(expect, found):
        what = f"{name} expects {expect}, but the report gives {found or 'nothing'}"
        raise InputError(where, what, "mend expect, or remove the row")
    if row["action"] == "override" and (value := row["value"]) is not None:
        corrections.require_value(f"{where}: {name}", field, value)


def _is_same(expect: str, found: str) -> bool:
    try:
        return expect == found or Decimal(expect) == Decimal(found)
    except InvalidOperation:
        return False
