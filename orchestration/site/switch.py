"""Putting a finished folder where readers look, in one step.

What belongs here: the exchange of two folders. What does not: what is in them.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from contextlib import suppress
from pathlib import Path

_AT_FDCWD, _EXCHANGE = -100, 2


def put(fresh: Path, place: Path) -> None:
    """Let ``fresh`` stand at ``place``; what stood there is removed afterwards. Both lie in one folder.

    Where the system can exchange two folders, readers see the old or the new one at every moment; elsewhere
    there is none for the instant between two renames.
    """
    if not place.exists():
        fresh.rename(place)
        return
    if not _exchange(fresh, place):
        old = fresh.with_name(f"{fresh.name}-old")
        place.rename(old)
        fresh.rename(place)
        fresh = old
    shutil.rmtree(fresh, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
    return False
