"""Stable names of statements and passages.

What belongs here: the hashes. What does not: anything they are made of.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

LENGTH = 20
NO_CONTENT = re.compile(r"(?:[^\w%‰.]|_)+")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def plain(value: Decimal | None) -> str:
    """Give a number as text without exponent and trailing zeros; ``""`` for unbounded."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def statement_id(sha256: str, start: int, end: int, low: Decimal | None, high: Decimal | None) -> str:
    """Give the same on every run and machine for the same figure of the same text."""
    return _digest(sha256, str(start), str(end), plain(low), plain(high))


@lru_cache(maxsize=64)
def normalised(sentence: str) -> str:
    """Give a sentence without differences of width, spacing and punctuation.

    Kept for a while, since every figure of a sentence asks for it.
    """
    return NO_CONTENT.sub("", unicodedata.normalize("NFKC", sentence))


def statement_key(sentence: str, quote: str, occurrence: int) -> str:
    """Survives a new version of the report in which other sentences changed."""
    return _digest(normalised(sentence), normalised(quote), str(occurrence))


def passage_id(sha256: str, start: int) -> str:
    """Give a passage by its place in one text."""
    return _digest(sha256, "passage", str(start))
