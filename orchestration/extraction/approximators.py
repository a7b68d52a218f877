"""The words that touch a number and say how exact it is: 近, 约, 超过, 不少于 before it, 以上, 左右 after it.

What belongs here: finding them beside a number and what they mean. What does not: numbers and units. The
words are those of ``lexicon/approximators.csv``: ``position`` is ``before`` or ``after`` the number,
``before_scale`` before a bare scale (上百, 过万, 数千), ``after_time`` after a unit of time (三年多);
``not_after`` lists the characters that, standing before the word, show that it is another (节约, 附近).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from . import lexicon
from .model import Qualifier


@dataclass(frozen=True, slots=True)
class Approximator:
    """An approximator at ``start:end`` and what it makes of the number."""

    start: int
    end: int
    qualifier: Qualifier


Words = dict[str, tuple[tuple[str, Qualifier, frozenset[str]], ...]]


def _words(position: str, char_at: int) -> Words:
    found: dict[str, list[tuple[str, Qualifier, frozenset[str]]]] = {}
    for row in lexicon.table("approximators"):
        if row["position"] == position:
            entry = (row["word"], cast("Qualifier", row["qualifier"]), frozenset(row["not_after"]))
            found.setdefault(row["word"][char_at], []).append(entry)
    return {char: tuple(sorted(group, key=lambda e: -len(e[0]))) for char, group in found.items()}


BEFORE = _words("before", -1)
BEFORE_SCALE = _words("before_scale", -1)
AFTER = _words("after", 0)
AFTER_TIME = _words("after_time", 0)


def before(text: str, end: int, floor: int, words: Words = BEFORE) -> Approximator | None:
    """The approximator that ends at ``end`` (a blank may stand between) and opens at ``floor`` or later."""
    while end > floor and text[end - 1] == " ":
        end -= 1
    for word, qualifier, not_after in words.get(text[end - 1 : end], ()) if end > floor else ():
        start = _start(text, word, end)
        if start >= floor:
            if start > 0 and text[start - 1] in not_after:
                return None
            return Approximator(start, end, qualifier)
    return None


def _start(text: str, word: str, end: int) -> int:
    """Where the word that ends at ``end`` opens, blanks inside it left out; -1 where another stands."""
    for char in reversed(word):
        while text[end - 1 : end] == " ":
            end -= 1
        if text[end - 1 : end] != char:
            return -1
        end -= 1
    return end


def after(text: str, start: int, words: Words = AFTER) -> Approximator | None:
    """The approximator that opens at ``start`` (a blank may stand between)."""
    if text[start : start + 1] == " ":
        start += 1
    for word, qualifier, _ in words.get(text[start : start + 1], ()):
        if text.startswith(word, start):
            return Approximator(start, start + len(word), qualifier)
    return None
