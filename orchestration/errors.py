"""Errors that a user can mend, and the exit codes they lead to.

What belongs here: the kinds of error that end a command with one line. What does not: faults of the
program itself, which keep their stack trace for ``--verbose``.
"""

from __future__ import annotations

from pathlib import Path

# SQLite says of a disk that is full, where it cannot even write its journal, that it has an I/O error
_FULL = ("No space left on device", "disk is full", "disk I/O error")
DONE, CHECK_FAILED, BAD_INPUT, STOPPED = 0, 1, 2, 130


class ZhibiaoError(Exception):
    """One line for the user; ``exit_code`` is what the command ends with."""

    exit_code = BAD_INPUT


class FullDiskError(ZhibiaoError):
    """There is no room left below ``place``; whatever library noticed it, the line is the same."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"{place}: the disk is full; make room and do it again: the last release stays")


def tells_full_disk(told: str) -> bool:
    """Whether the words of an error, of Python, DuckDB or SQLite, say that a disk is full."""
    return any(words in told for words in _FULL)


class InputError(ZhibiaoError):
    """Bad input: the line names the file, the place in it and the mend."""

    def __init__(self, where: Path | str, what: str, mend: str = "") -> None:
        self.where, self.what, self.mend = str(where), what, mend
        super().__init__(f"{where}: {what}" + (f"; {mend}" if mend else ""))
