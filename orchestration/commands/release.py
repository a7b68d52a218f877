"""Reading the current release, locked down.

What belongs here: opening the published warehouse so that SQL can read it and nothing else. What does not:
making releases (``orchestration.publishing``).
"""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

from orchestration.errors import InputError
from orchestration.settings import Settings

if TYPE_CHECKING:
    import duckdb


def connect(settings: Settings, release_id: str = "") -> duckdb.DuckDBPyConnection:
    """Open the current release, or another that is kept, read-only; nothing else can be reached from it.

    Raises:
        InputError: nothing is published yet, or no such release is kept.

    """
    import duckdb

    path = settings.current_release
    if not path.is_file():
        raise InputError(path, "nothing is published yet", "`zhibiao run` makes the first release")
    if release_id:
        releases = settings.published / "releases"
        kept = sorted(folder.name for folder in releases.iterdir() if (folder / path.name).is_file())
        if release_id not in kept:
            raise InputError(release_id, "is no release that is kept", f"there are {', '.join(kept)}")
        path = releases / release_id / path.name
    connection = duckdb.connect(str(path.resolve()), read_only=True)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def literal(text: str) -> str:
    """Write a text as a literal of SQL; binding it as a parameter would make DuckDB load pandas."""
    return "'" + text.replace("'", "''") + "'"


def identity(settings: Settings) -> str:
    """Give the id of the current release; empty where there is none."""
    current = settings.published / "current"
    return current.resolve().name if current.exists() else ""


def counts(settings: Settings) -> tuple[dict[str, int], str]:
    """Count what the current release holds, and give its id."""
    wanted = {
        "reports": "select count(*) from marts.dim_report where is_current",
        "figures": "select count(*) from marts.fct_observation where not is_derived",
        "derived": "select count(*) from marts.fct_observation where is_derived",
        "indicators": "select count(distinct indicator_code) from marts.fct_observation",
        "conflicts": "select count(*) from marts.rpt_conflict",
    }
    with connect(settings) as connection:
        found = {name: connection.execute(sql).fetchone() for name, sql in wanted.items()}
    return {name: int(row[0]) if row else 0 for name, row in found.items()}, identity(settings)


def held(settings: Settings) -> list[str]:
    """Say that the warehouse as it is now was gone back from and is held; no line where it is not."""
    from orchestration.publishing import withdrawn

    if not withdrawn.read(settings.published).is_held:
        return []
    return [
        "held: `zhibiao rollback` went back from the warehouse as it is now; `zhibiao publish` brings it back"
    ]


def example(settings: Settings) -> str:
    """Give the name of the indicator with the longest series, to look at first, as a shell takes it."""
    sql = """
        select indicator_name_zh from marts.rpt_indicator_series
        group by indicator_code, indicator_name_zh order by count(*) desc, indicator_code limit 1
    """
    with connect(settings) as connection:
        row = connection.execute(sql).fetchone()
    name = str(row[0]) if row else "学位"
    return name if name.isalnum() else shlex.quote(name)


def gate_summary(settings: Settings) -> str:
    """Say in one line how the gate judged the current release."""
    path = settings.current_release.with_name("release.json")
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["gate"]["summary"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"
