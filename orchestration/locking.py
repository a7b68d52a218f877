"""One run at a time on one home.

What belongs here: the lock that a run holds while it writes landing, candidate and release. What does
not: DuckDB's own locks. The lock dies with the process that holds it, so a crash leaves nothing behind.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_held: dict[Path, int] = {}
_guard = threading.RLock()


def _take(file: IO[str], waiting: Callable[[str], None]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        waiting(file.read().strip() or "unknown")
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def run_lock(home: Path, waiting: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the home's run lock; nested use in one process is free.

    ``waiting`` is called once with the holder's process id where another process has it; then this waits.
    """
    path = (home / "run.lock").resolve()
    with _guard:
        if _held.get(path, 0):
            _held[path] += 1
            nested = True
        else:
            nested = False
    if nested:
        try:
            yield
        finally:
            with _guard:
                _held[path] -= 1
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _take(file, waiting)
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        _held[path] = 1
        try:
            yield
        finally:
            _held.pop(path, None)
            file.seek(0)
            file.truncate()
