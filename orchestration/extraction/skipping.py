"""Why a number states no figure: dates, ordinals, names, thresholds, list numbers.

What belongs here: reasons told from the words around a number. What does not: the statements. The words and
patterns are those of ``lexicon/skip_*.csv``.

- ``digit_runs(text) -> list[tuple[int, int]]``: every maximal run of digits, ASCII and full-width, in order; the
  accounting is made on them.
- ``reasons(text, founds) -> list[SkipReason | None]``: for each :class:`quantities.Found` of the text, why it
  states no figure, or None where it may state one. In the order of ``founds``.
- ``reason_of_run(text, start, end) -> SkipReason``: why a digit run that lies in no quantity and no statement
  states no figure (``name`` in PM2.5, 5G; ``other`` where nothing is known).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .model import SkipReason
from .expressions import Found

_RUN = re.compile("[0-9０-９]+")


def digit_runs(text: str) -> list[tuple[int, int]]:
    """Every maximal run of ASCII and full-width digits, as ``(start, end)`` in text order."""
    return [match.span() for match in _RUN.finditer(text)]


def reasons(text: str, founds: Sequence[Found]) -> list[SkipReason | None]:
    """Why each quantity of the text states no figure; None where it may state one."""
    return [_reason(text, found) for found in founds]


def reason_of_run(text: str, start: int, end: int) -> SkipReason:
    """Why a digit run outside every quantity and statement states no figure."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return "name" if any(char.isascii() and char.isalpha() for char in around) else "other"


def _reason(text: str, found: Found) -> SkipReason | None:
    if found.ordinal:
        return "ordinal"
    if found.quantity.unit in ("年", "月", "日") and not found.spelled:
        return "date"
    return None if text else "other"
