"""Lines of pages to paragraphs: what the page broke is joined again.

What belongs here: telling from the edges of lines where a paragraph ends. What does not: the lines
themselves (:mod:`pdf_lines`), page numbers and running heads (:mod:`pdf_furniture`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orchestration.reports.formats import pdf_furniture
from orchestration.reports.formats.pdf_lines import Line

_FEWEST, _SLACK, _FLUSH, _INDENT, _LONG = 10, 1.7, 0.6, (1.2, 4.5), 0.7
_ENDS = tuple("。！？；：…”）!?;:")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the edges of its column; ``indent`` is in characters."""

    line: Line
    left: float
    right: float

    @property
    def indent(self) -> float:
        return (self.line.left - self.left) / self.line.size

    @property
    def is_full(self) -> bool:
        return self.line.right >= self.right - _SLACK * self.line.size

    @property
    def is_long(self) -> bool:
        return self.line.right - self.left > _LONG * (self.right - self.left)


def _usual(values: Iterable[float]) -> float:
    """Give the value that most lines have, within a point; the smallest of several."""
    counts = Counter(round(value) for value in values)
    return float(max(counts, key=lambda value: (counts[value], -value)))


def _place(lines: Sequence[Line]) -> list[_Placed]:
    """Find the column of each line: the lines above and below it that it overlaps."""
    found = []
    for line in lines:
        beside = [one for one in lines if one.left < line.right and line.left < one.right]
        flush = [one.left for one in beside]
        left = min(_usual(flush), line.left) if len(beside) > 2 else min(flush)
        found.append(_Placed(line, left, max(one.right for one in beside)))
    return found


def _is_indented(pages: Sequence[Sequence[_Placed]]) -> bool:
    """Whether paragraphs of this report begin with an indentation."""
    every = [placed for lines in pages for placed in lines]
    begun = sum(_INDENT[0] <= placed.indent <= _INDENT[1] for placed in every)
    return begun >= 2 and 20 * begun >= len(every)


def _goes_on(last: _Placed, placed: _Placed, *, indented: bool) -> bool:
    """Whether a line belongs to the paragraph of the last one."""
    before, after = last.line, placed.line
    if "\t" in before.text + after.text or abs(before.size - after.size) > 0.15 * before.size:
        return False
    if before.right - before.left < _FEWEST * before.size or placed.indent > _FLUSH:
        return False
    if indented:
        return last.is_full or last.is_long
    # without indentation only a short line tells the end; a word moved as a whole leaves one as well
    return last.is_full or (last.is_long and not before.text.endswith(_ENDS))


def _glue(before: str, after: str) -> str:
    return " " if _LATIN.match(before[-1:]) and _LATIN.match(after[:1]) else ""


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Give one text a paragraph or table row, in reading order, page furniture left out."""
    placed = [_place(lines) for lines in pdf_furniture.without(pages)]
    indented = _is_indented(placed)
    found: list[str] = []
    last: _Placed | None = None
    for one in (one for lines in placed for one in lines):
        if last is not None and _goes_on(last, one, indented=indented):
            found[-1] += _glue(found[-1], one.line.text) + one.line.text
        else:
            found.append(one.line.text)
        last = one
    return found
