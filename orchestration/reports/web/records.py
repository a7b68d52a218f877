"""What is remembered of each address: what it gave last, and how to ask whether it changed.

What belongs here: one small file an address, under the home. What does not: the pages (the snapshot store).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from orchestration import files
from orchestration.settings import Settings

FOLDER = "fetched"


@dataclass(frozen=True, slots=True)
class Record:
    """The last answer of an address; ``report_id`` is empty where it was no report, ``note`` says why."""

    address: str
    final_address: str
    status: int
    etag: str
    last_modified: str
    content_type: str
    fetched_at: str
    sha256: str
    report_id: str = ""
    note: str = ""


def _path(settings: Settings, address: str) -> Path:
    return settings.home / FOLDER / f"{files.sha256(address.encode())[:24]}.json"


def read(settings: Settings, address: str) -> Record | None:
    """Read what is remembered of an address; ``None`` where that is nothing."""
    try:
        return Record(**json.loads(_path(settings, address).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write(settings: Settings, record: Record) -> None:
    """Remember what an address gave."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"
    files.write_text(_path(settings, record.address), text)
