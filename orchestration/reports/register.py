"""The register: which reports there are, from the project's own folder and the user's.

What belongs here: finding manifests in ``<area>/<genre>/<year>/`` and verifying that folder, manifest and
files agree. What does not: copying (:mod:`snapshots`), adding (:mod:`adding`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from orchestration import files
from orchestration.errors import InputError
from orchestration.reports import areas
from orchestration.reports import manifest as manifests
from orchestration.reports.manifest import Manifest, Version
from orchestration.settings import Settings


@dataclass(frozen=True, slots=True)
class Report:
    """A registered report: its folder and its manifest."""

    folder: Path
    manifest: Manifest

    @property
    def report_id(self) -> str:
        """``<area>-<genre>-<reviewed year>``."""
        return self.manifest.report_id

    def path(self, version: Version) -> Path:
        """Where a version lies."""
        return self.folder / version.file

    def data(self, version: Version) -> bytes:
        """Read the bytes of a version as received, verified against the manifest.

        Raises:
            InputError: the file is missing or is not the one the manifest names.

        """
        path = self.path(version)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(path, f"cannot be read ({error.strerror})", "put it back") from error
        if (found := files.sha256(data)) != version.sha256:
            place = f"versions[{version.number}].sha256"
            raise InputError(
                self.folder / manifests.NAME,
                f"{place} is {version.sha256[:12]}…, but {version.file} has {found[:12]}…",
                f"put the received file back, or `zhibiao add {path}` for a new version",
            )
        return data


def _read(folder: Path, root: Path) -> Report:
    path = folder / manifests.NAME
    report = Report(folder, manifests.read(path))
    told = report.manifest
    place = "/".join((told.area_code, told.genre, str(told.reviewed_year)))
    if folder.relative_to(root).as_posix() != place:
        raise InputError(path, f"area_code, genre and reviewed_year say {place}", "move the folder there")
    return report


def load(settings: Settings) -> tuple[Report, ...]:
    """Read all registered reports, by reviewed year and id; a user's wins over one of the project.

    Raises:
        InputError: the folder of the project's own reports is not there, the first manifest that is wrong, or
            a folder whose place contradicts it.

    """
    if not settings.reports[0].is_dir():
        mend = "ZHIBIAO_SEED_REPORTS names the folder of the reports that come with the project"
        raise InputError(settings.reports[0], "is no folder", f"{mend}: mend it, or unset it")
    found: dict[str, Report] = {}
    for root in settings.reports:
        for path in sorted(root.glob(f"*/*/*/{manifests.NAME}")):
            report = _read(path.parent, root)
            found[report.report_id] = report
    return tuple(sorted(found.values(), key=lambda report: (report.manifest.reviewed_year, report.report_id)))


def verify(reports: Iterable[Report], settings: Settings) -> None:
    """Check what shows only with all reports side by side, before any of them is read.

    Raises:
        InputError: a file without a manifest, a territory that no list of areas has, or bytes that are
            registered twice: a figure belongs to one report.

    """
    known, owners = areas.load(settings), dict[str, Report]()
    for root in settings.reports:
        for path in sorted(root.glob("*/*/*/*")):
            if path.is_file() and path.name[0] not in ".~" and not (path.parent / manifests.NAME).is_file():
                mend = f"`zhibiao add` it from another folder, and remove {path.parent}"
                raise InputError(path, f"lies in the register without {manifests.NAME}", mend)
    for report in reports:
        place = report.folder / manifests.NAME
        if report.manifest.area_code not in known:
            what = f"area_code {report.manifest.area_code!r} is in no areas.csv"
            raise InputError(place, what, f"mend it, or add the area to {settings.reference[1] / areas.NAME}")
        for version in report.manifest.versions:
            other = owners.setdefault(version.sha256, report)
            if other is not report:
                what = f"{version.file} is registered as {other.report_id} already"
                raise InputError(place, what, f"remove {report.folder} or {other.folder}")


def find_by_hash(settings: Settings, sha256: str) -> tuple[Report, Version] | None:
    """Find the registered report and version with these bytes."""
    for report in load(settings):
        for version in report.manifest.versions:
            if version.sha256 == sha256:
                return report, version
    return None
