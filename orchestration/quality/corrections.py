"""What a person decided on a figure, as a row of the user's ``corrections.csv``.

What belongs here: making such a row, refusing one that could not be applied, writing it. What does not:
applying it (``dbt_project``).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

import duckdb

from orchestration import files
from orchestration.errors import InputError
from orchestration.extraction import model
from orchestration.landing import overlay
from orchestration.quality.landed import FIELDS, Landed
from orchestration.settings import Settings

NAME = "corrections"
_NUMBERS = ("low", "high", "value")
_YEARS = ("year", "base_year")
_WORDS = {
    "qualifier": get_args(model.Qualifier),
    "kind": get_args(model.Kind),
    "modality": get_args(model.Modality),
    "measure": get_args(model.Measure),
    "period_type": get_args(model.PeriodType),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: what is decided on ``field`` of a statement, where the report gives ``expect`` now."""

    statement_key: str
    action: str
    field: str
    expect: str
    value: str
    reason: str
    author: str
    decided_on: str


def make(
    found: Landed, action: str, reason: str, *, field: str = "", value: str = "", author: str = ""
) -> Correction:
    """Make the row for a statement, ``expect`` filled in from what the report gives now.

    Raises:
        InputError: an override of no known field, with a value that the field cannot hold, or that changes
            nothing; no reason.

    """
    if not reason.strip():
        raise InputError("--reason", "is empty", "say why; every reader sees it")
    if action == "override":
        _judge(found, field, value)
    field = field or "value"
    return Correction(
        statement_key=found.statement_key,
        action=action,
        field=field,
        expect=found.fields[field] or "",
        value=value if action == "override" else "",
        reason=" ".join(reason.split()),
        author=author,
        decided_on=dt.date.today().isoformat(),
    )


def require_value(where: str, field: str, value: str) -> None:
    """Pass where an override may put ``value`` into ``field``; ``where`` stands in the error.

    Raises:
        InputError: no such field, or a value that it cannot hold.

    """
    if field not in FIELDS:
        raise InputError(where, f"no field is called {field!r}", f"there are {', '.join(FIELDS)}")
    if field in _NUMBERS and not _is_number(value):
        raise InputError(
            where, f"{value!r} is no number", "write it in the base unit, 12.6亿元 as 1260000000"
        )
    if field in _YEARS and not (value.isdigit() and 1900 <= int(value) <= 2100):
        raise InputError(where, f"{value!r} is no year", "give four digits")
    if field in _WORDS and value not in _WORDS[field]:
        raise InputError(where, f"{value!r} is no {field}", f"there are {', '.join(_WORDS[field])}")


def _judge(found: Landed, field: str, value: str) -> None:
    where = f"--override {field}={value}"
    require_value(where, field, value)
    now = found.fields[field] or ""
    if value == now or (field in _NUMBERS and _is_number(now) and Decimal(value) == Decimal(now)):
        raise InputError(where, "is what the report gives already", "accept it instead with --accept")


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def path(settings: Settings) -> Path:
    """Say where the user's corrections lie."""
    return settings.reference[1] / f"{NAME}.csv"


def read(settings: Settings) -> list[dict[str, str | None]]:
    """Read the user's corrections; none where there is no file."""
    target = path(settings)
    return overlay.read(target, overlay.seeds(settings)[NAME]) if target.is_file() else []


def add(settings: Settings, correction: Correction) -> Path:
    """Write a row into the user's ``corrections.csv``, which is made where it is missing; returns its path.

    Raises:
        InputError: the file cannot be read, or decides on the same field already.

    """
    target, columns = path(settings), overlay.seeds(settings)[NAME]
    rows = read(settings)
    for number, row in enumerate(rows, start=2):
        same_field = (row["field"] or "value") == correction.field or "drop" in (
            row["action"],
            correction.action,
        )
        if row["statement_key"] == correction.statement_key and same_field:
            told = " ".join(part for part in (row["action"], row["field"], row["value"]) if part)
            what = f"row {number} decides on {correction.statement_key} already: {told}"
            raise InputError(target, what, "change or remove that row")
    rows.append({name: getattr(correction, name) or None for name in columns})
    bom = "\ufeff" if target.is_file() and target.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    files.write_text(
        target, bom + line(columns) + "".join(line([row[name] for name in columns]) for row in rows)
    )
    return target


def applied(candidate: Path) -> list[str]:
    """Say in one line each which corrections a candidate was built with; none where it cannot be read."""
    try:
        with duckdb.connect(str(candidate), read_only=True) as connection:
            rows = connection.execute(
                "select c.action, s.report_id, s.quote, c.field_name, c.new_value, c.reason, c.author"
                " from intermediate.int_corrections_checked as c"
                " inner join staging.stg_statements as s using (statement_id) order by all"
            ).fetchall()
    except duckdb.Error:
        return []
    return [_told(["" if one is None else str(one) for one in row]) for row in rows]


def _told(row: list[str]) -> str:
    action, report_id, quote, field, value, reason, author = row
    change = f" {field} = {value}" if action == "override" else ""
    return f"{action} {report_id} «{quote}»{change}: {reason}" + (f" ({author})" if author else "")


def line(cells: list[str] | list[str | None]) -> str:
    """Write one line of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return out.getvalue()
