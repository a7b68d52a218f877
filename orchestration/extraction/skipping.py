"""Why a number states no figure: dates, ordinals, names, thresholds, list numbers, footnotes.

What belongs here: reasons told from the words around a number. What does not: the statements, and what only
the structure of a report tells (headings). The rules are those of ``lexicon/skips.toml``.

- ``digit_runs(text) -> list[tuple[int, int]]``: every maximal run of digits, ASCII and full-width, in order;
  the accounting is made on them.
- ``reasons(text, founds) -> list[SkipReason | None]``: for each :class:`quantities.Found` of the text, why it
  states no figure, or None where it may state one. In the order of ``founds``.
- ``reason_of_run(text, start, end) -> SkipReason``: why a digit run that lies in no quantity and no statement
  states no figure (``name`` in PM2.5, 5G; ``other`` where nothing is known).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from . import lexicon
from .characters import fold
from .expressions import Found
from .lexicon import LexiconError
from .model import SkipReason

_RUN = re.compile("[0-9０-９]+")
_BEHIND, _AHEAD = 40, 40  # characters that a rule can look at
_NAME_LENGTH = 16  # a longer quotation is a citation, not a name
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"'}
_TITLES = {"《": "》", "〈": "〉"}


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: SkipReason
    quantities: bool
    before: re.Pattern[str] | None
    number: re.Pattern[str] | None
    unit: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def is_for(self, unit: str | None) -> bool:
        """Whether the rule may hold for a number of a unit, ``None`` for a bare run of digits."""
        return (self.quantities or unit is None) and (
            self.unit is None or bool(self.unit.fullmatch(unit or ""))
        )

    def tests(self) -> _Tests:
        """The patterns of a rule that is for the unit of a place, as tests of what the place holds."""
        return (
            self.number.fullmatch if self.number else _always,
            self.after.match if self.after else _always,
            self.before.search if self.before else _always,
            self.reason,
        )


_Test = Callable[[str], object]
_Tests = tuple[_Test, _Test, _Test, SkipReason]  # of the number, of what is behind it, of what is before it


def _always(_: str) -> bool:
    return True


def _rules() -> tuple[_Rule, ...]:
    made = []
    for at, row in enumerate(lexicon.rules("skips"), start=1):
        where = f"skips.toml: rule {at}"
        if row.get("reason") not in get_args(SkipReason):
            raise LexiconError(f"{where}: give a reason out of {', '.join(get_args(SkipReason))}")
        unknown = set(row) - {"reason", "note", "quantities", "before", "number", "unit", "after"}
        if unknown:
            raise LexiconError(f"{where}: take out {', '.join(sorted(unknown))}")
        patterns = {name: _pattern(row, name, where) for name in ("before", "number", "unit", "after")}
        made.append(_Rule(cast("SkipReason", row["reason"]), bool(row.get("quantities", True)), **patterns))
    return tuple(made)


def _pattern(row: dict[str, object], name: str, where: str) -> re.Pattern[str] | None:
    if name not in row:
        return None
    written = str(row[name])
    try:
        return re.compile(f"(?:{written})\\Z" if name == "before" else written)
    except re.error as error:
        raise LexiconError(f"{where}: mend the pattern of {name}: {error}") from error


RULES = _rules()


@lru_cache(maxsize=1024)
def _tests_for(unit: str | None) -> tuple[_Tests, ...]:
    """Give the tests of the rules that may hold for numbers of a unit, in order."""
    return tuple(rule.tests() for rule in RULES if rule.is_for(unit))


def _first(unit: str | None, number: str, after: str, before: str) -> SkipReason | None:
    """Give the reason of the first rule that fits a place, whose texts are folded and of one line."""
    for of_number, of_after, of_before, reason in _tests_for(unit):
        if of_number(number) and of_after(after) and of_before(before):
            return reason
    return None


def digit_runs(text: str) -> list[tuple[int, int]]:
    """Every maximal run of ASCII and full-width digits, as ``(start, end)`` in text order."""
    return [match.span() for match in _RUN.finditer(text)]


def reasons(text: str, founds: Sequence[Found]) -> list[SkipReason | None]:
    """Why each quantity of the text states no figure; None where it may state one."""
    folded = fold(text)
    return [_reason(folded, found) for found in founds]


def reason_of_run(text: str, start: int, end: int) -> SkipReason:
    """Why a digit run outside every quantity and statement states no figure."""
    left = max(0, start - _BEHIND - 1)
    window = fold(text[left : end + _AHEAD])
    return _why(window, start - left, end - left, None) or "other"


def _reason(folded: str, found: Found) -> SkipReason | None:
    quantity = found.quantity
    if found.ordinal:
        return "ordinal"
    if found.spelled:
        return None
    return _why(folded, quantity.start, quantity.end, quantity.unit)


def _why(folded: str, start: int, end: int, unit: str | None) -> SkipReason | None:
    before = folded[max(0, start - _BEHIND) : start].rpartition("\n")[2]
    after = folded[end : end + _AHEAD].partition("\n")[0]
    if start > _BEHIND and len(before) == _BEHIND:
        before = "…" + before  # the head of the line lies further off
    reason = _first(unit, folded[start:end], after, before)
    if reason not in ("date", "threshold") and (
        _named(before, after, _TITLES, _BEHIND) or _named(before, after, _QUOTES, _NAME_LENGTH)
    ):
        return "name"
    return reason


def _named(before: str, after: str, pairs: dict[str, str], longest: int) -> bool:
    """Whether a pair of marks no further apart than a name is long stands around the number."""
    for opens, closes in pairs.items():
        left = before.rfind(opens)
        right = after.find(closes)
        if left < 0 or right < 0 or len(before) - left + right > longest:
            continue
        if opens != closes and (closes in before[left:] or opens in after[:right]):
            continue
        if opens == closes and before.count(opens) % 2 == 0:
            continue
        return True
    return False
