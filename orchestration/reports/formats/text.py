"""The text of a report, and how tables and white space are written in it.

What belongs here: what all formats share. What does not: any one format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_CELL = 200
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2002\u2003\u200b\ufeff]+")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")


class UnreadableError(ValueError):
    """The bytes cannot be read: ``what`` is wrong, and how to ``mend`` it; the caller adds the name."""

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what}; {mend}")


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text: ``text`` as stored, ``media_type`` and ``encoding`` of the bytes it came from."""

    text: str
    media_type: str
    encoding: str


def one_line(text: str) -> str:
    """Give running text on one line: a line break inside Chinese is no space, other white space is one."""
    return _SPACES.sub(" ", _BETWEEN_CHINESE.sub("", text)).strip(" \u3000")


def row(cells: Sequence[str]) -> str:
    """Write a table's row: cells parted by tabs, empty ones kept so that columns stay in line."""
    return "\t".join(one_line(cell) for cell in cells).rstrip("\t")


class Grid:
    """Lays cells that span several places out: words stand in each of them, figures only in the first."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._spanned: dict[int, tuple[int, str]] = {}

    def begin_row(self) -> None:
        """Begin the next row."""
        self._fill()
        self._rows.append([])

    def put(self, text: str, width: int = 1, height: int = 1) -> None:
        """Put a cell into the next free place."""
        self._fill()
        again = "" if any(char.isdigit() for char in text) else text
        row = self._rows[-1]
        self._spanned |= {len(row) + step: (height - 1, again) for step in range(width) if height > 1}
        row += [text, *[again] * (width - 1)]

    def put_again(self, width: int = 1) -> None:
        """Put what stands above into the next free place, words only."""
        self._fill()
        above, at = self._rows[-2] if len(self._rows) > 1 else [], len(self._rows[-1])
        text = above[at] if at < len(above) else ""
        self.put("" if any(char.isdigit() for char in text) else text, width)

    def _fill(self) -> None:
        while self._rows and (spanned := self._spanned.get(len(self._rows[-1]))):
            place = len(self._rows[-1])
            left, text = spanned
            self._spanned[place] = (left - 1, text)
            if left == 1:
                del self._spanned[place]
            self._rows[-1].append(text)

    def finished(self) -> list[list[str]]:
        """Give all rows."""
        self._fill()
        return self._rows


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells hold data: at least two columns, and no cell as long as a section of prose."""
    wide = sum(len(cells) > 1 for cells in rows)
    return 2 * wide > len(rows) and all(len(cell) <= LONGEST_CELL for cells in rows for cell in cells)


def joined(lines: Iterable[str]) -> str:
    """Join lines into a text; empty ones are left out."""
    kept = [line for line in lines if line.strip()]
    return "\n".join(kept) + "\n" if kept else ""
