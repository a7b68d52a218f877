"""The two records that are compared: an annotated figure and an extracted one.

What belongs here: the records. What does not: reading them from files, or comparing them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from orchestration.extraction.model import Statement


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as extracted. Bounds are as stated with ``unit``, which may still carry a scale (``万元``)."""

    start: int
    end: int
    quote: str
    low: float | None
    high: float | None
    unit: str
    qualifier: str
    indicator: str
    kind: str
    year: int | None
    base_year: int | None
    scope: str


@dataclass(frozen=True, slots=True)
class GoldFigure(Figure):
    """A figure as annotated. Every right label holds each keyword; ``|`` parts alternatives inside one.

    ``optional`` figures, and extracted ones that fall on them, count neither way.
    """

    keywords: tuple[str, ...] = ()
    optional: bool = False


def fields_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give the shared fields of a row, with what the format lets out filled in."""
    return {
        "start": int(row["start"]),
        "end": int(row["end"]),
        "quote": row.get("quote") or "",
        "low": _number(row.get("low")),
        "high": _number(row.get("high")),
        "unit": row.get("unit") or "",
        "qualifier": row.get("qualifier") or "exact",
        "indicator": row.get("indicator") or "",
        "kind": row.get("kind") or "",
        "year": row.get("year"),
        "base_year": row.get("base_year"),
        "scope": row.get("scope") or "",
    }


def from_statement(statement: Statement) -> Figure:
    """Turn an extracted statement into the record that is compared."""
    return Figure(**fields_of({name: getattr(statement, name) for name in Figure.__slots__}))


def _number(value: float | str | Decimal | None) -> float | None:
    return None if value is None else float(value)
