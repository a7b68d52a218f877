"""How the client behaves towards a server, and what a page and a failure are to the rest.

What belongs here: limits and records. What does not: the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from orchestration.errors import InputError

NAME = "zhibiao"
AGENT = f"{NAME}/{version(NAME)} (reads public annual reports once a day at most; honours robots.txt)"


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits of one client; times in seconds, sizes in bytes after unpacking."""

    connect_seconds: float = 10
    read_seconds: float = 30
    whole_seconds: float = 180
    tries: int = 4
    backoff_seconds: float = 2
    longest_wait: float = 120
    pause_seconds: float = 1
    longest_pause: float = 30
    most_bytes: int = 60_000_000
    most_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave. ``data`` is empty where it has not changed (status 304)."""

    address: str
    final_address: str
    status: int
    data: bytes
    etag: str
    last_modified: str
    content_type: str

    @property
    def is_unchanged(self) -> bool:
        """Whether the server said that nothing changed since it was asked last."""
        return self.status == 304


class FetchError(InputError):
    """An address gave nothing that can be used; the line names it and says why."""


class TransientError(Exception):
    """A failure that may pass; ``wait`` is how long the server asked to wait, in seconds."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        self.what, self.wait = what, wait
        super().__init__(what)
