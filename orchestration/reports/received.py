"""Getting one address: its page kept as a snapshot with its headers, and remembered.

What belongs here: the step from an address to bytes that can be registered. What does not: which addresses
(:mod:`fetching`), registering (:mod:`adding`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

from orchestration import files
from orchestration.reports import snapshots
from orchestration.reports.web import records
from orchestration.reports.web.client import Client
from orchestration.reports.web.records import Record
from orchestration.settings import Settings

_ORIGIN = {"address", "final_address", "status", "etag", "last_modified", "content_type", "fetched_at"}


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of an address and how they came; ``is_unchanged`` where they are those of last time."""

    data: bytes
    record: Record
    is_unchanged: bool

    @property
    def how(self) -> str:
        """Say for the manifest where it came from and when."""
        here, final = self.record.address, self.record.final_address
        by = f" (by {here})" if final != here else ""
        return f"fetched from {final}{by} on {self.record.fetched_at[:10]}"


def get(settings: Settings, client: Client, address: str) -> Received:
    """Get an address, asking only for what changed since it was got last.

    Raises:
        FetchError: it cannot be had, in one line.

    """
    before = records.read(settings, address)
    kept = before is not None and snapshots.path_of(settings, before.sha256).is_file()
    if before is not None and kept:
        page = client.get(address, etag=before.etag, last_modified=before.last_modified)
    else:
        page = client.get(address)
    if page.is_unchanged and before is not None:
        return Received(snapshots.get(settings, before.sha256), before, is_unchanged=True)
    record = Record(
        address=page.address,
        final_address=page.final_address,
        status=page.status,
        etag=page.etag,
        last_modified=page.last_modified,
        content_type=page.content_type,
        fetched_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        sha256=files.sha256(page.data),
    )
    origin = {name: value for name, value in dataclasses.asdict(record).items() if name in _ORIGIN}
    snapshots.put(settings, page.data, **origin)
    is_unchanged = before is not None and before.sha256 == record.sha256
    return Received(page.data, record, is_unchanged)


def remember(settings: Settings, received: Received, *, report_id: str = "", note: str = "") -> None:
    """Remember what an address gave, so that it is not asked for in vain."""
    records.write(settings, dataclasses.replace(received.record, report_id=report_id, note=note))
