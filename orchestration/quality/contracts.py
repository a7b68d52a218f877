"""What the contracts of the marts say must always be filled.

What belongs here: reading that from the dbt project (``models/marts/_*.yml``), which also enforces it with
every build. What does not: the rule that asks for it (``rules/5_completeness.toml``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from orchestration.settings import ROOT

MARTS = ROOT / "dbt_project" / "models" / "marts"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def required(folder: Path = MARTS) -> Mapping[str, tuple[str, ...]]:
    """Name the columns that are never null, by table (``marts.model``), where a table has any."""
    told = (yaml.load(path.read_bytes(), Loader=_LOADER) for path in sorted(folder.glob("_*.yml")))
    filled = {
        f"marts.{model['name']}": tuple(
            str(column["name"]) for column in model.get("columns", ()) if _is_required(column)
        )
        for file in told
        for model in file.get("models", ())
    }
    return {table: columns for table, columns in filled.items() if columns}


def _is_required(column: Mapping[str, Any]) -> bool:
    return any(constraint.get("type") == "not_null" for constraint in column.get("constraints", ()))


def placeholders(table: str) -> dict[str, str]:
    """Give what a rule may put into its query: the first required column without a value, if there is one."""
    columns = required().get(table, ())
    cases = " ".join(f"when t.{column} is null then '{column}'" for column in columns)
    return {"required_missing": f"case {cases} end"} if columns else {}
