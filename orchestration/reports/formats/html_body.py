"""Which blocks of a page are the report.

What belongs here: finding the element that holds nearly all prose, and dropping what is furniture of the
page. What does not: the words of such furniture (``furniture.txt``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from orchestration.reports.formats.html_blocks import Block, Page

_SHARE, _FEWEST, _LONG, _LINKED = 0.95, 3, 60, 0.6
_SENTENCE = re.compile("[。；！？]")


@cache
def _furniture() -> re.Pattern[str]:
    lines = Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines()
    patterns = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def is_furniture(block: Block) -> bool:
    """Whether a block belongs to the page and not to the report: links, buttons, counters, imprint."""
    is_linked = block.link_share > _LINKED and not _SENTENCE.search(block.text)
    return is_linked or bool(_furniture().fullmatch(re.sub(r"\s", "", block.text)))


def _mass(block: Block) -> int:
    """Give the characters of prose or data in a block."""
    if is_furniture(block):
        return 0
    is_prose = bool(_SENTENCE.search(block.text)) or len(block.text) >= _LONG
    return len(block.text) if is_prose or (block.is_row and re.search(r"\d", block.text)) else 0


def _holder(page: Page) -> int:
    """Find the innermost element with nearly all the mass, and with more than a paragraph or two."""
    masses, counts = [0] * len(page.tags), [0] * len(page.tags)
    for block in page.blocks:
        if mass := _mass(block):
            for holder in page.above(block.holder):
                masses[holder] += mass
                counts[holder] += 1
    if not masses or not masses[0]:
        return 0
    # elements are numbered from the outside in, so the last one with enough is the innermost
    found = max(number for number, mass in enumerate(masses) if mass >= _SHARE * masses[0])
    wanted = min(_FEWEST, counts[0])
    return next(holder for holder in page.above(found) if counts[holder] >= wanted)


def split(page: Page) -> tuple[list[Block], list[Block]]:
    """Give the blocks of the report, and the other blocks of the page."""
    holder = _holder(page)
    inside: list[Block] = []
    outside: list[Block] = []
    for block in page.blocks:
        is_inside = holder in page.above(block.holder) and not is_furniture(block)
        (inside if is_inside else outside).append(block)
    return inside, outside
