"""Publish the candidate, and go back to an earlier release.

What belongs here: the order of the steps. What does not: the steps themselves. The last release is left
untouched until the very last one, the switch.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from orchestration.publishing import build, content, manifest, withdrawn
from orchestration.publishing.errors import GateClosedError, PublishError
from orchestration.publishing.exports import write as exports
from orchestration.publishing.lock import publishing
from orchestration.publishing.manifest import Release
from orchestration.publishing.store import Store, remove, sync
from orchestration.publishing.verify import verify
from orchestration.quality import fingerprint, history, message, page
from orchestration.quality.gate import run_gate
from orchestration.quality.probe import DatabaseError, one_line
from orchestration.quality.result import GateResult
from orchestration.settings import Settings
from orchestration.warehouse import WarehouseError, require_whole

if TYPE_CHECKING:
    from orchestration.publishing.postgres.target import Target


def publish(settings: Settings, *, insist: bool = False) -> Release:
    """Check the candidate and make it the current release.

    The gate is run here, whoever calls; a result of this process for the very same data is used again. A
    candidate whose marts are those of the current release makes no new one (``is_new`` is False). Raises
    GateClosedError where something critical fails, PublishError for everything else that keeps a release from
    being made; in both cases the last release stays as it was and nothing half-made is left.

    Data that somebody went back from (``rollback``) is not published again, and the current release stays,
    unless the caller insists.

    Where a PostgreSQL is set, it is brought to the current release too. Raises TargetError where that fails:
    PostgreSQL is then as it was, while the release is published and is loaded the next time.
    """
    store = Store(settings.published)
    target = _target(settings)
    with _told(settings.published), publishing(settings.published):
        store.sweep()
        require_whole(settings)
        gate = run_gate(settings, reuse=True)
        if not gate.passed:
            raise GateClosedError(gate)
        with build.candidate(settings.candidate) as connection:
            _unchanged(settings.candidate, gate)
            wanted = content.measure(connection, "candidate")
            current = manifest.read(store.current)
            if current is None or _may_replace(current, wanted, store, insist=insist):
                current = _make(connection, store, wanted, gate, settings)
        _load(store, current, target)
        return current


def _may_replace(current: Release, wanted: content.Content, store: Store, *, insist: bool) -> bool:
    """Whether the candidate takes the place of the current release; keeps the record of withdrawals."""
    refused = withdrawn.read(store.folder).contents
    if current.content != wanted.digest and wanted.digest in refused and not insist:
        withdrawn.hold(store.folder)
        return False
    withdrawn.forget(store.folder, wanted.digest)
    return current.content != wanted.digest


def _target(settings: Settings) -> Target | None:
    """Read the address of PostgreSQL first of all: a wrong one is told before any work."""
    if not settings.postgres_url:
        return None
    from orchestration.publishing.postgres import target

    return target.parse(settings.postgres_url)


def _load(store: Store, release: Release, target: Target | None) -> None:
    if target is not None:
        from orchestration.publishing.postgres import load, staging

        load.load(store.path(release.release_id), release, target, extension=staging.extension())


def rollback(settings: Settings, release_id: str | None = None) -> str:
    """Let ``current`` point to ``release_id``, by default to the release before it; the id it points to.

    What was gone back from is not published again by itself, until the warehouse has changed.
    PostgreSQL follows where one is set. Raises PublishError where there is no such release.
    """
    store = Store(settings.published)
    target = _target(settings)
    with _told(settings.published), publishing(settings.published):
        now = store.current_id()
        earlier = [name for name in store.ids() if now is not None and name < now]
        wanted = release_id or (earlier[-1] if earlier else None)
        if wanted is None or wanted not in store.ids():
            kept = ", ".join(store.ids()) or "none"
            raise PublishError(
                f"{store.releases}: no release {wanted or 'before the current one'}; kept: {kept}"
            )
        left, release = manifest.read(store.current), manifest.read(store.path(wanted))
        store.switch(wanted)
        if left is not None and release is not None:
            withdrawn.go_back(store.folder, left.content, release.content)
        if release is not None:
            _load(store, release, target)
        return wanted


def _make(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    wanted: content.Content,
    gate: GateResult,
    settings: Settings,
) -> Release:
    now = datetime.now(UTC)
    release_id = store.free_id(f"{now:%Y%m%dT%H%M%SZ}-{wanted.digest[:8]}")
    building = store.releases / f".building-{release_id}"
    building.mkdir(parents=True)
    try:
        build.build(connection, building, history.read(settings.quality))
        created_at = now.isoformat(timespec="seconds")
        exports.write(building, settings, release_id, created_at)
        page.copy(settings, building)
        release = Release(
            release_id=release_id,
            created_at=created_at,
            content=wanted.digest,
            tables=wanted.rows,
            files=verify(building, wanted),
            reports=_reports(connection),
            gate=_gate(gate),
            code_version=manifest.code_version(),
        )
        _write(building / "release.json", release.to_json())
        database = building / build.DATABASE
        database.chmod(database.stat().st_mode & ~0o222)  # a session that forgets `-readonly` is told so
        building.rename(store.path(release_id))
    finally:
        if building.exists():
            remove(building)
    sync(store.releases)
    store.switch(release_id)
    store.prune()
    return release


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    for one in (path, *(folder for folder in path.parent.iterdir() if folder.is_dir()), path.parent):
        sync(one)


def _unchanged(candidate: Path, gate: GateResult) -> None:
    """Nobody wrote the candidate between the gate and now; from here on our connection forbids it."""
    if fingerprint.sha256(candidate) != gate.database:
        raise PublishError(f"{candidate}: was rebuilt while it was being checked; publish again")


def _reports(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    told = (
        "report_id",
        "report_version",
        "is_current",
        "title",
        "publisher",
        "area_code",
        "reviewed_year",
        "sha256",
    )
    there = [name for name, _, _ in content.columns(connection, "candidate", "dim_report")]
    names = [name for name in told if name in there]
    rows = connection.execute(
        f"select {', '.join(names)} from candidate.marts.dim_report order by all"
    ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def _gate(gate: GateResult) -> dict[str, Any]:
    return {
        "run_id": gate.run_id,
        "checked_at": gate.checked_at,
        "summary": message.summary(gate),
        "warnings": [
            {"check": check.rule.key, "outcome": check.outcome, "rows_failed": check.rows_failed}
            for check in gate.warnings
        ],
    }


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Turn what the disk and the database refuse into one line that names the place and the mend."""
    try:
        yield
    except (DatabaseError, WarehouseError) as error:
        raise PublishError(str(error)) from error
    except OSError as error:
        path = error.filename or place
        raise PublishError(
            f"{path}: {error.strerror or error}; make room or allow writing there, then publish again"
        ) from error
    except duckdb.Error as error:
        raise PublishError(
            f"{place}: {one_line(str(error))}; see to it that the disk has room, then publish again"
        ) from error


__all__ = ["GateClosedError", "PublishError", "Release", "publish", "rollback"]
