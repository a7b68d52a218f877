"""The candidate warehouse: every model and seed of the dbt project as an asset, its tests as checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from orchestration.defs.warehouse.project import MANIFEST, PROJECT, SETTINGS
from orchestration.defs.warehouse.translator import Translator
from orchestration.instance import POOL


@dbt_assets(
    manifest=MANIFEST,
    project=PROJECT,
    name="warehouse",
    dagster_dbt_translator=Translator(),
    pool=POOL,
    required_resource_keys={"run_lock"},
)
def warehouse(context: dg.AssetExecutionContext, dbt: DbtCliResource) -> Iterator[Any]:
    """Build the candidate; the unit tests of the SQL belong to ``make test`` and are left out."""
    SETTINGS.candidate.parent.mkdir(parents=True, exist_ok=True)
    arguments = ["build", "--exclude-resource-type", "unit_test"]
    yield from dbt.cli(arguments, context=context, target_path=SETTINGS.dbt_target).stream()
