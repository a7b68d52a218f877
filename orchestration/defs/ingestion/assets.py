"""Register to landing: snapshots, texts, and the Parquet that dbt reads.

What belongs here: the assets. What does not: reading and extracting (``orchestration.reports``,
``orchestration.landing``).
"""

from collections.abc import Iterator

import dagster as dg

from orchestration import settings as project
from orchestration.defs.ingestion.partitions import YEARS, years
from orchestration.defs.ingestion.resources import LOCK, IngestionConfig
from orchestration.landing import ingest, overlay, schema
from orchestration.reports import register, texts
from orchestration.reports.register import Report

_SINGLE = dg.BackfillPolicy.single_run()


def _reports(context: dg.AssetExecutionContext) -> list[Report]:
    wanted = years(context)
    return [report for report in register.load(project.load()) if report.manifest.reviewed_year in wanted]


@dg.asset(
    key=["reports", "snapshot"],
    group_name="ingestion",
    partitions_def=YEARS,
    backfill_policy=_SINGLE,
    required_resource_keys=LOCK,
)
def snapshot(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """Keep every registered report of the year as received, under the hash of its bytes."""
    home = project.load()
    register.verify(register.load(home), home)
    taken = [new for report in _reports(context) for new in texts.take_snapshots(report, home)]
    return dg.MaterializeResult(metadata={"reports": len(taken), "new": sum(taken)})


@dg.asset(
    key=["reports", "text"],
    deps=[["reports", "snapshot"]],
    group_name="ingestion",
    partitions_def=YEARS,
    backfill_policy=_SINGLE,
    required_resource_keys=LOCK,
)
def text(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """Read the text of every snapshot of the year; offsets count its code points."""
    read = [text for report in _reports(context) for text in texts.read_all(report, project.load())]
    return dg.MaterializeResult(metadata={"texts": len(read), "characters": sum(map(len, read))})


@dg.multi_asset(
    name="landing",
    specs=[dg.AssetSpec(["landing", name], deps=[["reports", "text"]]) for name in schema.TABLES],
    group_name="ingestion",
    partitions_def=YEARS,
    backfill_policy=_SINGLE,
    required_resource_keys=LOCK,
)
def landing(
    context: dg.AssetExecutionContext, config: IngestionConfig
) -> Iterator[dg.MaterializeResult[None]]:
    """Extract and land what is new or changed of the year; drop what is registered no more."""
    home, reports = project.load(), _reports(context)
    landed = [ingest.land(report, home, rebuild=config.rebuild) for report in reports]
    dropped = ingest.drop_unregistered(home, register.load(home))
    counts = {
        "reports": len(reports),
        "read_anew": sum(one.changed for one in landed),
        "statements": sum(one.statements for one in landed),
        "skipped_numbers": sum(one.skipped for one in landed),
        "dropped": len(dropped),
    }
    for name in schema.TABLES:
        yield dg.MaterializeResult(asset_key=["landing", name], metadata=counts)


@dg.asset(key=["landing", "overlay"], group_name="ingestion", required_resource_keys=LOCK)
def reference_overlay() -> dg.MaterializeResult[None]:
    """Land the user's own rows of the reference data."""
    rows = overlay.land(project.load())
    return dg.MaterializeResult(metadata={"rows": sum(rows.values()), **rows})
