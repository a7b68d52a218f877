"""Where dbt's project, profile and manifest lie, as dagster-dbt wants it."""

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
