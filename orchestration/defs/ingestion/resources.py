"""What the ingestion assets are given: their configuration and the lock of the run.

What belongs here: configuration and lock as Dagster hands them out. What does not: the lock itself
(``orchestration.locking``).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration import settings as project
from orchestration.defs.ingestion import leftovers
from orchestration.locking import run_lock

LOCK = {"run_lock"}


class IngestionConfig(dg.Config):
    """``rebuild`` reads every report anew, also where nothing changed."""

    rebuild: bool = False


class RunLock(dg.ConfigurableResource[None]):
    """Held while a run lasts, so that a run of the command and one of the daemon never mix."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[None]:
        """Wait for the lock of the home and hold it until the run ends."""
        with run_lock(project.load().home):
            if context.instance is not None and context.run is not None:
                leftovers.clear(context.instance, context.run.run_id)
            yield


@dg.definitions
def resources() -> dg.Definitions:
    """Give the resources by the names the assets ask for."""
    return dg.Definitions(resources={"run_lock": RunLock()})
