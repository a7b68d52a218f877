"""The Chinese views as SQL.

What belongs here: from a described table to a ``select`` with Chinese names and words. The text names no
database, so that a view goes on working whatever the file or the attached database is called.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.publishing.catalog import Column, Table
from orchestration.publishing.content import quoted

SCHEMA = "中文"
SCHEMA_COMMENT = "中文视图：与 marts 各表逐行相同，表名、列名与代码都用中文"
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class View:
    """A view over ``table``; ``columns`` gives each Chinese name with what it means."""

    name: str
    comment: str
    table: Table
    columns: tuple[tuple[str, str], ...]
    select: str


@cache
def words() -> dict[str, dict[str, str]]:
    """Give the Chinese word of each code, by the name of the column."""
    found: dict[str, dict[str, str]] = {}
    for row in _rows("words.csv"):
        found.setdefault(row["column"], {})[row["code"]] = row["word"]
    return found


def views(tables: tuple[Table, ...]) -> tuple[View, ...]:
    """Make a view of every table that the data file names and that is there."""
    known = {(table.schema, table.name): table for table in tables}
    return tuple(
        _view(row["view"], row["comment"], known[row["schema"], row["table"]])
        for row in _rows("views.csv")
        if (row["schema"], row["table"]) in known
    )


def _view(name: str, comment: str, table: Table) -> View:
    said = ", ".join(f"{_expression(column)} as {quoted(column.title)}" for column in table.columns)
    return View(
        name=name,
        comment=comment,
        table=table,
        columns=tuple((column.title, column.comment) for column in table.columns),
        select=f"select {said} from {table.schema}.{quoted(table.name)}",
    )


def _expression(column: Column) -> str:
    name, codes = quoted(column.name), words().get(column.name)
    if not codes:
        return name
    whens = " ".join(f"when {_literal(code)} then {_literal(word)}" for code, word in codes.items())
    return f"case {name} {whens} else {name} end"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
