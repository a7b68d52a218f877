"""One at a time: locks between processes.

What belongs here: locks on files, and the one that a run holds while it writes landing, candidate and
release. What does not: DuckDB's own locks. A lock dies with the process that holds it, so a crash leaves
nothing behind.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_held: set[Path] = set()


def _take(file: IO[str], waiting: Callable[[str], None]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        waiting(file.read().strip() or "unknown")
        fcntl.flock(file, fcntl.LOCK_EX)


def _write_holder(file: IO[str], holder: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(holder)
    file.flush()


@contextmanager
def locked(path: Path, busy: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock ``path``, a file in which the holder's process id stands.

    ``busy`` is called once with that id where another holds it: this waits then, or ends with what it raises.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _take(file, busy)
        _write_holder(file, str(os.getpid()))
        try:
            yield
        finally:
            _write_holder(file, "")


@contextmanager
def run_lock(home: Path, waiting: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the home's run lock; nested use in one process is free.

    ``waiting`` is called once with the holder's process id where another process has it; then this waits.
    """
    path = (home / "run.lock").resolve()
    if path in _held:
        yield
        return
    with locked(path, waiting):
        _held.add(path)
        try:
            yield
        finally:
            _held.discard(path)
