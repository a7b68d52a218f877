"""From a registered report to its texts: snapshots taken, snapshots read.

What belongs here: the two steps for all versions of a report, and keeping a text that took work to get. What
does not: how a snapshot is kept or read (:mod:`snapshots`, :mod:`readers`).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from orchestration import files
from orchestration.reports import readers, snapshots
from orchestration.reports.readers import Text
from orchestration.reports.register import Report
from orchestration.settings import Settings


def take_snapshots(report: Report, settings: Settings) -> list[bool]:
    """Keep every version as received; tells for each whether it was new.

    Raises:
        InputError: a file is missing or is not the one its manifest names.

    """
    taken = []
    for version in report.manifest.versions:
        origin = {"report_id": report.report_id, "file": version.file, "received": version.received}
        taken.append(snapshots.put(settings, report.data(version), **origin)[1])
    return taken


def read_version(report: Report, number: int, settings: Settings) -> Text:
    """Read the text of one version from its snapshot.

    Raises:
        InputError: there is no such snapshot, or it is unreadable; the line names the registered file.

    """
    version = report.manifest.versions[number - 1]
    kept = derived(settings, version.sha256)
    if (text := _kept(kept)) is not None:
        return text
    text = readers.read(str(report.path(version)), snapshots.get(settings, version.sha256))
    if text.media_type != "text/plain":
        told = {"reader": readers.VERSION, "text_sha256": files.sha256(text.text.encode()), **asdict(text)}
        files.write_text(kept, json.dumps(told, ensure_ascii=False, indent=0) + "\n")
    return text


def derived(settings: Settings, sha256: str) -> Path:
    """Say where the text of a snapshot lies, where its bytes are none themselves."""
    return snapshots.path_of(settings, sha256).with_suffix(".text.json")


def _kept(path: Path) -> Text | None:
    """Read a kept text; ``None`` where there is none, another reader made it, or it was changed."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        text = Text(told["text"], told["media_type"], told["encoding"])
        is_right = told["reader"] == readers.VERSION
        return text if is_right and told["text_sha256"] == files.sha256(text.text.encode()) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_all(report: Report, settings: Settings) -> list[str]:
    """Read the texts of all versions, oldest first; errors as of :func:`read_version`."""
    return [read_version(report, version.number, settings).text for version in report.manifest.versions]
