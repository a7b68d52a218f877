"""What a killed run leaves in Dagster's records: a pool slot nobody uses, a run that never ends.

What belongs here: clearing Dagster's records. What does not: files, which a run writes anew
(``orchestration.warehouse``).
"""

import dagster as dg

from orchestration.instance import COMMAND_TAG, POOL

_UNFINISHED = [dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.CANCELING]


def clear(instance: dg.DagsterInstance, own_run_id: str) -> list[str]:
    """Give back the slots of runs that died and mark the command's dead runs as failed; returns their ids.

    Only who holds the run lock may call this: then no other run is past its start, so a slot that is taken
    belongs to a dead run, and so does every unfinished run that the command began.
    """
    storage = instance.event_log_storage
    filters = dg.RunsFilter(statuses=_UNFINISHED, tags=COMMAND_TAG)
    dead = {run.run_id for run in instance.get_runs(filters)}
    dead |= storage.get_concurrency_info(POOL).active_run_ids
    dead.discard(own_run_id)
    for run_id in sorted(dead):
        storage.free_concurrency_slots_for_run(run_id)
        run = instance.get_run_by_id(run_id)
        if run is not None and not run.is_finished:
            instance.report_run_failed(run, "the process of this run was killed")
    return sorted(dead)
