"""What the last run was made from, so that a run with nothing new does nothing.

What belongs here: the fingerprint of everything a run depends on or makes, and the record of the last run.
What does not: what a run does (``orchestration.commands.run``). Imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from orchestration import files, warehouse
from orchestration.reports import inbox
from orchestration.settings import Settings

RECORD = "last_run.json"
_CODE = {".py", ".toml", ".csv", ".txt", ".yml", ".yaml", ".html", ".css", ".js"}

Fingerprint = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastRun:
    """How the last run ended; ``fingerprint`` is of the state it left behind, ``message`` of its error."""

    finished_at: str
    ok: bool
    seconds: float
    message: str = ""
    release_id: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    fingerprint: Fingerprint = field(default_factory=dict)


def _contents(paths: Iterable[Path], base: Path) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(os.fsencode(f"{path.relative_to(base).as_posix()}\0{files.sha256(path.read_bytes())}\n"))
    return found.hexdigest()


def _stats(paths: Iterable[Path], base: Path) -> str:
    """Hash names, sizes and times: for files too large to read each time, which only we write."""
    found = hashlib.sha256()
    for path in paths:
        stat = path.stat()
        told = f"{path.relative_to(base).as_posix()}\0{stat.st_size}\0{stat.st_mtime_ns}\n"
        found.update(os.fsencode(told))
    return found.hexdigest()


def _parquet(path: Path) -> bool:
    return path.suffix == ".parquet"


def fingerprint(settings: Settings) -> Fingerprint:
    """Hash each thing that a run depends on or makes, by its name; cheap also for many reports."""
    package = settings.root / "orchestration"
    current = settings.published / "current"
    release = files.tree(current.resolve()) if current.exists() else []
    candidate = [settings.candidate] if settings.candidate.is_file() else []
    url = settings.postgres_url
    return {
        "the reports": _contents(files.tree(settings.reports[0]), settings.reports[0])
        + _contents(files.tree(settings.reports[1]), settings.reports[1]),
        "your reference data": _contents(files.tree(settings.reference[1]), settings.reference[1]),
        "the inbox": _stats(inbox.waiting(settings, settled=0), settings.inbox),
        "the code": _contents(files.tree(package, lambda path: path.suffix in _CODE), package),
        "the dbt project and its seeds": warehouse.digest(settings),
        "the snapshots": _stats(files.tree(settings.snapshots), settings.home),
        "the landing": _stats(files.tree(settings.landing, _parquet), settings.home),
        "the candidate": _stats(candidate, settings.home),
        "the release": _stats(release, settings.published.resolve()),
        "ZHIBIAO_POSTGRES_URL": hashlib.sha256(url.encode()).hexdigest() if url else "",
    }


def changed(old: Fingerprint, new: Fingerprint) -> list[str]:
    """Name what is not as it was."""
    return [name for name, value in new.items() if old.get(name, "") != value]


def read(settings: Settings) -> LastRun | None:
    """Read the record of the last run; ``None`` where there is none or it is of another make."""
    try:
        raw = json.loads((settings.home / RECORD).read_text(encoding="utf-8"))
        return LastRun(**raw)
    except (OSError, ValueError, TypeError):
        return None


def write(settings: Settings, run: LastRun) -> None:
    """Keep the record of the last run."""
    files.write_text(settings.home / RECORD, json.dumps(asdict(run), ensure_ascii=False, indent=1) + "\n")
