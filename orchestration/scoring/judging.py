"""Whether an extracted figure says the same as the annotated one of the same value, field by field.

What belongs here: the verdict on each field of one pair. What does not: finding the pairs, or adding up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.labels import LabelJudge
from orchestration.scoring.reading import Territory

COUNTED = ("kind", "year", "base_year", "scope", "indicator")
FIELDS = (*COUNTED, "qualifier")  # the qualifier is reported, but does not count


def judge(gold: GoldFigure, got: Figure, labels: LabelJudge) -> Mapping[str, bool]:
    """Give the verdict on each of :data:`FIELDS`."""
    return MappingProxyType(
        {
            "kind": gold.kind == got.kind and _same_direction(gold, got),
            "year": gold.year == got.year,
            "base_year": gold.kind != "change" or gold.base_year in (None, got.base_year),
            "scope": scopes_agree(gold.scope, got.scope, labels.territory),
            "indicator": labels.right(gold, got),
            "qualifier": gold.qualifier == got.qualifier,
        }
    )


def scopes_agree(want: str, have: str, territory: Territory) -> bool:
    """Whether two scopes name one place; the report's own territory is no scope at all."""
    at_home, stays = not want or want in territory.own, not have or have in territory.own
    if at_home or stays:
        return at_home == stays
    return have in want or want in have or any({want, have} <= group for group in territory.aliases)


def _same_direction(gold: GoldFigure, got: Figure) -> bool:
    return gold.kind != "change" or _sign(gold) == _sign(got)


def _sign(figure: Figure) -> int:
    value = figure.high if figure.low is None else figure.low
    return 0 if not value else 1 if value > 0 else -1
