"""The word lists of the statement layer, read once from ``lexicon/statements``.

What belongs here: loading lists and turning them into regular expressions. What does not: any word, and
what the words are used for.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Give the content of ``lexicon/statements/<name>.toml``."""
    path = resources.files("orchestration.extraction") / "lexicon" / "statements" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """One list of a file, ``key`` with a dot for a nested table, longest words first."""
    value: Any = table(name)
    for part in key.split("."):
        value = value[part]
    return tuple(sorted(dict.fromkeys(value), key=lambda word: (-len(word), word)))


@cache
def either(name: str, *keys: str) -> str:
    """Give a non-capturing group that matches any word of the lists, the longest first."""
    every = {word for key in keys for word in words(name, key)}
    return "(?:" + "|".join(re.escape(word) for word in sorted(every, key=lambda w: (-len(w), w))) + ")"
