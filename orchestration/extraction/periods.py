"""The kind of period a figure covers: a year, some months, several years together, or a moment.

What belongs here: telling the period from the words of a clause and the span that holds. What does not: the
year (``years``).
"""

from __future__ import annotations

import re

from orchestration.extraction.model import PeriodType
from orchestration.extraction.words import either
from orchestration.extraction.years import SPAN_START, Clock

CUMULATIVE = re.compile(either("times", "cumulative"))
YTD = re.compile(either("times", "ytd"))
INSTANT = re.compile(either("times", "instant"))
FLOW = re.compile(either("times", "flow"))
YEARLY = re.compile("每年|年均|年平均|平均每|全年|当年|一年")
OF_SPAN = re.compile(f"(?<![前后第十])[三四五六]年(?:来|间|里)?(?:共|总|合计|{either('times', 'flow')})")
REACHED = re.compile("(?:达到?|降至|增至|[^以]至|到|为|稳定在|保持在|突破|占|提高|增长)$")
SHARES = frozenset({"%", "‰", ":1"})


def period_of(said: str, clock: Clock, unit: str = "", *, moved: bool = False) -> PeriodType:
    """Give the kind of period of a figure before which ``said`` stands.

    ``moved``: it is an end of a movement (由A增加到B), which is a level of one year even after 五年来.
    """
    if "学年" in said:
        return "school_year"
    if YTD.search(said) or clock.part_year:
        return "ytd"
    if CUMULATIVE.search(said):
        return "cumulative"
    if not moved and unit not in SHARES and _over_years(said, clock):
        return "cumulative"
    if INSTANT.search(said):
        return "instant"
    return "span" if clock.sentence_span else "annual"


def _over_years(said: str, clock: Clock) -> bool:
    """Whether what is told was done in several years together."""
    if YEARLY.search(said):
        return False
    if SPAN_START.match(said) or clock.sentence_total or OF_SPAN.search(said):
        return True
    flows = bool(FLOW.search(said)) and not REACHED.search(said)
    return clock.spanning and clock.sentence_year is None and flows
