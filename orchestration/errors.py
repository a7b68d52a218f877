"""Errors that a user can mend, and the exit codes they lead to.

What belongs here: the two kinds of error that end a command with one line. What does not: faults of the
program itself, which keep their stack trace for ``--verbose``.
"""

from __future__ import annotations

from pathlib import Path

DONE, CHECK_FAILED, BAD_INPUT, STOPPED = 0, 1, 2, 130


class ZhibiaoError(Exception):
    """One line for the user; ``exit_code`` is what the command ends with."""

    exit_code = BAD_INPUT


class InputError(ZhibiaoError):
    """Bad input: the line names the file, the place in it and the mend."""

    def __init__(self, where: Path | str, what: str, mend: str = "") -> None:
        self.where, self.what, self.mend = str(where), what, mend
        super().__init__(f"{where}: {what}" + (f"; {mend}" if mend else ""))
