"""Page numbers and running heads: lines on the edge of a page, apart from its text.

What belongs here: telling them from the text. A line of the text is never apart from the next one, and a
running head stands at the same height on most pages. What does not: paragraphs (:mod:`pdf_paragraphs`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from orchestration.reports.formats.pdf_lines import Line

_MOST, _APART, _OTHER_SIZE = 3, 1.25, 0.1
_NUMBER = re.compile(r"[-—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共，,]+\s*\d{1,4}\s*页?)?[-—–·•\s]*")
_Head = tuple[str, int]


def _head(line: Line) -> _Head:
    return re.sub(r"\d+", "#", line.text), round(line.base / 3)


def _is_apart(line: Line, inner: Line | None, leading: float) -> bool:
    if inner is None:
        return True
    distance = abs(line.base - inner.base)
    return distance > _APART * leading or abs(line.size - inner.size) > _OTHER_SIZE * inner.size


def _peeled(ordered: Sequence[Line], leading: float, often: set[_Head]) -> set[int]:
    """Give the identities of the lines to drop from one edge of a page inwards."""
    gone: set[int] = set()
    for line, inner in zip(ordered[:_MOST], [*ordered[1 : _MOST + 1], None], strict=False):
        is_head = _head(line) in often
        # a head of two lines is apart from the text only as a whole
        is_head_above_head = is_head and inner is not None and _head(inner) in often
        is_furniture = is_head or (not gone and bool(_NUMBER.fullmatch(line.text)))
        if not is_head_above_head and not (is_furniture and _is_apart(line, inner, leading)):
            break
        gone.add(id(line))
    return gone


def without(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Give the lines of every page without its furniture."""
    tops = [sorted(lines, key=lambda line: -line.base) for lines in pages]
    edges = [[*lines[:_MOST], *lines[-_MOST:]] for lines in tops]
    counts = Counter(head for lines in edges for head in {_head(line) for line in lines})
    often = {head for head, count in counts.items() if count > 1 and 2 * count > len(pages)}
    kept = []
    for lines, ordered in zip(pages, tops, strict=True):
        steps = [one.base - two.base for one, two in pairwise(ordered) if one.base - two.base > 1]
        leading = median(steps) if steps else 0.0
        gone = _peeled(ordered, leading, often) | _peeled(ordered[::-1], leading, often)
        kept.append([line for line in lines if id(line) not in gone])
    return kept
