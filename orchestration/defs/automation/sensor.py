"""The inbox: a report dropped there is registered, and a run is asked for.

What belongs here: watching the inbox. What does not: registering (``orchestration.reports.inbox``).
"""

import dagster as dg

from orchestration import settings
from orchestration.defs.automation.jobs import everything, whole_range
from orchestration.reports import inbox

ON = settings.load().schedule_enabled


@dg.sensor(
    name="inbox",
    job=everything,
    minimum_interval_seconds=10,
    default_status=dg.DefaultSensorStatus.RUNNING if ON else dg.DefaultSensorStatus.STOPPED,
    description="Registers reports dropped into the inbox; on with ZHIBIAO_SCHEDULE=on.",
)
def inbox_sensor(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """Take what lies in the inbox; one run is asked for where something new was registered."""
    taken = inbox.take(settings.load())
    for one in taken:
        if one.added is None:
            context.log.error(one.error)
    new = [one.added for one in taken if one.added is not None and one.added.is_new]
    if not new:
        return dg.SensorResult(
            skip_reason=f"nothing new in the inbox ({len(taken)} files put aside or known)"
        )
    key = " ".join(f"{added.report_id}.v{added.version}" for added in new)
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=key, tags=whole_range())])
