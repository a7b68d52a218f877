"""All of Dagster: what lies in ``defs/``, nothing else."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from orchestration import instance, settings

instance.prepare(settings.load())


@dg.definitions
def defs() -> dg.Definitions:
    """Load every asset, check, job, schedule, sensor and resource of ``defs/``."""
    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)
