"""What every file of a release says of itself.

What belongs here: terms, sources, units of columns. What does not: the forms that the files give them.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from orchestration.errors import InputError
from orchestration.publishing.catalog import Column, Table
from orchestration.settings import Settings

_FOLDER = Path(__file__).parent
_SOURCES = """
select report_id, title, publisher, cast(published_on as varchar), sha256
from release.marts.dim_report where is_current order by report_id
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A report that figures were taken from."""

    report_id: str
    title: str
    publisher: str
    published_on: str
    sha256: str

    def __str__(self) -> str:
        told = f"{self.publisher}《{self.title}》" + (f"，{self.published_on}" if self.published_on else "")
        return f"{self.report_id}  {told}  sha256:{self.sha256}"


@dataclass(frozen=True, slots=True)
class Facts:
    """Name and time of the release, its terms (as ``terms.toml`` says them) and its sources."""

    release_id: str
    created_at: str
    terms: dict[str, Any]
    sources: tuple[Source, ...]

    @property
    def licence(self) -> str:
        """The terms in one line, Chinese and English."""
        return " ".join(f"{self.terms['licence']['title']} {self.terms['licence']['title_en']}".split())


def gather(
    connection: duckdb.DuckDBPyConnection, settings: Settings, release_id: str, created_at: str
) -> Facts:
    """Ask the attached ``release`` and the terms; raise InputError where the user's terms cannot be read."""
    rows = connection.execute(_SOURCES).fetchall()
    sources = tuple(Source(*(str(cell or "") for cell in row)) for row in rows)
    return Facts(release_id, created_at, terms(settings), sources)


def terms(settings: Settings) -> dict[str, Any]:
    """Read the terms, the user's where there are any."""
    own = settings.reference[1] / "terms.toml"
    path = own if own.is_file() else _FOLDER / "terms.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        missing = {"title", "title_en"} - found.keys() or {"name", "title", "title_en"} - found[
            "licence"
        ].keys()
        missing = missing or {"how", "how_en"} - found["source"].keys()
    except (ValueError, KeyError, AttributeError) as error:
        raise InputError(path, f"cannot be read as terms: {error}", "see exports/terms.toml") from error
    if missing:
        raise InputError(path, f"lacks {', '.join(sorted(missing))}", "see exports/terms.toml")
    return found


def unit(column: Column) -> str:
    """Say in what a column counts; empty where it counts nothing."""
    return next((unit for pattern, unit in _units() if pattern.fullmatch(column.name)), "")


def dictionary(tables: tuple[Table, ...], refers: dict[tuple[str, str], str]) -> list[dict[str, str]]:
    """Give one row a column, as strings; ``refers`` gives what a column refers to, by table and column."""
    return [
        {
            "table": table.name,
            "column": column.name,
            "name_zh": column.title,
            "type": column.type,
            "key": "primary" if column.name in table.primary_key else "",
            "nullable": "yes" if column.nullable else "no",
            "refers_to": refers.get((table.name, column.name), ""),
            "unit": unit(column),
            "description": column.meaning.strip(),
        }
        for table in tables
        for column in table.columns
    ]


@cache
def _units() -> tuple[tuple[re.Pattern[str], str], ...]:
    with (_FOLDER / "units.csv").open(encoding="utf-8", newline="") as file:
        return tuple((re.compile(row["pattern"]), row["unit"]) for row in csv.DictReader(file))
