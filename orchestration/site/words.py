"""What the site calls things, read from ``words.toml``, beside the names that the pages of reports use.

What belongs here: loading that file. What does not: where the words stand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from orchestration.rendering import words as report_words
from orchestration.rendering.words import Name, Names

_FILE = Path(__file__).with_name("words.toml")


@lru_cache(maxsize=1)
def load() -> Mapping[str, Names]:
    """Read the names by vocabulary; those of kinds, measures and qualifiers are the report pages' own."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    own = {part: {key: Name(*name) for key, name in names.items()} for part, names in data.items()}
    shared = report_words.load()
    return {"kinds": shared.kinds, "measures": shared.measures, "reasons": shared.reasons, **own}


def name(vocabulary: str, key: str) -> Name:
    """Give the name of a key; one that is in no list is shown as it is."""
    return load()[vocabulary].get(key) or Name(key, "")
