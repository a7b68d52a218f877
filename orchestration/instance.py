"""Dagster's home, and the environment that its processes and dbt need.

What belongs here: writing ``dagster.yaml`` and setting variables, without importing Dagster. What does not:
any Dagster object (``orchestration.defs``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from orchestration import files
from orchestration.errors import InputError
from orchestration.settings import Settings, put_tools_on_path

POOL = "duckdb_writer"
COMMAND_TAG = {"zhibiao/started_by": "command"}

_CONFIG = f"""\
# Written by zhibiao on every start; put changes elsewhere.
telemetry:
  enabled: false
concurrency:
  pools:
    default_limit: 1  # of {POOL}: one writer of the candidate at a time
    granularity: op
  runs:
    max_concurrent_runs: 1
run_monitoring:
  enabled: true
"""

_NO_HOME = {"#", "?"}  # dbt-duckdb takes the path of the warehouse for an address
_NO_ROOT = {"'"}  # dbt-duckdb writes the paths of seeds into SQL as they are

_ENVIRONMENT = {
    "DAGSTER_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "GX_ANALYTICS_ENABLED": "false",
    "PYTHONUTF8": "1",
}


def range_tags(years: Iterable[int]) -> dict[str, str]:
    """Give the tags by which one run covers all partitions from the first year to the last."""
    known = sorted(years)
    return {
        "dagster/asset_partition_range_start": str(known[0]),
        "dagster/asset_partition_range_end": str(known[-1]),
    }


def prepare(settings: Settings) -> None:
    """Make Dagster's home and set what its processes and dbt read from the environment.

    Raises:
        InputError: dbt would read a part of the path of the home or of the checkout as something else.

    """
    if taken := sorted(_NO_HOME & set(str(settings.home))):
        what = f"a home with {' and '.join(taken)} in its path cannot hold a warehouse"
        raise InputError(settings.home, what, "set ZHIBIAO_HOME to another folder")
    if _NO_ROOT & set(str(settings.root)):
        raise InputError(
            settings.root, "the warehouse cannot be built from a path with '", "move the checkout"
        )
    settings.dagster_home.mkdir(parents=True, exist_ok=True)
    config = settings.dagster_home / "dagster.yaml"
    if not config.is_file() or config.read_text(encoding="utf-8") != _CONFIG:
        files.write_text(config, _CONFIG)
    put_tools_on_path()
    os.environ.update(_ENVIRONMENT)
    os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    os.environ["ZHIBIAO_HOME"] = str(settings.home)
    os.environ["DBT_TARGET_PATH"] = str(settings.dbt_target)
    os.environ["DBT_LOG_PATH"] = str(settings.dbt_target.parent / "logs")
