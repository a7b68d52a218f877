"""Paths and environment in one place.

What belongs here: where things lie and which environment variables say so. What does not: reading or
writing any of them. Imports nothing heavy, so that the command starts quickly.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import InputError

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the project's parts and all that running makes lie; every path is absolute.

    ``root`` is the checkout (seeds, dbt project), ``home`` holds all that running makes or a user adds.
    """

    root: Path
    home: Path

    @property
    def seeds(self) -> Path:
        """The reports and the reference data that come with the project."""
        return self.root / "seeds"

    @property
    def dbt_project(self) -> Path:
        """The dbt project."""
        return self.root / "dbt_project"

    @property
    def dbt_target(self) -> Path:
        """Where dbt puts its manifest and logs: beside all else that running makes, not in the checkout."""
        return self.home / "dbt" / "target"

    @property
    def reports(self) -> tuple[Path, Path]:
        """Folders that hold registered reports: the project's own, then the user's.

        ``ZHIBIAO_SEED_REPORTS`` names another folder than the project's own, which may be empty: a home with
        an invented city has no real report in it.
        """
        other = os.environ.get("ZHIBIAO_SEED_REPORTS", "").strip()
        own = _place("ZHIBIAO_SEED_REPORTS", other) if other else self.seeds / "reports"
        return own, self.home / "reports"

    @property
    def site(self) -> Path:
        """The static site of the current release."""
        return self.home / "site"

    @property
    def reference(self) -> tuple[Path, Path]:
        """Folders of reference CSV files: the project's own, then the user's, whose rows win."""
        return self.seeds / "reference", self.home / "reference"

    @property
    def inbox(self) -> Path:
        """Where a user drops new reports."""
        return self.home / "inbox"

    @property
    def snapshots(self) -> Path:
        """Immutable, content-addressed copies of reports as received."""
        return self.home / "snapshots"

    @property
    def landing(self) -> Path:
        """Parquet, one folder a table and report."""
        return self.home / "landing"

    @property
    def candidate(self) -> Path:
        """The candidate warehouse; only dbt writes it."""
        return self.home / "candidate" / "zhibiao.duckdb"

    @property
    def published(self) -> Path:
        """Releases, and ``current``, a link to the one that counts."""
        return self.home / "published"

    @property
    def current_release(self) -> Path:
        """The published warehouse that readers open."""
        return self.published / "current" / "zhibiao.duckdb"

    @property
    def quality(self) -> Path:
        """Results of the gate as Parquet, one file a run."""
        return self.home / "quality"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own state."""
        return self.home / "dagster"

    @property
    def postgres_url(self) -> str:
        """Where releases are loaded too (``ZHIBIAO_POSTGRES_URL``); empty where nowhere."""
        return os.environ.get("ZHIBIAO_POSTGRES_URL", "").strip()

    @property
    def schedule_enabled(self) -> bool:
        """Whether schedule and sensor are declared running (``ZHIBIAO_SCHEDULE=on``); off by default."""
        return os.environ.get("ZHIBIAO_SCHEDULE", "off").strip().lower() in {"on", "1", "true", "yes"}

    @property
    def fetch_enabled(self) -> bool:
        """Whether the schedule looks for reports at their sources (``ZHIBIAO_FETCH=on``); off by default."""
        return os.environ.get("ZHIBIAO_FETCH", "off").strip().lower() in {"on", "1", "true", "yes"}


def load() -> Settings:
    """Read the environment: ``ZHIBIAO_HOME`` (default ``var`` beside the sources), relative to the cwd.

    Raises:
        InputError: it names the home folder of somebody who is not known here.

    """
    home = os.environ.get("ZHIBIAO_HOME", "").strip()
    return Settings(root=ROOT, home=_place("ZHIBIAO_HOME", home) if home else ROOT / "var")


def _place(variable: str, path: str) -> Path:
    try:
        return Path(path).expanduser().resolve()
    except RuntimeError as error:
        raise InputError(f"{variable}={path}", "~ leads to no folder here", "give the whole path") from error


def put_tools_on_path() -> None:
    """Let child processes find ``dbt`` beside this Python, also where the environment is not activated."""
    tools = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if tools not in paths:
        os.environ["PATH"] = os.pathsep.join([tools, *paths])
