"""dbt, as the warehouse assets use it.

What belongs here: starting dbt, and its end with the run. What does not: what it is told (``assets``).
"""

import subprocess
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliInvocation, DbtCliResource
from pydantic import PrivateAttr

from orchestration.defs.warehouse.project import PROJECT


class Dbt(DbtCliResource):
    """A dbt whose processes end with the run.

    A run that is stopped gives back its lock, and nobody may go on writing the candidate then; whether the
    asset itself is told of the end depends on where the interrupt falls.
    """

    _started: list[subprocess.Popen[bytes]] = PrivateAttr(default_factory=list)

    def cli(self, *arguments: Any, **options: Any) -> DbtCliInvocation:
        """Start dbt; see ``DbtCliResource.cli``."""
        invocation = super().cli(*arguments, **options)
        self._started.append(invocation.process)
        return invocation

    def teardown_after_execution(self, context: dg.InitResourceContext) -> None:
        """End what still works, and wait until it has."""
        del context
        for process in self._started:
            process.terminate()
            process.wait()


@dg.definitions
def resources() -> dg.Definitions:
    """Give the resource by the name the assets ask for."""
    project = str(PROJECT.project_dir)
    return dg.Definitions(resources={"dbt": Dbt(project_dir=project, profiles_dir=project)})
