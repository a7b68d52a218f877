"""One publisher at a time.

What belongs here: the lock. The kernel lets go of it when its holder ends, however it ends, so a stale lock
cannot be.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.publishing.errors import PublishError


@contextmanager
def publishing(folder: Path) -> Iterator[None]:
    """Hold ``folder/.lock``; raise PublishError at once where another process holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(handle, 32).decode(errors="replace").strip() or "unknown"
            raise PublishError(
                f"{folder}: process {holder} is publishing; try again when it is done"
            ) from error
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)
