"""Where dbt's project, profile and manifest lie, as dagster-dbt wants it.

What belongs here: the paths, and making the manifest where it is stale. What does not: making it
(``orchestration.warehouse``).
"""

from dagster_dbt import DbtProject

from orchestration import instance, settings, warehouse

SETTINGS = settings.load()
instance.prepare(SETTINGS)
MANIFEST = warehouse.manifest(SETTINGS)
PROJECT = DbtProject(
    project_dir=SETTINGS.dbt_project,
    profiles_dir=SETTINGS.dbt_project,
    target_path=SETTINGS.dbt_target,
)
