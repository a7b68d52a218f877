"""The Data Package descriptor of the CSV files.

What belongs here: the release as Frictionless Data describes it. What does not: writing the CSV (``text``).
"""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path
from typing import Any

from orchestration.publishing.catalog import Column, Relation, Table
from orchestration.publishing.exports.facts import Facts, unit

_TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "any",
}


def write(
    tables: tuple[Table, ...],
    relations: tuple[Relation, ...],
    facts: Facts,
    path: Path,
    unfit: Set[str] = frozenset(),
) -> None:
    """Write ``datapackage.json``; its paths are relative to its own folder.

    ``unfit`` are tables with a key that is an empty text: readers of CSV take it for none, so that it is not
    called a key here.
    """
    licence = facts.terms["licence"]
    descriptor = {
        "name": "zhibiao",
        "id": facts.release_id,
        "title": facts.terms["title"],
        "description": f"{facts.terms['title_en']}. {facts.terms['source']['how_en']}",
        "created": facts.created_at,
        "licenses": [{"name": licence["name"], "title": facts.licence}],
        "sources": [
            {"title": f"{one.publisher}《{one.title}》", "path": one.report_id} for one in facts.sources
        ],
        "resources": [_resource(table, relations, unfit) for table in tables],
    }
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _resource(table: Table, relations: tuple[Relation, ...], unfit: Set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.primary_key and table.name not in unfit:
        schema["primaryKey"] = list(table.primary_key)
    schema["foreignKeys"] = [
        {
            "fields": list(one.columns),
            "reference": {
                "resource": "" if one.to_table == table.name else one.to_table,
                "fields": list(one.to_columns),
            },
        }
        for one in relations
        if one.table == table.name and one.to_table not in unfit
    ]
    return {
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "description": table.comment,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    kind = next((to for of, to in _TYPES.items() if column.type.startswith(of)), "any")
    field: dict[str, Any] = {"name": column.name, "type": kind}
    field |= {"title": column.title, "description": column.comment}
    if kind == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field | ({"unit": unit(column)} if unit(column) else {})
