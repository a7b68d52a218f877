"""Damages to a healthy warehouse, each with the rules that must find it: ``tests/data/damages.toml``.

What belongs here: reading that table, and writing it as a page of the docs (``python -m
tests.integration.damages``). What does not: proving it (``test_gate_damages``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.quality.rules import load_rules

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "quality-mutations.md"
_DATA = tomllib.loads((ROOT / "tests" / "data" / "damages.toml").read_text(encoding="utf-8"))
SHARE: str = _DATA["figures"]["share"]
HEAD = """\
# What the gate catches: the table of damages

Each line is a damage done to a copy of a healthy warehouse, and the checks that are meant for it and must
find it. The tests do every one of them and fail where a check stays silent; a healthy warehouse, that of the
project's own report and one of twenty others, must pass without a false alarm.

The damages lie in `tests/data/damages.toml`; `.venv/bin/python -m tests.integration.damages` writes this page
from them, and `.venv/bin/python -m pytest tests/integration/test_gate_damages.py` proves it in a few minutes.
The folder of a release is damaged in `tests/unit/quality/test_released.py`: a value, a row or a table of its
database changed, a Parquet file gone, a file added, its record altered or unreadable.

| damage | found by | severity | what must hold |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Damage:
    """A damage: what does it, and the keys of the rules that must find it."""

    name: str
    sql: tuple[str, ...]
    found_by: tuple[str, ...]
    against_release: bool = False

    def __str__(self) -> str:
        return self.name


def load() -> tuple[Damage, ...]:
    """Read the table; figures are put in for their names."""
    return tuple(_damage(entry) for entry in _DATA["damage"])


def named(name: str) -> Damage:
    """The damage of that name."""
    return next(damage for damage in load() if damage.name == name)


def _damage(entry: dict[str, Any]) -> Damage:
    return Damage(
        name=entry["name"],
        sql=tuple(_filled(sql) for sql in entry["sql"]),
        found_by=tuple(entry["found_by"]),
        against_release=entry.get("against_release", False),
    )


def _filled(sql: str) -> str:
    for name, figure in _DATA["figures"].items():
        sql = sql.replace("{" + name + "}", figure)
    return sql


def page() -> str:
    """The table as Markdown."""
    rules = {rule.key: rule for rule in load_rules()}
    lines = []
    for damage in load():
        found = [rules[key] for key in damage.found_by]
        cells = (
            damage.name,
            "<br>".join(f"`{rule.key}`" for rule in found),
            "<br>".join(rule.severity for rule in found),
            "<br>".join(rule.zh for rule in found),
        )
        lines.append(f"| {' | '.join(cells)} |\n")
    return HEAD + "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
