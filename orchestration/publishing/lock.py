"""One publisher at a time.

What belongs here: that a second publisher is refused. What does not: how a lock is held
(``orchestration.locking``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration import locking
from orchestration.publishing.errors import PublishError


@contextmanager
def publishing(folder: Path) -> Iterator[None]:
    """Hold ``folder/.lock``; raise PublishError at once where another publisher holds it."""

    def refuse(holder: str) -> None:
        raise PublishError(f"{folder}: process {holder} is publishing; try again when it is done")

    with locking.locked(folder / ".lock", refuse):
        yield
