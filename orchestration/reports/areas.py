"""Names of areas, from the reference data.

What belongs here: looking an area up by code or name, and its names. What does not: what a scope inside a
sentence means (``dbt_project``).
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.errors import InputError
from orchestration.settings import Settings

NAME = "areas.csv"
LEVELS = ("province", "prefecture", "county")
_TWICE, _OFTEN, _DOMINANT = 2, 5, 3


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
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(
                Area(
                    code=row["area_code"],
                    name=row["name_zh"],
                    short_name=row.get("short_name") or "",
                    level=row.get("level") or "",
                    parent_code=row.get("parent_code") or "",
                    is_valid=not row.get("valid_to"),
                )
                for row in csv.DictReader(file)
            )
    except KeyError as error:
        raise InputError(path, f"column {error} is missing", "give area_code and name_zh") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "cannot be read as UTF-8", "save it as UTF-8 CSV") from error


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


@cache
def _ordinary() -> frozenset[str]:
    lines = Path(__file__).with_name("ordinary_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def most_named(settings: Settings, text: str, levels: Collection[str] = LEVELS) -> Area | None:
    """Find the place of one of ``levels`` that a text names far more than any other, its parts left aside.

    A place two of whose parts are named too needs to be ahead by less; one alone may be the reporting one.
    """
    areas = [area for area in load(settings).values() if area.is_valid and area.level in levels]
    counts = _mentions(areas, text)
    order = sorted(counts, key=lambda area: counts[area], reverse=True)
    if not order:
        return None
    first, stem = order[0], order[0].code.rstrip("0")
    next_most = max((counts[area] for area in order[1:] if not area.code.startswith(stem)), default=0)
    parts = [counts[area] for area in order[1:] if area.code.startswith(stem)]
    alone = counts[first] >= _TWICE and not next_most
    ahead = counts[first] >= max(_OFTEN, _DOMINANT * next_most)
    backed = len(parts) >= _TWICE and counts[first] > next_most
    backed = backed and counts[first] + sum(parts) >= max(_OFTEN, _TWICE * next_most)
    return first if alone or ahead or backed else None


def _mentions(areas: Iterable[Area], text: str) -> dict[Area, int]:
    """Count how often each area is named; a name inside a longer one (防城 in 防城港) does not count."""
    names = [(area.name if area.short_name in _ordinary() else area.short_name, area) for area in areas]
    counts: dict[Area, int] = {}
    for name, area in sorted(names, key=lambda pair: (-len(pair[0]), pair[0])):
        if len(name) > 1 and (found := text.count(name)):
            counts[area] = found
            text = text.replace(name, "\n")
    return counts


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
