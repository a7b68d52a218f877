"""The words, units and tolerances of the comparison, read from ``rules.toml``.

What belongs here: loading and typing that file. What does not: any judgement made with it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("rules.toml")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two figures may differ and still agree; spans and labels as shares, contexts in characters."""

    span_overlap: float
    label_margin: float
    context_before: int
    context_after: int
    label_factor: float
    label_extra: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts as the same; see the comments in ``rules.toml``."""

    whole_units: frozenset[str]
    scales: tuple[tuple[str, float], ...]  # longest word first
    same_units: Mapping[str, str]
    rate_units: frozenset[str]
    rate: re.Pattern[str]
    people_unit: str
    people_measure: re.Pattern[str]
    distinguishing_words: tuple[str, ...]
    neutral: re.Pattern[str]
    clause: re.Pattern[str]
    marks: re.Pattern[str]
    tolerance: Tolerance


def any_of(words: Iterable[str]) -> str:
    """Give a pattern source that matches any of the words, the longer ones first; never for no words."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


@lru_cache(maxsize=1)
def load() -> Rules:
    """Read the rules once."""
    data: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    brackets = r"（[^）]*）|\([^)]*\)"
    return Rules(
        whole_units=frozenset(data["whole_units"]),
        scales=tuple(sorted(data["scales"].items(), key=lambda item: len(item[0]), reverse=True)),
        same_units=data["same_units"],
        rate_units=frozenset(data["rate_units"]),
        rate=re.compile(any_of(data["rate_words"])),
        people_unit=data["people_unit"],
        people_measure=re.compile(any_of(data["people_measure_words"])),
        distinguishing_words=tuple(data["distinguishing_words"]),
        neutral=re.compile(f"{any_of(data['neutral_words'])}|{brackets}"),
        clause=re.compile(f"[{re.escape(data['clause_marks'])}]"),
        marks=re.compile(rf"[\s{re.escape(data['quote_marks'])}]"),
        tolerance=Tolerance(**data["tolerance"]),
    )
