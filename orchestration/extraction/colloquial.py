"""What everyday Chinese leaves unsaid in a number, said in full: 米八 is 一米八, 三分一 is 三分之一.

What belongs here: putting such short forms into the full form that ``quantities`` reads, offsets kept. What
does not: reports, which write in full (the statements do not come this way). The forms are those of
``lexicon/colloquial.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import lexicon
from .characters import fold


def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    made = []
    for at, row in enumerate(lexicon.rules("colloquial"), start=1):
        try:
            made.append((re.compile(str(row["pattern"])), str(row["said"])))
        except KeyError as error:
            raise lexicon.LexiconError(f"colloquial.toml: rule {at}: give {error.args[0]}") from error
        except re.error as error:
            raise lexicon.LexiconError(f"colloquial.toml: rule {at}: mend the pattern: {error}") from error
    return tuple(made)


_FORMS = _forms()


@dataclass(frozen=True, slots=True)
class Told:
    """A text in full forms, as written and folded; ``places[i]`` is where its character ``i`` stood before.

    ``places`` is empty where nothing was put in or left out, so that every offset holds as it is.
    """

    text: str
    folded: str
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as given that ``start:end`` of the full text stands for."""
        return (self.places[start], self.places[end]) if self.places else (start, end)


def spell_out(text: str) -> Told:
    """The text with its short forms said in full; a few characters more a form."""
    told = Told(text, fold(text))
    for pattern, said in _FORMS:
        matches = list(pattern.finditer(told.folded))
        if matches:
            told = _replaced(told, matches, said)
    return told


def _replaced(told: Told, matches: list[re.Match[str]], said: str) -> Told:
    parts: list[str] = []
    places: list[int] = []
    old = told.places or tuple(range(len(told.text) + 1))
    at = 0
    for match in matches:
        start, end = match.span()
        full = said.replace("{}", match[0])
        parts += (told.text[at:start], full)
        places += old[at:start]
        places += (old[max(start, end - len(full) + place)] for place in range(len(full)))
        at = end
    parts.append(told.text[at:])
    places += old[at:]
    text = "".join(parts)
    return Told(text, fold(text), tuple(places))
