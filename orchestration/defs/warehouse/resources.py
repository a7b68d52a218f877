"""dbt, as the warehouse assets use it."""

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration.defs.warehouse.project import PROJECT


@dg.definitions
def resources() -> dg.Definitions:
    """Give the resource by the name the assets ask for."""
    return dg.Definitions(resources={"dbt": DbtCliResource(project_dir=PROJECT)})
