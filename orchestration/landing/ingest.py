"""One report from snapshot to landing, and only where something changed.

What belongs here: when a report must be read anew, and the order of the steps. What does not: the steps
themselves. A landing whose rows were changed by hand is left as it is: the gate has to find that.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal

import pandas as pd

from orchestration import files
from orchestration.extraction import engine
from orchestration.extraction.version import VERSION
from orchestration.landing import frames, schema, writer
from orchestration.reports import areas, context, readers
from orchestration.reports import texts as texts_of
from orchestration.reports.register import Report
from orchestration.settings import Settings
from orchestration.wording import counted

log = logging.getLogger("zhibiao.landing")
_DERIVED = frozenset({"text", "text_sha256", "digit_runs"})


@dataclass(frozen=True, slots=True)
class Landed:
    """What landing one report came to; ``changed`` tells whether anything was written."""

    report_id: str
    changed: bool
    statements: int = 0
    skipped: int = 0


def _code_version(report: Report, settings: Settings) -> str:
    """Name what the result depends on beside text and manifest: rules, reader and names of the area."""
    names = " ".join((readers.VERSION, *areas.own_names(settings, report.manifest.area_code)))
    return f"{VERSION}.{hashlib.sha256(names.encode()).hexdigest()[:6]}"


def reports_frame(report: Report, settings: Settings, *, texts: bool = True) -> pd.DataFrame:
    """One row a version; without ``texts`` the columns that come from the text are left empty."""
    told = report.manifest
    rows = []
    for version in told.versions:
        row: dict[str, object] = dict.fromkeys(schema.REPORTS.names)
        row |= {name: value for name, value in asdict(told).items() if name in row}
        row |= {
            "report_id": report.report_id,
            "report_version": version.number,
            "is_current": version is told.current,
            "sha256": version.sha256,
            "published_on": told.date,
            "source": version.received,
            "code_version": _code_version(report, settings),
        }
        if texts:
            read = texts_of.read_version(report, version.number, settings)
            row |= {
                "text": read.text,
                "text_sha256": files.sha256(read.text.encode("utf-8")),
                "digit_runs": frames.digit_runs(read.text),
                "media_type": read.media_type,
            }
        rows.append(row)
    return pd.DataFrame(rows, columns=schema.REPORTS.names, dtype=object)


def is_landed(report: Report, settings: Settings) -> bool:
    """Whether the landing holds this report, by manifest, hash and code version (not by its rows)."""
    found = writer.read_reports(settings, report.report_id)
    if found is None:
        return False
    wanted = reports_frame(report, settings, texts=False)
    columns = [name for name in schema.REPORTS.names if name not in _DERIVED | {"media_type"}]
    return _plain(found, columns) == _plain(wanted, columns)


def _plain(frame: pd.DataFrame, columns: list[str]) -> list[list[str]]:
    rows = frame[columns].astype(object).to_numpy().tolist()
    return [["" if pd.isna(value) else _word(value) for value in row] for row in rows]


def _word(value: object) -> str:
    whole = isinstance(value, float | Decimal) and value == int(value)
    return str(int(value)) if whole else str(value)  # type: ignore[call-overload]


def land(report: Report, settings: Settings, *, rebuild: bool = False) -> Landed:
    """Read, extract and write one report; nothing is done where it is landed already.

    Raises:
        InputError: a version cannot be read.

    """
    if not rebuild and is_landed(report, settings):
        return Landed(report.report_id, changed=False)
    reports = reports_frame(report, settings)
    parts: list[dict[str, pd.DataFrame]] = []
    for version, text in zip(report.manifest.versions, reports["text"].tolist(), strict=True):
        extraction = engine.extract(text, context.of_version(report, version, text, settings))
        parts.append(frames.of_extraction(extraction, version.number))
    whole = {name: pd.concat([part[name] for part in parts], ignore_index=True) for name in parts[0]}
    writer.write(settings, report.report_id, {**whole, "reports": reports})
    landed = Landed(
        report_id=report.report_id,
        changed=True,
        statements=len(parts[-1]["statements"]),
        skipped=len(parts[-1]["skipped_numbers"]),
    )
    told = report.manifest
    log.info(
        "%s %s: %s, %s",
        told.publisher,
        told.reviewed_year,
        counted(landed.statements, "figures"),
        counted(landed.skipped, "other numbers"),
    )
    return landed


def drop_unregistered(settings: Settings, reports: Iterable[Report]) -> list[str]:
    """Remove the rows of reports that are registered no more; returns their ids."""
    known = {report.report_id for report in reports}
    gone = [report_id for report_id in writer.landed(settings) if report_id not in known]
    for report_id in gone:
        writer.drop(settings, report_id)
    return gone
