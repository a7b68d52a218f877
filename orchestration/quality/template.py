"""Placeholders in the queries of rules.

What belongs here: putting words and values where a rule file writes ``{name}``. What does not: any rule.
A list becomes SQL literals in brackets, a text stands as it is; every other brace of the query is left
alone, so that patterns like ``[0-9]{4}`` need no care.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FIELD = re.compile(r"\{([a-z_]+)\}")
LATER = frozenset({"batch", "release", "suspects"})  # filled when the rule runs


def render(sql: str, values: Mapping[str, Any]) -> str:
    """Fill every ``{name}`` but those of ``LATER``; raise KeyError with a name nothing is given for."""
    filled = _FIELD.sub(lambda field: _value(field, values), sql)
    return filled if filled == sql else render(filled, values)


def _value(field: re.Match[str], values: Mapping[str, Any]) -> str:
    name = field.group(1)
    if name in LATER:
        return field.group(0)
    value = values[name]
    return value if isinstance(value, str) else literals(value)


def literals(values: list[Any]) -> str:
    """Write ``['a', 'b']`` as SQL, for lists of words and numbers."""
    return "[" + ", ".join(literal(value) for value in values) + "]"


def literal(value: object) -> str:
    """Write one SQL literal; quotes in a text are doubled."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def plain(sql: str, table: str, release: str = "", prepared: Mapping[str, str] | None = None) -> str:
    """Give the query as DuckDB reads it: the table's name for ``{batch}``, the folder for ``{release}``.

    ``prepared`` has what stands for the tables of ``[prepared]`` in ``rules/shared.toml``.
    """
    for name, stands in (prepared or {}).items():
        sql = sql.replace("{" + name + "}", stands)
    return sql.replace("{batch}", table).replace("{release}", release.replace("'", "''"))
