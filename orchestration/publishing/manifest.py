"""``release.json``: what is in a release.

What belongs here: the record of a release, written and read. What does not: building or switching.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

FORMAT = 2  # of the folder and this file; raised where readers must know of a change


@dataclass(frozen=True, slots=True)
class Release:
    """One release.

    ``tables`` gives the rows of each mart, ``files`` the sha256 of each file by its path in the release,
    ``content`` a hash of all marts that is the same for the same data. ``gate`` has the run and the counts of
    outcomes. ``is_new`` is False where the candidate was what is published already.
    """

    release_id: str
    created_at: str
    content: str
    tables: dict[str, int]
    files: dict[str, str]
    reports: list[dict[str, Any]]
    gate: dict[str, Any]
    code_version: dict[str, str]
    format: int = FORMAT
    is_new: bool = field(default=True, compare=False)

    def to_json(self) -> str:
        """Give the record as the text of ``release.json``."""
        facts = dataclasses.asdict(self)
        facts.pop("is_new")
        return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def read(folder: Path) -> Release | None:
    """Read the record in ``folder``; None where there is none that can be read."""
    try:
        facts = json.loads((folder / "release.json").read_text(encoding="utf-8"))
        known = {f.name for f in dataclasses.fields(Release)}
        return Release(**{name: value for name, value in facts.items() if name in known}, is_new=False)
    except (OSError, ValueError, TypeError):
        return None


def code_version() -> dict[str, str]:
    """Tell the versions that a release depends on: the project, its rules of extraction, DuckDB."""
    import duckdb

    versions = {"duckdb": duckdb.__version__}
    try:
        versions["zhibiao"] = metadata.version("zhibiao")
    except metadata.PackageNotFoundError:
        versions["zhibiao"] = "unknown"
    try:
        from orchestration.extraction.version import VERSION
    except ImportError:
        return versions
    return versions | {"extraction": VERSION}
