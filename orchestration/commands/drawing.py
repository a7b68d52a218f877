"""A table drawn with plain characters, Chinese ones counted two wide.

What belongs here: widths, folding and alignment. What does not: what stands in a cell (:mod:`tables`). It
goes over each cell a few times only, so that the figures of a whole library of reports can be listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category, east_asian_width

GAP = 3  # blanks between columns
_NARROWEST = 4  # a column is not made narrower, or single characters would stand below each other
_BREAKS = {"\n", "\t"}


@cache
def _of_character(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Count the columns of a terminal that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_of_character, text))


def fold(text: str, limit: int) -> list[str]:
    """Part ``text`` into lines of at most ``limit`` columns, at a blank where one is near the end."""
    if width(text) <= limit and not _BREAKS & set(text):
        return [text]
    lines = []
    for given in text.replace("\t", " ").split("\n"):
        rest = given
        while width(rest) > limit:
            end = _fitting(rest, limit)
            blank = rest.rfind(" ", end // 2, end + 1)
            lines.append(rest[: blank if blank > 0 else end].rstrip())
            rest = rest[blank + 1 if blank > 0 else end :]
        lines.append(rest)
    return lines


def _fitting(text: str, limit: int) -> int:
    """Count the characters that fit, one at the least."""
    taken = 0
    for place, character in enumerate(text):
        taken += _of_character(character)
        if taken > limit:
            return max(place, 1)
    return len(text)


def widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give each column what its widest cell takes; where that is too much, the widest ones give way."""
    longest = [
        max(width(line) for cell in cells for line in cell.split("\n")) for cells in zip(*rows, strict=True)
    ]
    room -= 1 + GAP * (len(longest) - 1)
    if sum(longest) <= room:
        return longest
    cap = max(longest)
    while cap > _NARROWEST and sum(min(one, cap) for one in longest) > room:
        cap -= 1
    left = room - sum(min(one, cap) for one in longest)
    found = []
    for one in longest:
        more = int(one > cap and left > 0)
        found.append(min(one, cap) + more)
        left -= more
    return found


def lines(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], room: int
) -> Iterator[str]:
    """Draw a table in ``room`` columns: head, rule, rows; the columns that ``right`` names end evenly."""
    wide = widths([head, *rows], room)
    yield from _row(head, wide, right)
    yield " " + "─" * (sum(wide) + GAP * (len(wide) - 1))
    for row in rows:
        yield from _row(row, wide, right)


def _row(cells: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    folded = [fold(cell, limit) for cell, limit in zip(cells, wide, strict=True)]
    for number in range(max(map(len, folded))):
        yield _line([part[number] if number < len(part) else "" for part in folded], wide, right)


def _line(cells: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, limit, is_right in zip(cells, wide, right, strict=True):
        blanks = " " * (limit - width(cell))
        padded.append(blanks + cell if is_right else cell + blanks)
    return (" " + (" " * GAP).join(padded)).rstrip()
