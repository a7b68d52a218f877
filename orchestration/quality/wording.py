"""What the page of the gate calls things, read from ``words.toml``.

What belongs here: loading that file and putting the words of queries into Chinese. What does not: where
words stand on the page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w])", re.ASCII)
_YI, _WAN = 1e8, 1e4


@dataclass(frozen=True, slots=True)
class Name:
    """A Chinese name, its English subtitle, and what it means in plain words."""

    zh: str
    en: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Names by vocabulary, Chinese for tables, mends and the phrases of queries."""

    outcomes: Mapping[str, Name]
    severities: Mapping[str, Name]
    dimensions: Mapping[str, Name]
    tables: Mapping[str, str]
    phrases: Mapping[str, str]
    mends: Mapping[str, str]

    def read(self, text: str) -> str:
        """Put what a query says into Chinese words and readable numbers (``5.13e9`` as 51.3亿)."""
        for phrase, zh in self.phrases.items():
            text = text.replace(phrase, zh)
        return numbers(text)


@lru_cache(maxsize=1)
def load() -> Words:
    """Read the words once."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    names = {
        part: {key: Name(*name) for key, name in data[part].items()}
        for part in ("outcomes", "severities", "dimensions")
    }
    return Words(**names, tables=data["tables"], phrases=data["phrases"], mends=data["mends"])


def numbers(text: str) -> str:
    """Write every number of a text as people read it."""
    return _NUMBER.sub(lambda number: readable(number.group()), text)


def readable(number: str) -> str:
    """Write a number as people read it: without a useless ``.0``, large ones in 万 and 亿."""
    value = float(number)
    for size, name in ((_YI, "亿"), (_WAN, "万")):
        if abs(value) >= size and ("." in number or "e" in number or abs(value) >= _YI):
            return f"{value / size:,.6f}".rstrip("0").rstrip(".") + name
    return number if "e" not in number and not number.endswith(".0") else f"{value:g}"
