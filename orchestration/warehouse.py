"""The dbt project as the rest of the package sees it: its manifest and the file that it builds.

What belongs here: where the manifest lies and when it must be made anew, and clearing the way for a whole
build, without importing dbt. What does not: the SQL (``dbt_project``), the Dagster assets made from it
(``orchestration.defs.warehouse``).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration import files, locking
from orchestration.errors import FullDiskError, ZhibiaoError, tells_full_disk
from orchestration.settings import Settings

_SOURCES = {".sql", ".yml", ".yaml", ".md", ".py"}
_IGNORED = {"target", "logs", "dbt_packages"}


class WarehouseError(ZhibiaoError):
    """The dbt project cannot be read, or the build failed; the line says where."""

    exit_code = 1


def sources(settings: Settings) -> list[Path]:
    """List every file that decides what the warehouse is: models, macros, tests and reference data."""
    project, root = settings.dbt_project, settings.root
    models = files.tree(
        project, lambda p: p.suffix in _SOURCES and not _IGNORED & set(p.relative_to(project).parts)
    )
    seeds = sorted((settings.seeds / "reference").glob("*"))
    return [*models, *seeds, *files.tree(root / "tests" / "dbt", lambda p: p.suffix in _SOURCES)]


def digest(settings: Settings) -> str:
    """Hash names and contents of all sources of the warehouse."""
    found = hashlib.sha256()
    for path in sources(settings):
        found.update(
            f"{path.relative_to(settings.root).as_posix()}\0{files.sha256(path.read_bytes())}\n".encode()
        )
    return found.hexdigest()


def manifest(settings: Settings) -> Path:
    """Give the path of dbt's manifest, made anew first where the project has changed since.

    Raises:
        WarehouseError: dbt cannot read its project.
        FullDiskError: dbt could not write what it read.

    """
    path, stamp = settings.dbt_target / "manifest.json", settings.dbt_target / "sources.sha256"
    with locking.run_lock(settings.dbt_target):
        wanted = digest(settings)
        if not path.is_file() or not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
            _parse(settings)
            files.write_text(stamp, wanted)
    return path


@contextmanager
def building(settings: Settings) -> Iterator[None]:
    """Remove the last candidate, so that a whole build begins with an empty file, and mark its end.

    Nothing of the last one is needed: every table is built from landing and seeds. What an earlier project
    left in it would be published for ever, or stand in the way of what is built now.
    """
    files.write_text(_unfinished(settings), "The build of the candidate has not ended.\n")
    for path in settings.candidate.parent.glob(f"{settings.candidate.name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    yield
    _unfinished(settings).unlink()


def require_whole(settings: Settings) -> None:
    """Pass where the last build of the candidate came to its end.

    Raises:
        WarehouseError: it broke off, so tables are missing or unchecked.

    """
    if _unfinished(settings).is_file():
        raise WarehouseError(f"{settings.candidate}: its last build broke off; `zhibiao run` builds it anew")


def _unfinished(settings: Settings) -> Path:
    return settings.candidate.with_name("unfinished")


def _parse(settings: Settings) -> None:
    executable = shutil.which("dbt") or "dbt"
    arguments = ["--quiet", "parse", "--project-dir", str(settings.dbt_project)]
    arguments += ["--profiles-dir", str(settings.dbt_project), "--target-path", str(settings.dbt_target)]
    environment = {**os.environ, "ZHIBIAO_HOME": str(settings.home)}
    done = subprocess.run(
        [executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        if tells_full_disk(done.stdout + done.stderr):
            raise FullDiskError(settings.home)
        lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise WarehouseError(f"{settings.dbt_project}: dbt cannot read it: {' '.join(lines[-4:])}")
