"""From a registered report to its texts: snapshots taken, snapshots read.

What belongs here: the two steps for all versions of a report. What does not: how a snapshot is kept or read
(:mod:`snapshots`, :mod:`readers`).
"""

from __future__ import annotations

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
    return readers.read(str(report.path(version)), snapshots.get(settings, version.sha256))


def read_all(report: Report, settings: Settings) -> list[str]:
    """Read the texts of all versions, oldest first; errors as of :func:`read_version`."""
    return [read_version(report, version.number, settings).text for version in report.manifest.versions]
