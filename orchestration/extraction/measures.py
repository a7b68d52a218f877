"""How a figure measures: as a level, or as which sort of difference.

What belongs here: the closed vocabulary ``measure``. What does not: the kind (``reader``).
"""

from __future__ import annotations

import re

from orchestration.extraction.model import Measure
from orchestration.extraction.roles import Role
from orchestration.extraction.words import either

RATE = re.compile(f"{either('heads', 'rate')}$|率|比重|占")
PERCENT = frozenset({"%", "‰"})
BY_UNIT: dict[str, Measure] = {
    "个百分点": "change_pp",
    "百分点": "change_pp",
    "倍": "multiple",
    "番": "multiple",
}


def measure_of(role: Role, unit: str, label: str) -> Measure:
    """Give the measure of a figure by its role, unit and label."""
    if role.name not in {"change", "multiple"}:
        return "level"
    if role.average and unit in PERCENT:
        return "growth_avg"
    if unit in PERCENT:
        return "change_pp" if RATE.search(label) else "change_pct"
    return "multiple" if role.name == "multiple" else BY_UNIT.get(unit, "change_abs")
