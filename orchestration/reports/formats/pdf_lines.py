"""Characters of a page to its lines.

What belongs here: which characters stand on one line, and where between them is a space or the next cell.
What does not: which lines make a paragraph (:mod:`pdf_paragraphs`).
"""

from __future__ import annotations

from dataclasses import dataclass

from orchestration.reports.formats import text as texts

_SAME_LINE, _SPACE, _CELL, _CELL_AFTER_SPACE = 0.35, 0.3, 0.85, 2.6


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


def _gap(before: Char, after: Char, *, has_space: bool) -> str:
    """Give what stands between two neighbours: nothing, a space, or the border of a cell."""
    distance = (after.left - before.right) / max(before.size, after.size, 1)
    if distance > (_CELL_AFTER_SPACE if has_space else _CELL):
        return "\t"
    is_chinese = _is_wide(before.text) or _is_wide(after.text)
    return " " if distance > (2 if is_chinese else 1) * _SPACE else ""


def _written(chars: list[Char]) -> str:
    """Write the characters of a line; a word set with wide spaces is one word and not many cells."""
    last, parts, has_space = chars[0], [chars[0].text], False
    for char in chars[1:]:
        if not char.text.strip():
            has_space = True
            continue
        parts += [_gap(last, char, has_space=has_space), char.text]
        last, has_space = char, False
    cells = [texts.one_line(cell) for cell in "".join(parts).split("\t")]
    return "".join(cells) if all(len(cell) == 1 and _is_wide(cell) for cell in cells) else "\t".join(cells)


def _line(chars: list[Char]) -> Line | None:
    ordered = sorted(chars, key=lambda char: char.left)
    while ordered and not ordered[0].text.strip():
        ordered.pop(0)
    drawn = [char for char in ordered if char.text.strip()]
    if not drawn:
        return None
    sizes = sorted(char.size for char in drawn)
    middle = drawn[len(drawn) // 2]
    return Line(_written(ordered), drawn[0].left, drawn[-1].right, middle.base, sizes[len(sizes) // 2])


def _is_same_line(line: list[Char], char: Char) -> bool:
    """Whether a character goes on the line being read; a raised small one (a note's mark) does too."""
    size = max(line[-1].size, char.size)
    return any(abs(one.base - char.base) <= _SAME_LINE * size for one in (line[0], line[-1]))


def lines(chars: list[Char]) -> list[Line]:
    """Give a page's lines, in the order in which its characters are written."""
    groups: list[list[Char]] = []
    for char in chars:
        if groups and _is_same_line(groups[-1], char):
            groups[-1].append(char)
        else:
            groups.append([char])
    found = (_line(group) for group in groups)
    return [line for line in found if line is not None]
