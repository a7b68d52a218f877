"""The one job: everything from register to release, in one process."""

from __future__ import annotations

import dagster as dg

from orchestration.defs.ingestion.partitions import YEARS

everything = dg.define_asset_job(
    "everything",
    selection=dg.AssetSelection.all(),
    partitions_def=YEARS,
    executor_def=dg.in_process_executor,
    description="Read the reports of the given years, build the warehouse of all, check and publish it.",
)
