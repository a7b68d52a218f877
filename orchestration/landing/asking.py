"""The landing as a part of SQL: how DuckDB names the files of a table.

What belongs here: writing their place so that no character of a folder's name is taken for a pattern or for
the end of a text. What does not: asking anything. Imports nothing heavy.
"""

from __future__ import annotations

from orchestration.settings import Settings

_PATTERNS = str.maketrans({"'": "''", "[": "[[]", "*": "[*]", "?": "[?]"})


def every_part(settings: Settings, table: str) -> str:
    """Give ``read_parquet(…)`` over all reports of a table; ``dbt_project`` does the same for its sources."""
    folder = str(settings.landing / table).translate(_PATTERNS)
    return f"read_parquet('{folder}/*/part.parquet', union_by_name = true, hive_partitioning = false)"
