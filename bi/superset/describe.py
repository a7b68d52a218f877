"""``python -m bi.superset.describe``: write the columns of the datasets anew from the current release.

What belongs here: names, types and meanings of columns, which the release itself tells. What does not: the
rest of a dataset (its query, its metrics), which is written by hand in the same file and kept as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import duckdb
import yaml

from orchestration import settings
from orchestration.publishing import catalog
from orchestration.publishing.catalog import Column
from orchestration.publishing.chinese import views

DATASETS = Path(__file__).with_name("assets") / "datasets" / "zhibiao"
_HEAD = "columns:"
_SERIES = (
    "area_name || case when coalesce(scope, '') = '' then '' else '·' || scope end"
    " || case period_type {whens} else '' end"
)


def columns(connection: duckdb.DuckDBPyConnection, dataset: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the columns of a dataset, those with codes followed by one with their Chinese words."""
    known = catalog.read(connection, str(connection.execute("select current_database()").fetchall()[0][0]))
    comments = {column.name: column.comment for table in known for column in table.columns}
    own = {t.name: {c.name: c.comment for c in t.columns} for t in known}.get(dataset["table_name"], {})
    query = dataset.get("sql") or f"select * from {dataset['schema']}.{dataset['table_name']}"
    found: list[dict[str, Any]] = []
    for name, kind, *_ in connection.execute(f"describe {query}").fetchall():
        column = Column(name, str(kind), own.get(name) or comments.get(name, ""))
        words = views.words().get(name)
        title = f"{column.title}（代码）" if words else column.title
        found.append(_column(column.name, column.type, title, column.meaning))
        if words:
            found.append(
                _column(f"{name}_zh", "VARCHAR", column.title, column.meaning, _case(name, words, name))
            )
    if {"area_name", "scope", "period_type", "indicator_name_zh", "unit_code"} <= {
        one["column_name"] for one in found
    }:
        found += [_column(name, "VARCHAR", *told) for name, told in _combined().items()]
    return found


def write(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Put the columns into the file of a dataset; what is above them is kept byte by byte."""
    text = path.read_text(encoding="utf-8")
    above = text[: text.index(f"\n{_HEAD}") + 1]
    lines = [f"- {_line(one)}" for one in columns(connection, yaml.safe_load(text))]
    path.write_text("\n".join([f"{above}{_HEAD}", *lines, ""]), encoding="utf-8")


def _line(column: dict[str, Any]) -> str:
    """Give a column as one line, so that the file stays readable."""
    text: str = yaml.safe_dump(
        column, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10_000
    )
    return text.strip()


def _column(name: str, kind: str, title: str, meaning: str, expression: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"column_name": name, "verbose_name": title, "description": meaning, "type": kind}
    if expression:
        made["expression"] = expression
    return made | {"is_dttm": kind == "DATE", "groupby": True, "filterable": True}


def _case(name: str, words: dict[str, str], otherwise: str) -> str:
    whens = " ".join(f"when '{code}' then '{word}'" for code, word in words.items())
    return f"case {name} {whens} else {otherwise} end"


def _combined() -> dict[str, tuple[str, str, str]]:
    """Give columns that are several in one.

    By one of them Superset splits a chart in no time; split by several it works out every combination of
    their values, which takes minutes with some thousand indicators.
    """
    words = views.words()["period_type"].items()
    whens = " ".join(f"when '{code}' then '（{word}）'" for code, word in words if code != "annual")
    series, indicator = (
        _SERIES.format(whens=whens),
        "indicator_name_zh || '（' || coalesce(unit_code, '') || '）'",
    )
    return {
        "series": ("序列", "Area, scope and kind of period.", series),
        "indicator_unit": ("指标（单位）", "Indicator with its unit.", indicator),
        "series_name": (
            "序列全称",
            "Indicator, unit, area, scope, kind of period.",
            f"{indicator} || ' ' || {series}",
        ),
    }


def main() -> int:
    """Write every dataset; gives the exit code."""
    release = settings.load().current_release
    if not release.is_file():
        print(f"error: {release}: no release to describe; `make run` makes one", file=sys.stderr)
        return 2
    with duckdb.connect(str(release.resolve()), read_only=True) as connection:
        for path in sorted(DATASETS.glob("*.yaml")):
            write(path, connection)
    return 0


if __name__ == "__main__":
    sys.exit(main())
