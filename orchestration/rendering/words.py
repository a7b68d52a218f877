"""What the page calls kinds, reasons and fields, read from ``words.toml``.

What belongs here: loading that file. What does not: where the words stand on the page.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Name:
    """A Chinese name with its English subtitle; ``sign`` is one character that stands for it."""

    zh: str
    en: str
    sign: str = ""


Names = Mapping[str, Name]


@dataclass(frozen=True, slots=True)
class Words:
    """Names by vocabulary; the order of each is the order shown."""

    kinds: Names
    reasons: Names
    fields: Names
    qualifiers: Names
    modalities: Names
    measures: Names
    periods: Names


@lru_cache(maxsize=1)
def load() -> Words:
    """Read the words once."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Words(**{part: {key: Name(*name) for key, name in names.items()} for part, names in data.items()})
