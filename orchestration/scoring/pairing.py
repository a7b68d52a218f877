"""Which extracted figure answers which annotated one.

What belongs here: pairing by place and value, each figure used once. What does not: judging the other fields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.rules import Rules
from orchestration.scoring.values import spans_agree, values_agree

_CELL = 64  # characters


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of one value, annotated figures that nothing answers, and extracted ones that answer nothing.

    Optional figures, and what falls on them, are in none of the three.
    """

    found: tuple[tuple[GoldFigure, Figure], ...]
    missed: tuple[GoldFigure, ...]
    extra: tuple[Figure, ...]


class _Nearby:
    """Figures by the cells of the text that they touch, so that pairing stays linear."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._cells: defaultdict[int, list[int]] = defaultdict(list)
        for index, figure in enumerate(figures):
            for cell in _cells(figure):
                self._cells[cell].append(index)

    def of(self, figure: Figure) -> list[int]:
        """Give the indices, in order, of the figures that may overlap this one."""
        return sorted({index for cell in _cells(figure) for index in self._cells.get(cell, ())})


def pair(gold: Sequence[GoldFigure], got: Sequence[Figure], text: str, rules: Rules) -> Pairing:
    """Give every annotated figure, in order, the first free extracted one of the same place and value.

    An extracted figure whose quote is not the text at its offsets answers nothing.
    """
    true = [text[figure.start : figure.end] == figure.quote for figure in got]
    nearby, taken = _Nearby(got), set[int]()
    found, missed = [], []
    for row in gold:
        free = (index for index in nearby.of(row) if true[index] and index not in taken)
        match = next((index for index in free if _agree(row, got[index], rules)), None)
        if match is not None:
            taken.add(match)
        if row.optional:
            continue
        if match is None:
            missed.append(row)
        else:
            found.append((row, got[match]))
    spared = _on_optional(gold, got, rules)
    loose = (i for i in range(len(got)) if i not in taken and not (true[i] and i in spared))
    return Pairing(tuple(found), tuple(missed), tuple(got[i] for i in loose))


def _agree(gold: GoldFigure, got: Figure, rules: Rules) -> bool:
    return spans_agree(gold, got, rules) and values_agree(gold, got, rules)


def _on_optional(gold: Sequence[GoldFigure], got: Sequence[Figure], rules: Rules) -> set[int]:
    optional = [row for row in gold if row.optional]
    nearby = _Nearby(optional)
    return {
        index
        for index, figure in enumerate(got)
        if any(spans_agree(optional[near], figure, rules) for near in nearby.of(figure))
    }


def _cells(figure: Figure) -> Iterable[int]:
    return range(figure.start // _CELL, max(figure.start, figure.end) // _CELL + 1)
