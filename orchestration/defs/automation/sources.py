"""The sources: looked at daily where that is wanted; a run is asked for where something new appeared.

What belongs here: when sources are looked at, and asking for a run. What does not: looking
(``orchestration.reports.fetching``).
"""

import dagster as dg

from orchestration import settings
from orchestration.defs.automation.jobs import everything, whole_range
from orchestration.landing import ingest
from orchestration.reports import register

ON = settings.load().schedule_enabled and settings.load().fetch_enabled


@dg.op
def look_at_sources(context: dg.OpExecutionContext) -> None:
    """Register what is new at every source; an address that fails is told and tried again tomorrow."""
    from orchestration.reports import fetching, sources
    from orchestration.reports.web.client import Client

    home, client = settings.load(), Client()
    for source in sources.load(home):
        for looked in fetching.look(home, client, source):
            if looked.added is None:
                context.log.warning(f"{looked.source_id}: {looked.error or looked.note}")
            elif looked.added.is_new:
                context.log.info(f"{looked.added.report_id} version {looked.added.version} is new")
        if late := source.late(register.load(home)):
            context.log.warning(f"{source.source_id}: late {sources.spans(late)}")


@dg.job(executor_def=dg.in_process_executor, description="Look for new reports at their sources.")
def fetch() -> None:
    """Look at every source."""
    look_at_sources()


sources_daily = dg.ScheduleDefinition(
    name="sources",
    job=fetch,
    cron_schedule="0 6 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING if ON else dg.DefaultScheduleStatus.STOPPED,
    description="Daily at 06:00; on with ZHIBIAO_SCHEDULE=on and ZHIBIAO_FETCH=on.",
)


@dg.run_status_sensor(
    name="fetched",
    run_status=dg.DagsterRunStatus.SUCCESS,
    monitored_jobs=[fetch],
    request_job=everything,
    default_status=dg.DefaultSensorStatus.RUNNING if ON else dg.DefaultSensorStatus.STOPPED,
    description="Asks for a run where the sources had something new.",
)
def fetched(context: dg.RunStatusSensorContext) -> dg.RunRequest | dg.SkipReason:
    """Ask for one run where a registered report is not landed yet."""
    home = settings.load()
    new = [report for report in register.load(home) if not ingest.is_landed(report, home)]
    if not new:
        return dg.SkipReason("the sources had nothing new")
    return dg.RunRequest(run_key=context.dagster_run.run_id, tags=whole_range())
