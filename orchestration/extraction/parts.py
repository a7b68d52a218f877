"""Which part of a report a section belongs to: review, look-back, plan, or another.

What belongs here: deciding from headings and openings, and where these are silent from the words of a whole
part. What does not: finding headings (``headings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from orchestration.extraction.characters import narrow
from orchestration.extraction.model import Part
from orchestration.extraction.structure import Block
from orchestration.extraction.words import either, table

REVIEW = re.compile(either("parts", "review"))
LOOKBACK = re.compile(either("parts", "lookback"))
PLAN = re.compile(either("parts", "plan"))
OTHER = re.compile(either("parts", "other"))
PROBLEMS = re.compile(either("parts", "problems"))
GOALS = re.compile(
    r"^[\s　]*(?:各位代表[，！：:])?(?:根据[^，。]{0,24}，|按照[^，。]{0,24}，)?"
    r"(?P<when>今年|今后五年|未来五年|(?P<year>\d{4})年)(?P<what>是|[^，。]{0,24}?(?:总体要求|总体思路|指导思想|预期目标|主要目标|奋斗目标|目标任务))"
)
NEXT = re.compile(
    f"^[\\s　]*{either('parts', 'next_year')}[，,：:]?[^。，,]{{0,12}}{either('parts', 'intends')}"
)
# 会议强调，2024年要…: who speaks turns to the year ahead; without a speaker only where a paragraph opens.
SPOKEN = re.compile(f"^[\\s　]*[^，。；0-9]{{0,24}}{either('parts', 'says')}[，,：:]")
AHEAD_IN = re.compile(
    r"^[\s　]*(?:(?P<year>\d{4})年|今年|下半年|下一步|下一阶段|下阶段|接下来|"
    f"{either('parts', 'next_year')})"
    f"(?!以来|上半年)[，,]?[^。，,；0-9]{{0,12}}?(?<!主)(?:{either('parts', 'intends')})(?!求|点项目)"
)
LAST_YEAR = re.compile("^[\\s　]*(?:去年|过去的?一年|刚刚过去的一年)")
PLAN_TITLE = re.compile(either("parts", "plan_title"))
REPORT_TITLE = re.compile(either("parts", "report_title", "summing_title"))
TITLE = 60
_SINGLE = table("parts")
AHEAD = re.compile(
    f"{either('parts', 'ahead')}|(?<![{_SINGLE['ahead_single_not_after']}]){either('parts', 'ahead_single')}"
    f"(?![{_SINGLE['ahead_single_not_before']}])"
)
PAST = re.compile(either("parts", "past"))
# The balance of a text, from -1 (all was) to 1 (all is to be). Reviews lie below -0.4, few up to 0.2;
# six in ten plans lie above 0.4, nine in ten above -0.1. Fewer words than these prove nothing.
AHEAD_LEAST = 8
AHEAD_BY_ITSELF, AHEAD_AFTER_PAST, PAST_BEFORE = 0.4, -0.1, -0.5


def of_heading(title: str, reviewed: int | None, planned: int | None) -> Part | None:
    """Give the part that a heading opens, or ``None`` where it does not say."""
    title = narrow(title)
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


def assign(blocks: Sequence[Block], reviewed: int | None, planned: int | None) -> list[Part]:
    """Give the part of every block, in order."""
    marks: list[Part] = []
    current: Part = "plan" if blocks and planned and _titled_plan(blocks) else "review"
    opened: tuple[str, ...] = ()
    for at, block in enumerate(blocks):
        if block.front:
            marks.append("front")
            continue
        if block.path != opened:
            said = _after(block.path, opened, current, reviewed, planned)
            current = said or _of_words(blocks, at, current, planned)
            opened = block.path
        elif not block.is_heading and current in {"review", "lookback"} and PROBLEMS.search(block.text[:40]):
            current = "other"
        elif not block.is_heading and current != "plan":
            opens = not at or block.paragraph != blocks[at - 1].paragraph
            last_year = opens and any(LAST_YEAR.search(told.text) for told in blocks[:at])
            if _goals(block.text[:80], current, planned) or _turns(
                block.text[:120], planned, opens=opens, last_year=last_year or (opens and reviewed == planned)
            ):
                current = "plan"
        marks.append(current)
    return marks


def _turns(text: str, planned: int | None, *, opens: bool, last_year: bool) -> bool:
    """Whether a sentence turns to the year ahead: a speaker does, or one that ``opens`` a paragraph.

    今年 opens the plan only where what was done has been told as that of ``last_year`` (去年), 下半年 where
    it has been told as that of the first half.
    """
    spoken = SPOKEN.match(text)
    found = AHEAD_IN.match(text[spoken.end() :] if spoken else text)
    if not planned or not found or not (spoken or opens):
        return False
    return int(found["year"]) == planned if found["year"] else bool(spoken) or last_year


def _titled_plan(blocks: Sequence[Block]) -> bool:
    """Whether the opening lines say that the text is a plan, none that it also reports."""
    title = blocks[0].text[:TITLE]
    return bool(PLAN_TITLE.search(title)) and not REPORT_TITLE.search(title)


def _goals(text: str, current: Part, planned: int | None) -> bool:
    """Whether a sentence without heading opens the plan (今年经济社会发展的主要预期目标是)."""
    if planned and NEXT.match(text):
        return True
    found = GOALS.match(narrow(text)) if planned else None
    if not found or (found["year"] and int(found["year"]) != planned):
        return False
    return found["what"] != "是" or (current == "other" and found["when"] != "今年")


def _after(
    path: tuple[str, ...], opened: tuple[str, ...], current: Part, reviewed: int | None, planned: int | None
) -> Part | None:
    """Give the part under a new heading: the top one decides, lower ones only where they name a year.

    ``None`` where a new top heading does not say. What follows the problems at the end of a review is the
    plan, also where its heading does not say so.
    """
    if not path:
        return current
    named = of_heading(path[-1], reviewed, planned)
    if len(path) == 1 or path[0] != (opened[0] if opened else None):
        found = next(
            (part for part in (of_heading(title, reviewed, planned) for title in path) if part), None
        )
        return found or ("plan" if current in {"other", "plan"} else None)
    if named and (named == "other" or _years_in(path[-1], reviewed, planned)):
        return named if current != "plan" or named != "other" else current
    return current


def _of_words(blocks: Sequence[Block], at: int, current: Part, planned: int | None) -> Part:
    """Judge a part with a silent heading by the words of its sentences, and of all that stand before it."""
    if planned is None:
        return current
    top = blocks[at].path[:1]
    ahead, balance = _balance(takewhile(lambda block: block.path[:1] == top, islice(blocks, at, None)))
    if ahead < AHEAD_LEAST or balance < AHEAD_AFTER_PAST:
        return current
    if balance >= AHEAD_BY_ITSELF or _balance(islice(blocks, at))[1] <= PAST_BEFORE:
        return "plan"
    return current


def _balance(blocks: Iterable[Block]) -> tuple[int, float]:
    """Count the words that look ahead, and set them against those that look back."""
    text = "".join(block.text for block in blocks)
    ahead, past = len(AHEAD.findall(text)), len(PAST.findall(text))
    return ahead, (ahead - past) / max(1, ahead + past)


def _years_in(title: str, reviewed: int | None, planned: int | None) -> bool:
    title = narrow(title)
    return _names(title, reviewed) or _names(title, planned)
