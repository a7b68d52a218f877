"""What extraction is told of a registered report beside its text.

What belongs here: manifest and reference data to :class:`ReportContext`. What does not: what can be inferred
from the text alone (``orchestration.extraction.context``).
"""

from __future__ import annotations

from orchestration.extraction.context import infer_context
from orchestration.extraction.model import ReportContext
from orchestration.reports import areas, inference
from orchestration.reports.manifest import Version
from orchestration.reports.register import Report
from orchestration.settings import Settings


def of_version(report: Report, version: Version, text: str, settings: Settings) -> ReportContext:
    """Build the context of one version: the manifest's years, and the area's names as the own ones."""
    manifest = report.manifest
    return infer_context(
        text,
        report_id=report.report_id,
        sha256=version.sha256,
        reviewed_year=manifest.reviewed_year,
        planned_year=manifest.planned_year,
        own_names=areas.own_names(settings, manifest.area_code),
        genre=inference.read_as(manifest.genre),
    )
