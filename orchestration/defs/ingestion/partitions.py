"""Partitions: one a reviewed year.

What belongs here: the years as Dagster sees them. What does not: which of them have a report
(``orchestration.reports.register``).
"""

import dagster as dg

from orchestration.reports.manifest import FIRST_YEAR

YEARS = dg.TimeWindowPartitionsDefinition(
    start=str(FIRST_YEAR), fmt="%Y", cron_schedule="0 0 1 1 *", end_offset=1, timezone="Asia/Shanghai"
)


def years(context: dg.AssetExecutionContext) -> frozenset[int]:
    """Give the reviewed years this run is about."""
    return frozenset(int(key) for key in context.partition_keys)
