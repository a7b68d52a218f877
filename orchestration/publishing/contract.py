"""The contract of the marts as a page; ``python -m orchestration.publishing.contract`` prints it.

What belongs here: putting the contracts of the dbt project (``models/marts/_*.yml``) and the references
between marts into words. What does not: keeping them: dbt does with every build, the gate with every release.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from orchestration.publishing import catalog
from orchestration.settings import load

_HEAD = """\
# The marts: what a reader may rely on

The schema `marts` is what zhibiao promises to those who build on it: reports, dashboards, other databases.
It is the same in DuckDB, in PostgreSQL, and in the Parquet, CSV and XLSX files. dbt enforces names and types
with every build, and the gate lets no release through whose keys are not unique or refer to nothing.

- **stable**: a column keeps its name, its type, its place and its meaning. New columns are added at the end.
  What has to go is said in the notes of a version and stays for a year beside what takes its place.
- **evolving**: names and types hold, yet columns and the choice of rows may change from version to version.

All other schemas (`staging`, `intermediate`, `reference`) are the inside and change without notice. Codes of
indicators that begin with `p_` are provisional: they are replaced once the dictionary has the indicator.

This page comes from the contracts: `.venv/bin/python -m orchestration.publishing.contract > docs/marts.md`.
"""


def _models(folder: Path) -> list[Mapping[str, Any]]:
    told = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("_*.yml"))]
    models = [model for file in told for model in file.get("models", ()) if model.get("columns")]
    return sorted(models, key=lambda model: str(model["name"]))


def _references(table: str) -> dict[str, str]:
    """Name for each column of a mart the column that its values refer to."""
    return {
        column: f"`{one.to_table}.{to_column}`"
        for one in catalog.relations()
        if one.table == table
        for column, to_column in zip(one.columns, one.to_columns, strict=True)
    }


def _table(model: Mapping[str, Any]) -> str:
    meta, name = model.get("meta", {}), str(model["name"])
    key, references = meta.get("primary_key", []), _references(name)
    row = ", ".join(f"`{column}`" for column in key)
    lines = [
        f"## {name}",
        "",
        f"{model['description']}",
        "",
        f"One row: {row}. Stability: {meta.get('stability', 'stable')}.",
        "",
        "| column | type | null | refers to | meaning |",
        "|---|---|---|---|---|",
    ]
    for column in model["columns"]:
        filled = column["name"] in key or {"type": "not_null"} in column.get("constraints", ())
        meaning = " ".join(str(column["description"]).split()).replace("|", r"\|")
        told = (f"`{column['name']}`", str(column["data_type"]), "never" if filled else "may be")
        lines.append(f"| {' | '.join(told)} | {references.get(column['name'], '')} | {meaning} |")
    return "\n".join(lines) + "\n"


def page(dbt_project: Path) -> str:
    """Write the contract of every mart of a dbt project as Markdown."""
    return "\n".join([_HEAD, *map(_table, _models(dbt_project / "models" / "marts"))])


if __name__ == "__main__":
    sys.stdout.write(page(load().dbt_project))
