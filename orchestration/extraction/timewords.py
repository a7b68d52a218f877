"""Small words of time: counts of years, five-year plans, and last years that are only compared with.

What belongs here: reading such words by themselves. What does not: which year holds where (``years``).
"""

from __future__ import annotations

import re

from orchestration.extraction.words import table

NUMERALS = {char: value for value, char in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
COUNT = "(?P<count>[一两二三四五六七八九十]|[1-9]|10)"
LONG = re.compile(
    rf"(?<!连续)(?<![第十0-9]){COUNT}年(?:来|间|里)?(?:累计|共|一共|总共|又|再)?[^，年]{{0,4}}$"
)
WITH_LAST = re.compile("(?:比|较|与|同|占|按|超|超过|高于|低于|由|从)(?:去年|上年|上一年)|去年$")


def without_comparison(said: str) -> str:
    """Give words without last years that tell no time: 比去年减少, 加快去年85个项目."""
    return WITH_LAST.sub("", said)


def years_told(said: str) -> int | None:
    """Give over how many years a change is told (近视率五年降了), ``None`` where it is not said."""
    found = LONG.search(said)
    return count_of(found) if found else None


def count_of(found: re.Match[str]) -> int:
    """Give the number of years in a match of a pattern that holds ``COUNT``."""
    return NUMERALS.get(found["count"]) or int(found["count"])


def end_of_plan(plan: re.Match[str] | None) -> int | None:
    """Give the last year of a five-year plan by its name."""
    year = table("times")["plans"].get(plan.group(1)) if plan else None
    return None if year is None else int(year)
