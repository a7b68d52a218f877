"""How a figure measures: as a level, or as which sort of difference.

What belongs here: the closed vocabulary ``measure``. What does not: the kind (``reader``).
"""

from __future__ import annotations

import re

from orchestration.extraction.model import Measure
from orchestration.extraction.roles import Role
from orchestration.extraction.words import either

RATE = re.compile(f"{either('heads', 'rate')}$|率|比重|占")
RANKS = frozenset({"位次", "位"})


def measure_of(role: Role, unit: str, label: str) -> Measure:
    """The measure of a figure by its role, unit and label."""
    if role.name == "multiple":
        return "multiple"
    if role.name != "change":
        return "level"
    if role.average and unit in {"%", "‰"}:
        return "growth_avg"
    if unit in {"个百分点", "百分点"}:
        return "change_pp"
    if unit in {"倍", "番"}:
        return "multiple"
    if unit in {"%", "‰"}:
        return "change_pp" if RATE.search(label) else "change_pct"
    return "change_abs"
