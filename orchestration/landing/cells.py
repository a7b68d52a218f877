"""What one cell of a user's reference data may hold.

What belongs here: judging a row by ``cells.toml``, in words a person can mend it by. What does not: reading
the file (:mod:`overlay`), whether the codes in it exist (the tests of ``dbt_project``).
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _rules() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def fault(table: str, row: Mapping[str, str | None]) -> tuple[str, str] | None:
    """Say what is wrong with the first bad cell of a row, and what mends it; ``None`` for a good row."""
    rules = _rules().get(table, {})
    for column in rules.get("needed", ()):
        if not row.get(column):
            return f"{column} is empty", "fill it in"
    for column, words in rules.get("words", {}).items():
        if (value := row.get(column)) and value not in words:
            return f"{column} {value!r} is unknown", f"known are {', '.join(words)}"
    for kind, (name, is_good, example) in _FORMS.items():
        for column in rules.get(kind, ()):
            if (value := row.get(column)) and not is_good(value):
                return f"{column} {value!r} is no {name}", f"write it like {example}"
    return None


def _is_number(value: str) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4


def _is_date(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_FORMS = {
    "numbers": ("number", _is_number, "12.5"),
    "years": ("year", _is_year, "2023"),
    "dates": ("date", _is_date, "2023-02-01"),
}
