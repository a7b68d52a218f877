"""Where releases lie, and which one counts.

What belongs here: the folder ``published/``: listing releases, switching ``current``, dropping old ones and
what a broken-off publish left. What does not: what is in a release (``build``, ``manifest``).
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

KEEP = 3
_RELEASE = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}(-\d+)?")


@dataclass(frozen=True, slots=True)
class Store:
    """The folder ``published/`` with ``releases/<id>/`` and the link ``current``."""

    folder: Path

    @property
    def releases(self) -> Path:
        """The folder of all releases."""
        return self.folder / "releases"

    @property
    def current(self) -> Path:
        """The link to the release that counts."""
        return self.folder / "current"

    def ids(self) -> list[str]:
        """List the ids of the whole releases, oldest first."""
        if not self.releases.is_dir():
            return []
        found = (path.name for path in self.releases.iterdir() if (path / "release.json").is_file())
        return sorted(name for name in found if _RELEASE.fullmatch(name))

    def current_id(self) -> str | None:
        """Give the id of the release that counts, None where there is none yet."""
        with suppress(OSError):
            target = self.current.readlink().name
            if (self.releases / target / "release.json").is_file():
                return target
        return None

    def path(self, release_id: str) -> Path:
        """Give the folder of a release."""
        return self.releases / release_id

    def free_id(self, wanted: str) -> str:
        """``wanted``, with a number behind it where a release of that name is there already."""
        names = [wanted, *(f"{wanted}-{n}" for n in range(2, 100))]
        return next(name for name in names if not self.path(name).exists())

    def switch(self, release_id: str) -> None:
        """Let ``current`` point to a release, in one step; the link is relative, so the home may move."""
        fresh = self.folder / f".current-{os.getpid()}"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases") / release_id, target_is_directory=True)
        fresh.replace(self.current)
        sync(self.folder)

    def sweep(self) -> list[str]:
        """Remove what a broken-off publish left; the names of what was removed."""
        left = [
            *(self.releases.glob(".building-*") if self.releases.is_dir() else []),
            *self.folder.glob(".current-*"),
        ]
        for path in left:
            remove(path)
        return [path.name for path in left]

    def prune(self, keep: int = KEEP) -> list[str]:
        """Drop all but the newest ``keep`` releases and the current one; the ids of those dropped."""
        dropped = [name for name in self.ids()[:-keep] if name != self.current_id()]
        for name in dropped:
            doomed = self.releases / f".building-dropped-{name}"
            self.path(name).rename(doomed)  # gone in one step, also where removing breaks off
            remove(doomed)
        return dropped


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Bring a file or the entries of a folder safely to disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
