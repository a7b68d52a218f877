"""Units and measure words: which one stands at a place of a text.

What belongs here: finding the longest unit at a place, compounds (元/平方米, 公里每小时), and what a unit is.
What does not: numbers. The units are those of ``seeds/reference/units.csv``; ``lexicon/unit_guards.csv`` says
which following characters show that a character is no unit after all (``人`` of ``人均``): after any number
or only after one spelled out. ``lexicon/unit_multiples.csv`` holds units that are written for a multiple of
another (``成`` for 10 %).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon
from .characters import fold
from .numerals import ALL_SCALES


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found at ``start:end`` of a text: its name, dimension and factor to the base unit."""

    start: int
    end: int
    name: str
    dimension: str
    factor: Decimal
    multiplier: Decimal  # of the number as written, to the named unit (成: 10 to %)


@dataclass(frozen=True, slots=True)
class _Entry:
    alias: str
    name: str
    dimension: str
    factor: Decimal
    multiplier: Decimal
    guards: tuple[re.Pattern[str] | None, re.Pattern[str] | None]  # after digits, after spelled numbers


def _guards() -> dict[tuple[str, str, bool], re.Pattern[str]]:
    found: dict[tuple[str, str, bool], list[str]] = {}
    for row in lexicon.table("unit_guards"):
        for spelled in (False, True) if row["numbers"] == "all" else (True,):
            found.setdefault((row["text"], row["unit"], spelled), []).append(f"(?:{row['not_before']})")
    return {key: re.compile("|".join(patterns)) for key, patterns in found.items()}


def _entries() -> dict[str, tuple[_Entry, ...]]:
    guards = _guards()
    found: dict[str, list[_Entry]] = {}

    def add(alias: str, name: str, dimension: str, factor: str, multiplier: str = "1") -> None:
        pair = guards.get((alias, name, False)), guards.get((alias, name, True))
        entry = _Entry(alias, name, dimension, Decimal(factor), Decimal(multiplier), pair)
        found.setdefault(alias[0], []).append(entry)

    for row in lexicon.units():
        for alias in dict.fromkeys(fold(a) for a in (row["unit"], *row["aliases"].split("|")) if a):
            add(alias, row["unit"], row["dimension"], row["factor"])
    dimensions = {row["unit"]: row["dimension"] for row in lexicon.units()}
    for row in lexicon.table("unit_multiples"):
        add(row["text"], row["unit"], dimensions[row["unit"]], row["multiplier"], row["multiplier"])
    return {char: tuple(sorted(group, key=lambda e: -len(e.alias))) for char, group in found.items()}


def _is_long(alias: str) -> bool:
    return len(alias) >= _LONG and not any(char.isascii() for char in alias)


ENTRIES = _entries()
_LONG = 3  # characters from which a unit is told from words that merely follow each other
_NEAR = 6
_WITH_BLANKS = {
    char: tuple((re.compile(" {0,2}".join(map(re.escape, e.alias))), e) for e in group if _is_long(e.alias))
    for char, group in ENTRIES.items()
}
STOPS = tuple(
    e.alias for group in ENTRIES.values() for e in group if e.alias[0] in ALL_SCALES and len(e.alias) > 1
)
TIME = frozenset({"time_year", "time_month", "time_day", "time_workday", "time_hour", "time_second"})
PER = re.compile(r" ?(?:/|每) ?")


def at(text: str, start: int, spelled: bool = False) -> Unit | None:
    """The longest unit that opens at ``start`` of a folded text, compounds included, or None.

    ``spelled`` says that the number before it is spelled out, where more characters are part of words.
    """
    unit = _simple(text, start, spelled)
    if " " in text[start : start + _NEAR]:
        spaced = _spaced(text, start)
        unit = spaced if spaced and (unit is None or spaced.end > unit.end) else unit
    if unit is None:
        return None
    per = PER.match(text, unit.end)
    if not per:
        return unit
    below = _simple(text, per.end(), True)
    if below is None or unit.dimension in TIME or (text[per.start()] == "每" and below.dimension == "count"):
        return unit
    sign = "每" if "每" in per[0] else "/"
    return Unit(start, below.end, f"{unit.name}{sign}{below.name}", "per", Decimal(1), unit.multiplier)


def _simple(text: str, start: int, spelled: bool) -> Unit | None:
    for entry in ENTRIES.get(text[start : start + 1], ()):
        if text.startswith(entry.alias, start):
            end = start + len(entry.alias)
            guard = entry.guards[spelled]
            if guard and guard.match(text, end):
                continue
            if _is_latin(entry.alias[-1]) and _is_latin(text[end : end + 1]):
                continue
            return Unit(start, end, entry.name, entry.dimension, entry.factor, entry.multiplier)
    return None


def _spaced(text: str, start: int) -> Unit | None:
    """A long unit with blanks in it, as copied text has them: 个百分 点."""
    for pattern, entry in _WITH_BLANKS.get(text[start : start + 1], ()):
        match = pattern.match(text, start)
        if match and " " in match[0] and not (entry.guards[0] and entry.guards[0].match(text, match.end())):
            return Unit(start, match.end(), entry.name, entry.dimension, entry.factor, entry.multiplier)
    return None


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalpha() or char.isdigit())
