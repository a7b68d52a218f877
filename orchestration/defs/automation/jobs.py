"""The one job: everything from register to release, in one process.

What belongs here: jobs, and the tags by which a run covers all years. What does not: when they run
(:mod:`schedule`, :mod:`sensor`, :mod:`sources`).
"""

import dagster as dg

from orchestration import settings
from orchestration.defs.ingestion.partitions import YEARS
from orchestration.instance import range_tags
from orchestration.reports import register

everything = dg.define_asset_job(
    "everything",
    selection=dg.AssetSelection.all(),
    partitions_def=YEARS,
    executor_def=dg.in_process_executor,
    description="Read the reports of the given years, build the warehouse of all, check and publish it.",
)


def whole_range() -> dict[str, str]:
    """Give the tags of a run over every registered year, from the first to the last."""
    reports = register.load(settings.load())
    return range_tags(report.manifest.reviewed_year for report in reports)
