"""Characters of a page to its lines.

What belongs here: which characters stand on one line, and where between them is a space or the next cell.
What does not: which lines make a paragraph (:mod:`pdf_paragraphs`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from orchestration.reports.formats import text as texts

_SAME_LINE, _SPACE, _CELL = 0.35, 0.3, 1.6


@dataclass(frozen=True, slots=True)
class Char:
    """A character with its edges, its base line (points from the page's foot) and its size."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text (cells parted by tabs), edges, base line and the size of its characters."""

    text: str
    left: float
    right: float
    base: float
    size: float


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\uffef"


def _gap(before: Char, after: Char) -> str:
    """Give what stands between two neighbours: nothing, a space, or the border of a cell."""
    distance = (after.left - before.right) / max(before.size, after.size, 1)
    if distance > _CELL:
        return "\t"
    is_chinese = _is_wide(before.text) or _is_wide(after.text)
    return " " if distance > (2 if is_chinese else 1) * _SPACE else ""


def _written(chars: list[Char]) -> str:
    parts = [chars[0].text]
    for before, after in pairwise(chars):
        parts += [_gap(before, after), after.text]
    return "".join(parts)


def _line(chars: list[Char]) -> Line | None:
    ordered = sorted((char for char in chars if char.text.strip()), key=lambda char: char.left)
    if not ordered:
        return None
    cells = [texts.one_line(cell) for cell in _written(ordered).split("\t")]
    sizes = sorted(char.size for char in ordered)
    middle = ordered[len(ordered) // 2]
    return Line("\t".join(cells), ordered[0].left, ordered[-1].right, middle.base, sizes[len(sizes) // 2])


def _is_same_line(line: list[Char], char: Char) -> bool:
    """Whether a character goes on the line being read; a raised small one (a note's mark) does too."""
    size = max(line[-1].size, char.size)
    return any(abs(one.base - char.base) <= _SAME_LINE * size for one in (line[0], line[-1]))


def lines(chars: list[Char]) -> list[Line]:
    """Give a page's lines, in the order in which its characters are written."""
    groups: list[list[Char]] = []
    for char in chars:
        if not char.text.strip():
            continue
        if groups and _is_same_line(groups[-1], char):
            groups[-1].append(char)
        else:
            groups.append([char])
    found = (_line(group) for group in groups)
    return [line for line in found if line is not None]
