"""Lines of pages to paragraphs: what the page broke is joined again.

What belongs here: dropping page numbers and running heads, and telling from the edges where a paragraph ends.
What does not: the lines themselves (:mod:`pdf_lines`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from orchestration.reports.formats.pdf_lines import Line

_EDGE_LINES, _REPEATED, _SLACK, _INDENT, _LONG, _FLUSH = 3, 0.5, 1.7, 1.2, 0.7, 0.5
_NUMBER = re.compile(r"[-—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共，,]+\s*\d{1,4}\s*页?)?[-—–·•\s]*")
_ENDS = tuple("。！？；：…”）!?;:")
_LATIN = re.compile(r"[A-Za-z]")


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _edges(lines: Sequence[Line]) -> list[Line]:
    """Give the highest and the lowest lines of a page, from its edges inwards."""
    ordered = sorted(lines, key=lambda line: -line.base)
    return [*ordered[:_EDGE_LINES], *ordered[::-1][:_EDGE_LINES]]


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop page numbers and lines that stand on the edge of most pages."""
    counts = Counter(masked for lines in pages for masked in {_masked(line) for line in _edges(lines)})
    often = {line for line, count in counts.items() if count > 2 and count > _REPEATED * len(pages)}
    kept = []
    for lines in pages:
        outermost = [edge for edge in (_edges(lines)[:1], _edges(lines)[-_EDGE_LINES:][:1]) if edge]
        numbers = {id(edge[0]) for edge in outermost if _NUMBER.fullmatch(edge[0].text)}
        repeated = {id(line) for line in _edges(lines) if _masked(line) in often}
        kept.append([line for line in lines if id(line) not in numbers | repeated])
    return kept


def _usual(values: Sequence[float]) -> float:
    """Give the value most lines have, within a point."""
    counts = Counter(round(value) for value in values)
    return float(max(counts, key=lambda value: (counts[value], value))) if counts else 0.0


def _right(lines: Sequence[Line], line: Line) -> float:
    """Find how far the lines of this line's column reach."""
    beside = [one.right for one in lines if one.left < line.right and line.left < one.right]
    return max(beside)


def _left(lines: Sequence[Line], line: Line) -> float:
    """Find where the lines of this line's column usually begin."""
    beside = [one.left for one in lines if one.left < line.right and line.left < one.right]
    return _usual(beside) if len(beside) > 1 else line.left


def _goes_on(lines: Sequence[Line], line: Line, after: Line, after_lines: Sequence[Line]) -> bool:
    """Whether ``after`` is the same paragraph: the line is full, and the next one not indented."""
    if "\t" in line.text or "\t" in after.text or abs(line.size - after.size) > 0.15 * line.size:
        return False
    reach, right = _left(lines, line), _right(lines, line)
    indent = (after.left - _left(after_lines, after)) / after.size
    if line.right < right - _SLACK * line.size:
        # a word that cannot be broken may have been moved to the next line as a whole
        is_long = line.right - reach > _LONG * (right - reach)
        return is_long and not line.text.endswith(_ENDS) and abs(indent) < _FLUSH
    return abs(indent) < _INDENT or (indent < 0 and not line.text.endswith(_ENDS))


def _glue(before: str, after: str) -> str:
    return " " if _LATIN.match(before[-1:]) and _LATIN.match(after[:1]) else ""


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Give one text a paragraph or table row, in reading order, page furniture left out."""
    found: list[str] = []
    last: tuple[Line, Sequence[Line]] | None = None
    for lines in _without_furniture(pages):
        for line in lines:
            if last is not None and _goes_on(last[1], last[0], line, lines):
                found[-1] += _glue(found[-1], line.text) + line.text
            else:
                found.append(line.text)
            last = line, lines
    return found
