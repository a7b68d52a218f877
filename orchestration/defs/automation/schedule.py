"""The season's schedule: bureaus report from January to April.

What belongs here: when the year's runs begin. What does not: what they run (:mod:`jobs`).
"""

import dagster as dg

from orchestration import settings
from orchestration.defs.automation.jobs import everything, whole_range

ON = settings.load().schedule_enabled


@dg.schedule(
    name="season",
    job=everything,
    cron_schedule="30 6 * 1-4 *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING if ON else dg.DefaultScheduleStatus.STOPPED,
    description="Daily at 06:30 from January to April; on with ZHIBIAO_SCHEDULE=on.",
)
def season(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Ask for one run a day over every registered year."""
    day = context.scheduled_execution_time.strftime("%Y-%m-%d")
    return dg.RunRequest(run_key=f"season-{day}", tags=whole_range())
