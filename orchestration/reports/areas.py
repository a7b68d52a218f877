"""Names of areas, from the reference data.

What belongs here: looking an area up by code or name, and its names. What does not: what a scope inside a
sentence means (``dbt_project``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.settings import Settings

NAME = "areas.csv"
_LEVELS = ("province", "prefecture", "county")
_OFTEN, _DOMINANT = 5, 3


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its GB/T 2260 code (``CN`` for the nation)."""

    code: str
    name: str
    short_name: str
    level: str
    parent_code: str
    is_valid: bool


@cache
def _read(path: Path, stamp: int) -> tuple[Area, ...]:  # noqa: ARG001 - a changed file is read anew
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            Area(
                code=row["area_code"],
                name=row["name_zh"],
                short_name=row["short_name"],
                level=row["level"],
                parent_code=row["parent_code"],
                is_valid=not row.get("valid_to"),
            )
            for row in csv.DictReader(file)
        )


def load(settings: Settings) -> dict[str, Area]:
    """Read all areas by code, the user's rows over those of the project."""
    paths = [folder / NAME for folder in settings.reference if (folder / NAME).is_file()]
    return {area.code: area for path in paths for area in _read(path, path.stat().st_mtime_ns)}


def own_names(settings: Settings, code: str) -> tuple[str, ...]:
    """Give the names by which a report of this area calls its own territory, longest first."""
    area = load(settings).get(code)
    return () if area is None else tuple(dict.fromkeys(name for name in (area.name, area.short_name) if name))


def find(settings: Settings, word: str) -> Area | None:
    """Find an area by code or by exact full or short name; ``None`` where none or several fit."""
    known = load(settings)
    if word in known:
        return known[word]
    return _single(area for area in known.values() if word in (area.name, area.short_name))


def named_in(settings: Settings, phrase: str) -> Area | None:
    """Find the area that begins a phrase such as 江阴市教育局, by the longest full name, then short name.

    A place above it that stands before it (江苏省江阴市) is passed over; ``None`` where several fit.
    """
    areas = [area for area in load(settings).values() if area.is_valid]
    rest, parent = phrase, None
    while True:
        found = _beginning(areas, rest, parent)
        if found is None:
            return parent
        name, parent = found
        rest = rest.removeprefix(name)


def most_named(settings: Settings, text: str) -> Area | None:
    """Find the place that a text names far more than any other, those above and below it left aside."""
    known = [area for area in load(settings).values() if area.is_valid and area.level in _LEVELS]
    counts = {area.code: text.count(area.short_name) for area in known if len(area.short_name) > 1}
    order = sorted(known, key=lambda area: counts.get(area.code, 0), reverse=True)
    first = order[0]
    stem = first.code.rstrip("0")
    others = [a for a in order[1:] if not a.code.startswith(stem) and not stem.startswith(a.code.rstrip("0"))]
    most, next_most = counts.get(first.code, 0), counts.get(others[0].code, 0) if others else 0
    return first if most >= _OFTEN and most >= _DOMINANT * next_most else None


def _beginning(areas: list[Area], phrase: str, parent: Area | None) -> tuple[str, Area] | None:
    names = [
        (name, area)
        for area in areas
        for name in {area.name, area.short_name}
        if name and phrase.startswith(name) and (len(name) > 1)
    ]
    longest = max((len(name) for name, _ in names), default=0)
    best = [(name, area) for name, area in names if len(name) == longest]
    if parent is not None:
        inside = [(name, area) for name, area in best if area.code.startswith(parent.code.rstrip("0"))]
        best = inside if parent.code != "CN" else best
    areas_left = {area.code: (name, area) for name, area in best}
    return next(iter(areas_left.values())) if len(areas_left) == 1 else None


def _single(found: Iterable[Area]) -> Area | None:
    areas = {area.code: area for area in found}
    valid = [area for area in areas.values() if area.is_valid] or list(areas.values())
    return valid[0] if len(valid) == 1 else None
