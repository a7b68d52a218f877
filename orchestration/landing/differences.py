"""What changed between two versions of a report.

What belongs here: comparing the statements of two extractions by their keys. What does not: printing it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from orchestration.errors import InputError
from orchestration.extraction import engine
from orchestration.extraction.model import Statement
from orchestration.reports import context, readers
from orchestration.reports.register import Report
from orchestration.settings import Settings

_FIELDS = tuple(
    "low high unit qualifier indicator kind modality measure year base_year period_type scope".split()  # noqa: SIM905
)
_ALIKE = 75


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement that is only ``old``, only ``new``, or was changed from one to the other in ``fields``."""

    old: Statement | None
    new: Statement | None
    fields: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        return "changed" if self.old and self.new else "removed" if self.old else "added"

    @property
    def place(self) -> int:
        """Where it stands, for the order."""
        said = self.new or self.old
        return said.start if said else 0


def _changed(old: Statement, new: Statement) -> tuple[str, ...]:
    names = [name for name in _FIELDS if getattr(old, name) != getattr(new, name)]
    return tuple(["quote", *names] if old.quote != new.quote else names)


def _likeness(old: Statement, new: Statement) -> float:
    """Say how well two statements of other keys fit as before and after, 0 where they do not."""
    if (old.unit, old.measure) != (new.unit, new.measure):
        return 0
    sentences = fuzz.ratio(old.sentence, new.sentence)
    return sentences + (50 if old.indicator == new.indicator else 0) if sentences >= _ALIKE else 0


def _paired(old: list[Statement], new: list[Statement]) -> list[Difference]:
    """Pair what vanished with what appeared in nearly the same sentence, the best pairs first."""
    pairs = [(score, a, b) for a in old for b in new if (score := _likeness(a, b))]
    pairs.sort(key=lambda pair: (-pair[0], abs(pair[1].start - pair[2].start)))
    found: list[Difference] = []
    taken: set[str] = set()
    for _, before, after in pairs:
        if before.statement_id not in taken and after.statement_id not in taken:
            taken |= {before.statement_id, after.statement_id}
            if fields := _changed(before, after):
                found.append(Difference(before, after, fields))
    found += [Difference(one, None) for one in old if one.statement_id not in taken]
    found += [Difference(None, one) for one in new if one.statement_id not in taken]
    return found


def between(old: Iterable[Statement], new: Iterable[Statement]) -> list[Difference]:
    """Compare the statements of two versions; in the order of the newer text.

    The same key says the same figure of the same sentence: it is changed where it is now read otherwise. A
    figure that was corrected has another key: it is found by its sentence. One whose sentence was reworded
    alone, with nothing changed of what it says, is no difference.
    """
    before = {one.statement_key: one for one in old}
    after = {one.statement_key: one for one in new}
    found = [
        Difference(before[key], after[key], fields)
        for key in before.keys() & after.keys()
        if (fields := _changed(before[key], after[key]))
    ]
    gone = [one for key, one in before.items() if key not in after]
    come = [one for key, one in after.items() if key not in before]
    return sorted([*found, *_paired(gone, come)], key=lambda one: (one.place, one.state))


def of_report(report: Report, settings: Settings, first: int, second: int) -> list[Difference]:
    """Compare two versions of a report, both read with today's rules.

    Raises:
        InputError: it has no such version, or one cannot be read.

    """
    versions = {version.number: version for version in report.manifest.versions}
    read = []
    for number in (first, second):
        if number not in versions:
            raise InputError(report.report_id, f"has no version {number}", f"it has 1 to {len(versions)}")
        version = versions[number]
        text = readers.read(str(report.path(version)), report.data(version)).text
        told = context.of_version(report, version, text, settings)
        read.append(engine.extract(text, told).statements)
    return between(*read)
