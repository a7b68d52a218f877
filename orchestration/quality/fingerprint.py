"""Which data a run of the gate was about.

What belongs here: the sha256 of a database, and a fingerprint of everything a result depends on. What does
not: keeping results.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from orchestration.quality.rules import FOLDER
from orchestration.settings import Settings


def sha256(path: Path) -> str:
    """Give the sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def state(settings: Settings, database: Path, digest: str) -> tuple[str, ...]:
    """List all that may change the outcome: database, landing behind its views, rules, current release."""
    current = settings.published / "current"
    landed = sorted(settings.landing.glob("*/*/*.parquet")) + sorted(settings.landing.glob("*/*.parquet"))
    return (
        str(database),
        digest,
        _of_files(landed),
        _of_files(sorted(FOLDER.rglob("*.toml"))),
        str(current.resolve()) if current.exists() else "",
    )


def _of_files(paths: list[Path]) -> str:
    facts = [f"{path}:{(stat := path.stat()).st_mtime_ns}:{stat.st_size}" for path in paths]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()
