"""Every digit of a text accounted for: it lies in a statement, or in a skipped number with its reason.

What belongs here: the skipped numbers of a text and the check that nothing is left out or read twice.
What does not: the reasons themselves (``skipping``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import pairwise

from orchestration.extraction import skipping
from orchestration.extraction.expressions import Found
from orchestration.extraction.model import SkippedNumber, SkipReason, Statement
from orchestration.extraction.structure import Block


def reasons_for(text: str, founds: Sequence[Found], without: Container[int] = ()) -> list[SkipReason | None]:
    """Give for each quantity why it states no figure, or ``None`` where it may state one.

    ``without`` are the places of parts of ratios that have no single value (3:5:2).
    """
    return ["other" if at in without else why for at, why in enumerate(skipping.reasons(text, founds))]


def skipped_numbers(
    text: str,
    sections: Sequence[Block],
    founds: Sequence[Found],
    reasons: Sequence[SkipReason | None],
    statements: Sequence[Statement],
) -> tuple[SkippedNumber, ...]:
    """Give the digit runs that no statement covers, with the reason of the quantity or note they stand in."""
    starts = [statement.start for statement in statements]
    spans = [found.quantity.start for found in founds]
    opened = [block.start for block in sections]
    skipped = []
    for start, end in skipping.digit_runs(text):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= statements[at].end:
            continue
        own = bisect_right(spans, start) - 1
        reason: SkipReason | None = "footnote" if sections[bisect_right(opened, start) - 1].note else None
        if reason is None and own >= 0 and end <= founds[own].quantity.end:
            reason = reasons[own]
        reason = reason or skipping.reason_of_run(text, start, end)
        skipped.append(SkippedNumber(start, end, text[start:end], reason))
    return tuple(skipped)


def check(text: str, statements: Sequence[Statement], skipped: Sequence[SkippedNumber]) -> None:
    """Raise ``AssertionError`` where a digit run is not covered exactly once, or a quote is not the text."""
    spans = sorted([(s.start, s.end) for s in statements] + [(s.start, s.end) for s in skipped])
    for (_, end), (start, _) in pairwise(spans):
        if end > start:
            raise AssertionError(f"two readings of the characters at {start}")
    starts = [start for start, _ in spans]
    for start, end in skipping.digit_runs(text):
        at = bisect_right(starts, start) - 1
        if at < 0 or end > spans[at][1]:
            raise AssertionError(f"the digits at {start} are not accounted for")
    for statement in statements:
        if text[statement.start : statement.end] != statement.quote:
            raise AssertionError(f"the quote at {statement.start} is not the text")
