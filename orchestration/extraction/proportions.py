"""Ratios of several parts: 12.8：47.7：39.5, 3:5:2, 5.5∶4.5.

What belongs here: finding such chains and what they mean. What does not: ratios to one (``amount_reader``).
Parts that make ten or a hundred are one ratio, told like one to one: the first part is its value, the others
are its unit. Other chains (the score of a match) have no single value and state no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from orchestration.extraction.characters import fold
from orchestration.extraction.expressions import Found

LINK = re.compile(r"\s*[:：∶︰]\s*")
WHOLES = (Decimal(10), Decimal(100))
TOLERANCE = Decimal("0.01")  # of the whole: shares are rounded


@dataclass(frozen=True, slots=True)
class Proportions:
    """Quantities with the chains made out; ``without_value`` are the places of parts that state no figure."""

    founds: tuple[Found, ...]
    without_value: frozenset[int]


def make_out(founds: Sequence[Found], text: str) -> Proportions:
    """Give the quantities of a text with its chains read as ratios. Linear in their number."""
    made: list[Found] = []
    without: set[int] = set()
    for chain in _chains(founds, text):
        if len(chain) > 1 and _is_whole(chain):
            made.append(_ratio(chain, text))
            continue
        if len(chain) > 1:
            without |= set(range(len(made), len(made) + len(chain)))
        made += chain
    return Proportions(tuple(made), frozenset(without))


def _chains(founds: Sequence[Found], text: str) -> list[list[Found]]:
    """Give the quantities grouped by the marks of a ratio between them; most stand alone."""
    chains: list[list[Found]] = []
    for found in founds:
        if chains and _linked(chains[-1][-1], found, text):
            chains[-1].append(found)
        else:
            chains.append([found])
    return chains


def _linked(before: Found, found: Found, text: str) -> bool:
    if before.quantity.unit or found.quantity.unit or before.spelled or found.spelled:
        return False
    link = LINK.match(text, before.quantity.end)
    return link is not None and link.end() == found.quantity.start


def _is_whole(chain: Sequence[Found]) -> bool:
    """Whether the parts make ten or a hundred, and are no time of day (4:06)."""
    told = sum((found.quantity.low or Decimal(0) for found in chain), Decimal(0))
    clock = any(found.quantity.quote.startswith("0") and "." not in found.quantity.quote for found in chain)
    return not clock and any(abs(told - whole) <= whole * TOLERANCE for whole in WHOLES)


def _ratio(chain: Sequence[Found], text: str) -> Found:
    first, last = chain[0].quantity, chain[-1].quantity
    others = "".join(f":{fold(part.quantity.quote)}" for part in chain[1:])
    whole = replace(
        first,
        end=last.end,
        quote=text[first.start : last.end],
        unit=others,
        unit_text=text[first.end : last.end],
    )
    return replace(chain[0], quantity=whole)
