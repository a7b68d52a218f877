"""A table drawn with plain characters, Chinese ones counted two wide.

What belongs here: widths, folding and alignment. What does not: what stands in a cell (:mod:`tables`). It
goes over each cell a few times only, so that the figures of a whole library of reports can be listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category, east_asian_width

GAP = 3  # blanks between columns
_BREAKS = {"\n", "\t"}
_CLOSING = set("，。、；：？！）》”’】%％")  # what no line begins with


@cache
def _of_character(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Count the columns of a terminal that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_of_character, text))


def fold(text: str, limit: int) -> list[str]:
    """Part ``text`` into lines of at most ``limit`` columns; figures and Latin words stay whole."""
    if width(text) <= limit and not _BREAKS & set(text):
        return [text]
    lines = []
    for given in text.replace("\t", " ").split("\n"):
        start = 0
        while (end := _fitting(given, start, limit)) < len(given):
            end = _end_of_line(given, start, end)
            lines.append(given[start:end].rstrip())
            start = end + (given[end] == " ")
        lines.append(given[start:])
    return lines


def _fitting(text: str, start: int, limit: int) -> int:
    """Give the place up to which characters from ``start`` on fit, one at the least."""
    taken = 0
    for place in range(start, len(text)):
        taken += _of_character(text[place])
        if taken > limit:
            return max(place, start + 1)
    return len(text)


def _end_of_line(text: str, start: int, furthest: int) -> int:
    """Go back to where a line may end, half of it at most."""
    for end in range(furthest, (start + furthest) // 2, -1):
        is_within = _sticks(text[end - 1]) and _sticks(text[end])
        if not is_within and text[end] not in _CLOSING:
            return end
    return furthest


def _sticks(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "_.,%-:/")


def widths(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give each column what its widest cell takes; where that is too much, the widest ones give way.

    No column becomes narrower than its heading.
    """
    floors = [width(one) for one in head]
    columns = zip(head, *rows, strict=True)
    longest = [max(width(line) for cell in cells for line in cell.split("\n")) for cells in columns]
    room -= 1 + GAP * (len(head) - 1)
    if sum(longest) <= room:
        return longest
    cap = max(longest)
    while cap > 1 and sum(_capped(longest, floors, cap)) > room:
        cap -= 1
    found = _capped(longest, floors, cap)
    left = room - sum(found)
    for place, one in enumerate(longest):
        if one > found[place] >= cap and left > 0:
            found[place], left = found[place] + 1, left - 1
    return found


def _capped(longest: Sequence[int], floors: Sequence[int], cap: int) -> list[int]:
    return [max(floor, min(one, cap)) for one, floor in zip(longest, floors, strict=True)]


def lines(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], room: int
) -> Iterator[str]:
    """Draw a table in ``room`` columns: head, rule, rows; the columns that ``right`` names end evenly."""
    wide = widths(head, rows, room)
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
