"""The figures of a comparison: precision, recall, F1, agreement of each field, and every difference.

What belongs here: adding up. What does not: how anything is judged or printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orchestration.scoring import rules as rulebook
from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.judging import COUNTED, FIELDS, judge
from orchestration.scoring.labels import LabelJudge
from orchestration.scoring.pairing import pair
from orchestration.scoring.reading import Territory

_NOWHERE = Territory()


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each 0–1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is wrong: ``what`` is ``missed``, ``extra`` or the field that differs."""

    what: str
    gold: GoldFigure | None
    got: Figure | None

    @property
    def place(self) -> Figure:
        """The figure that says where in the text it is."""
        place = self.gold or self.got
        assert place is not None
        return place


@dataclass(frozen=True, slots=True)
class Score:
    """How near an extraction comes to the annotation.

    ``found``: the value is right, at its place. ``full``: every field that counts is right as well.
    ``fields``: of the figures found, the share on which each field is right.
    """

    gold: int
    predicted: int
    found: Rates
    full: Rates
    fields: Mapping[str, float]
    differences: tuple[Difference, ...]


def score(
    gold: Sequence[GoldFigure], got: Sequence[Figure], text: str, territory: Territory = _NOWHERE
) -> Score:
    """Compare extracted figures with annotated ones of the same text; optional ones count neither way."""
    rules = rulebook.load()
    pairs = pair(gold, got, text, rules)
    labels = LabelJudge(gold, text, territory, rules)
    verdicts = [(row, figure, judge(row, figure, labels)) for row, figure in pairs.found]
    right = {name: sum(verdict[name] for _, _, verdict in verdicts) for name in FIELDS}
    full = sum(all(verdict[name] for name in COUNTED) for _, _, verdict in verdicts)
    wanted, made = len(pairs.found) + len(pairs.missed), len(pairs.found) + len(pairs.extra)
    differences = [Difference("missed", row, None) for row in pairs.missed]
    differences += [Difference("extra", None, figure) for figure in pairs.extra]
    for row, figure, verdict in verdicts:
        differences += [Difference(name, row, figure) for name in FIELDS if not verdict[name]]
    return Score(
        gold=wanted,
        predicted=made,
        found=_rates(len(pairs.found), made, wanted),
        full=_rates(full, made, wanted),
        fields={name: _share(count, len(verdicts)) for name, count in right.items()},
        differences=tuple(sorted(differences, key=lambda one: one.place.start)),
    )


def _rates(hits: int, made: int, wanted: int) -> Rates:
    precision, recall = _share(hits, made), _share(hits, wanted)
    return Rates(precision, recall, _share(2 * precision * recall, precision + recall))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
