"""Which part of a report a section belongs to: review, look-back, plan, or another.

What belongs here: deciding from headings and openings. What does not: finding headings (``headings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from orchestration.extraction.model import Part
from orchestration.extraction.structure import Block
from orchestration.extraction.words import either

REVIEW = re.compile(either("parts", "review"))
LOOKBACK = re.compile(either("parts", "lookback"))
PLAN = re.compile(either("parts", "plan"))
OTHER = re.compile(either("parts", "other"))
PROBLEMS = re.compile(either("parts", "problems"))
GOALS = re.compile(
    r"^[\s　]*(?:各位代表[，！：:])?(?:根据[^，。]{0,24}，|按照[^，。]{0,24}，)?"
    r"(?P<when>今年|今后五年|未来五年|(?P<year>\d{4})年)(?P<what>是|[^，。]{0,24}?(?:总体要求|总体思路|指导思想|预期目标|主要目标|奋斗目标|目标任务))"
)
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
TOP = 1.5


def of_heading(title: str, reviewed: int | None, planned: int | None) -> Part | None:
    """Give the part that a heading opens, or ``None`` where it does not say."""
    title = title.translate(FULL_WIDTH)
    past, ahead = _names(title, reviewed), _names(title, planned)
    if REVIEW.search(title) and not (ahead and not past):
        return "lookback" if LOOKBACK.search(title) else "review"
    if ahead and not past:
        return "plan"
    if past and not PLAN.search(title):
        return "lookback" if LOOKBACK.search(title) else "review"
    if PLAN.search(title):
        return "plan"
    return "other" if OTHER.search(title) else None


def _names(title: str, year: int | None) -> bool:
    return year is not None and f"{year}年" in title.replace(" ", "")


def assign(blocks: Iterable[Block], reviewed: int | None, planned: int | None) -> list[Part]:
    """Give the part of every block, in order."""
    marks: list[Part] = []
    current: Part = "review"
    opened: tuple[str, ...] = ()
    for block in blocks:
        if block.front:
            marks.append("front")
            continue
        if block.path != opened:
            current = _after(block.path, opened, current, reviewed, planned)
            opened = block.path
        elif not block.is_heading and current in {"review", "lookback"} and PROBLEMS.search(block.text[:40]):
            current = "other"
        elif not block.is_heading and current != "plan" and _goals(block.text[:80], current, planned):
            current = "plan"
        marks.append(current)
    return marks


def _goals(text: str, current: Part, planned: int | None) -> bool:
    """Whether a sentence without heading opens the plan (今年经济社会发展的主要预期目标是)."""
    found = GOALS.match(text.translate(FULL_WIDTH)) if planned else None
    if not found or (found["year"] and int(found["year"]) != planned):
        return False
    return found["what"] != "是" or (current == "other" and found["when"] != "今年")


def _after(
    path: tuple[str, ...], opened: tuple[str, ...], current: Part, reviewed: int | None, planned: int | None
) -> Part:
    """Give the part under a new heading: the top one decides, lower ones only where they name a year.

    What follows the problems at the end of a review is the plan, also where its heading does not say so.
    """
    if not path:
        return current
    named = of_heading(path[-1], reviewed, planned)
    if len(path) == 1 or path[0] != (opened[0] if opened else None):
        found = next(
            (part for part in (of_heading(title, reviewed, planned) for title in path) if part), None
        )
        return found or ("plan" if current == "other" else current)
    if named and (named == "other" or _years_in(path[-1], reviewed, planned)):
        return named if current != "plan" or named != "other" else current
    return current


def _years_in(title: str, reviewed: int | None, planned: int | None) -> bool:
    title = title.translate(FULL_WIDTH)
    return _names(title, reviewed) or _names(title, planned)
