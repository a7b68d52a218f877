"""The candidate warehouse: every model and seed of the dbt project as an asset, its tests as checks.

What belongs here: the one asset definition over the manifest. What does not: the SQL (``dbt_project``), the
way cleared for it (``orchestration.warehouse``).
"""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslatorSettings, dbt_assets

from orchestration import warehouse as warehouses
from orchestration.defs.warehouse.project import MANIFEST, PROJECT, SETTINGS
from orchestration.defs.warehouse.translator import Translator
from orchestration.instance import POOL
from orchestration.quality import standing, warming

# one asset lands all overlay tables, so their sources share its key
_SHARED_SOURCES = DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True)


@dbt_assets(
    manifest=MANIFEST,
    project=PROJECT,
    name="warehouse",
    dagster_dbt_translator=Translator(_SHARED_SOURCES),
    pool=POOL,
    required_resource_keys={"dbt", "run_lock"},
)
def warehouse(context: dg.AssetExecutionContext) -> Iterator[Any]:
    """Build the candidate; the unit tests of the SQL belong to ``make test`` and are left out."""
    standing.require(SETTINGS)
    arguments = ["build", "--exclude-resource-type", "unit_test"]
    with nullcontext() if context.is_subset else warehouses.building(SETTINGS):
        dbt = context.resources.dbt.cli(arguments, context=context, target_path=SETTINGS.dbt_target)
        if not context.is_subset:  # the gate comes next, and dbt works in a process of its own
            warming.begin()
        yield from dbt.stream()
