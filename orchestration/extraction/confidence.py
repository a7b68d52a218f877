"""How sure a statement is.

What belongs here: the share of statements that were fully right among those found in the same way,
measured on annotated reports (``lexicon/statements/confidence.toml``). What does not: the reading.
"""

from __future__ import annotations

import re

from orchestration.extraction.draft import Draft
from orchestration.extraction.words import table

WAYS = ("fallback", "deed", "part", "place", "row", "carried", "subject", "table", "both", "right", "left")
LONG, SHORT = 22, 4
WORDY = re.compile("[的把将使让这已了就也都还]")


def confidence_of(draft: Draft) -> float:
    """Give the probability, in bins, that every field of a statement is right."""
    bins = table("confidence")
    way = next((way for way in WAYS if way in draft.signs), "fallback")
    sure = float(bins["way"][way])
    for doubt, applies in _doubts(draft).items():
        if applies:
            sure = min(sure, float(bins["doubt"][doubt]))
    return sure


def _doubts(draft: Draft) -> dict[str, bool]:
    return {
        "wordy": bool(WORDY.search(draft.label)),
        "no_unit": not draft.quantity.unit,
        "long_label": len(draft.label) > LONG,
        "short_label": len(draft.label) < SHORT,
        "scope": bool(draft.scope) and draft.kind != "benchmark",
        "no_year": draft.year is None,
        "component": draft.kind == "component",
    }
