"""The text of a report cut into paragraphs, runs and pieces, each figure a piece of its own.

What belongs here: where to cut; nothing of the text is lost but line ends. What does not: HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orchestration.extraction.model import Extraction, Passage, SkippedNumber, Statement

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters: bare, or a figure (``statement`` is its index), or a skipped number."""

    text: str
    statement: int | None = None
    skipped: SkippedNumber | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it is no number."""
        return self.statement is None and self.skipped is None


@dataclass(frozen=True, slots=True)
class Run:
    """The part of one passage that stands in one paragraph; ``passage`` is its index."""

    passage: int
    is_heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text."""

    runs: tuple[Run, ...]

    @property
    def is_heading(self) -> bool:
        """Whether there is nothing but headings in it."""
        return bool(self.runs) and all(run.is_heading for run in self.runs)


def paragraphs(extraction: Extraction, statements: Sequence[Statement]) -> list[Paragraph]:
    """Cut the text at line ends, passages and figures; figures are numbered as in ``statements``."""
    numbers = _Numbers(statements, extraction.skipped)
    lines: list[list[Run]] = [[]]
    for index, passage in enumerate(extraction.passages):
        for count, pieces in enumerate(_lines(numbers.cut(passage))):
            if count:
                lines.append([])
            if pieces:
                lines[-1].append(Run(index, passage.is_heading, tuple(pieces)))
    return [Paragraph(tuple(runs)) for runs in lines]


class _Numbers:
    """All figures and skipped numbers in text order, handed out passage by passage."""

    def __init__(self, statements: Sequence[Statement], skipped: Sequence[SkippedNumber]) -> None:
        spans = [(one.start, one.end, Piece(one.quote, statement=at)) for at, one in enumerate(statements)]
        spans += [(one.start, one.end, Piece(one.quote, skipped=one)) for one in skipped]
        self._spans = sorted(spans, key=lambda span: span[:2])
        self._next = self._at = 0

    def cut(self, passage: Passage) -> Iterator[Piece]:
        """Give the pieces of a passage in order; together they are its text."""
        first, text = passage.start, passage.text
        self._at = max(self._at, first)
        while self._next < len(self._spans) and self._spans[self._next][0] < passage.end:
            start, end, piece = self._spans[self._next]
            yield Piece(text[self._at - first : start - first])
            yield piece
            self._next, self._at = self._next + 1, end
        yield Piece(text[self._at - first :])


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Part pieces at the line ends of bare text."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = _LINE_END.split(piece.text) if piece.is_bare else [piece.text]
        if first:
            line.append(Piece(first, piece.statement, piece.skipped))
        for text in others:
            yield line
            line = [Piece(text)] if text else []
    yield line
