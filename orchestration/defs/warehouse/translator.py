"""How dbt's nodes are called in Dagster: ``[schema, model]``, grouped by schema.

What belongs here: keys and groups. What does not: descriptions, which come from dbt.
"""

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator


class Translator(DagsterDbtTranslator):
    """Names assets by schema and name, as people find them in the warehouse."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Give ``[schema, name]``; a source keeps the key its ``meta`` names."""
        if dbt_resource_props["resource_type"] == "source":
            return super().get_asset_key(dbt_resource_props)
        return dg.AssetKey([dbt_resource_props["schema"], dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Group by schema."""
        return str(dbt_resource_props["schema"])
