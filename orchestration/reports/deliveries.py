"""What a person hands over: a file, an address, or a zip of files, each as one or more reports.

What belongs here: taking zips apart before registering. What does not: registering (:mod:`adding`), the
inbox, the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from orchestration.errors import InputError
from orchestration.reports.formats import archive, kinds
from orchestration.reports.formats.text import UnreadableError


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a delivery: ``name`` stands in errors, ``file`` is its bare name."""

    name: str
    file: str
    data: bytes


def parts(name: str, data: bytes) -> list[Part]:
    """Give the reports of a delivery: the members of a zip, else what was delivered.

    Raises:
        InputError: a zip that is damaged, locked or unsafe, in one line.

    """
    if kinds.of(name, data) != "zip":
        return [Part(name, PurePosixPath(name.replace("\\", "/")).name, data)]
    try:
        members = archive.members(data)
    except UnreadableError as error:
        raise InputError(name, error.what, error.mend) from error
    return [Part(f"{name}/{member}", PurePosixPath(member).name, content) for member, content in members]
