"""Whether a label is the right one.

What belongs here: comparing one label with the annotated labels of the whole report. What does not: the
other fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.reading import Territory
from orchestration.scoring.rules import Rules, any_of

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Label:
    """An annotated label: its keywords and the pairs of characters it is made of."""

    keywords: tuple[str, ...]
    grams: Grams


@dataclass(slots=True)
class LabelJudge:
    """A right label has the keywords, is no clause, and no other annotated label is clearly nearer to it."""

    gold: Sequence[GoldFigure]
    text: str
    territory: Territory
    rules: Rules
    _places: re.Pattern[str] = field(init=False)
    _labels: dict[str, _Label] = field(init=False)
    _known: dict[str, Grams] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        names = set(self.territory.own).union(*self.territory.aliases)
        self._places = re.compile(any_of(name for name in names if len(name) > 1))
        self._labels = {row.indicator: _Label(row.keywords, self._grams(row.indicator)) for row in self.gold}

    def right(self, gold: GoldFigure, got: Figure) -> bool:
        """Whether the label of ``got`` names what ``gold`` counts or measures."""
        label = re.sub(r"\s", "", got.indicator)
        return (
            self._well_formed(label, gold)
            and all(_holds(label, keyword) for keyword in gold.keywords)
            and not self._foreign_words(label, gold)
            and self._nearest(label, gold)
        )

    def _well_formed(self, label: str, gold: GoldFigure) -> bool:
        limit = self.rules.tolerance
        longest = limit.label_factor * len(gold.indicator) + limit.label_extra
        return 0 < len(label) <= longest and not self.rules.clause.search(label)

    def _foreign_words(self, label: str, gold: GoldFigure) -> bool:
        """Whether the label has a word that makes it another quantity and stands nowhere near the figure."""
        limit = self.rules.tolerance
        near = self.text[max(0, gold.start - limit.context_before) : gold.end + limit.context_after]
        sources = gold.indicator + "".join(gold.keywords) + near
        return any(word in label and word not in sources for word in self.rules.distinguishing_words)

    def _nearest(self, label: str, gold: GoldFigure) -> bool:
        mine = self._known.setdefault(label, self._grams(label))
        own = self._labels[gold.indicator]
        bound = _likeness(mine, own.grams) + self.rules.tolerance.label_margin
        # a row with the same keywords may share this label
        rivals = (
            other for other in self._labels.values() if other is not own and other.keywords != gold.keywords
        )
        return all(_likeness(mine, other.grams) <= bound for other in rivals)

    def _grams(self, label: str) -> Grams:
        bare = self.rules.neutral.sub("", label) or label
        bare = self._places.sub("", self.rules.marks.sub("", bare))
        return frozenset(_pairs(bare)) or frozenset({bare})


def _holds(label: str, keyword: str) -> bool:
    return any(alternative in label for alternative in keyword.split("|"))


def _pairs(text: str) -> Iterable[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))


def _likeness(left: Grams, right: Grams) -> float:
    return 2 * len(left & right) / (len(left) + len(right))
