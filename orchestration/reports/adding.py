"""Registering a report: its bytes and a manifest, under the user's own register.

What belongs here: what a new file is (known, new, another version) and writing it. What does not: inferring
the manifest's fields (:mod:`inference`), reading inbox or command line.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from orchestration import files
from orchestration.errors import InputError
from orchestration.reports import areas, inference, manifest, readers, register
from orchestration.reports.inference import Inferred, Value
from orchestration.reports.manifest import Manifest, Version
from orchestration.reports.register import Report
from orchestration.settings import Settings

_SHINGLE, _SAME_REPORT = 12, 0.5


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: ``is_new`` is false where its bytes were registered already."""

    report_id: str
    version: int
    is_new: bool
    folder: Path
    fields: Mapping[str, Inferred]


def _alike(left: str, right: str) -> float:
    """Give the share of the shorter text's pieces that the other has too."""
    pieces = [
        {text[at : at + _SHINGLE] for at in range(max(len(text) - _SHINGLE, 1))} for text in (left, right)
    ]
    return len(pieces[0] & pieces[1]) / max(min(map(len, pieces)), 1)


def _versions_before(settings: Settings, report_id: str, text: str, name: str) -> Report | None:
    """Find the registered report of this id; it must be the same report, else two would share one id."""
    earlier = next((one for one in register.load(settings) if one.report_id == report_id), None)
    if earlier is None:
        return None
    current = earlier.manifest.current
    old = readers.read(str(earlier.path(current)), earlier.data(current)).text
    if _alike(old, text) < _SAME_REPORT:
        what = f"{report_id} is registered already with quite another text ({earlier.manifest.title})"
        raise InputError(name, what, "give another --genre, --area or --year")
    return earlier


def _file_name(number: int, name: str) -> str:
    suffix = PurePath(name).suffix.lower() or ".txt"
    return f"report{suffix}" if number == 1 else f"report.v{number}{suffix}"


def _manifest(fields: Mapping[str, Inferred], versions: tuple[Version, ...], path: Path) -> Manifest:
    """Build the manifest through the strict parser, so that what is written can be read."""
    raw: dict[str, object] = {key: found.value for key, found in fields.items()}
    raw["versions"] = [
        {key: value for key, value in dataclasses.asdict(version).items() if key != "number"}
        for version in versions
    ]
    return manifest.parse(path, raw)


def _fields(
    settings: Settings, name: str, text: str, given: Mapping[str, Value], area: str | None
) -> dict[str, Inferred]:
    known = areas.load(settings)
    if area is not None:
        if (found := areas.find(settings, area)) is None:
            several = ", ".join(inference.places(settings, [area])[:5])
            mend = f"it may be {several}: give the code" if several else "give a code of GB/T 2260, or CN"
            raise InputError(name, f"the area {area!r} is not known", mend)
        given = {**given, "area_code": found.code}
    elif str(given.get("area_code", "CN")) not in known:
        raise InputError(
            name, f"the area {given['area_code']} is not known", "give a code of GB/T 2260, or CN"
        )
    return inference.infer(settings, name, text, given)


def add(
    settings: Settings,
    path: Path,
    *,
    received: str,
    given: Mapping[str, Value] | None = None,
    area: str | None = None,
) -> Added:
    """Register a file; ``given`` fields and ``area`` (code or name) win over what the text says.

    The same bytes again change nothing; other bytes of the same report become its next version.

    Raises:
        InputError: the file is unreadable, or a field can neither be inferred nor is given, in one line.

    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "check the path") from error
    digest = files.sha256(data)
    if found := register.find_by_hash(settings, digest):
        report, version = found
        return Added(report.report_id, version.number, is_new=False, folder=report.folder, fields={})
    text = readers.read(str(path), data).text
    fields = _fields(settings, str(path), text, given or {}, area)
    folder = settings.reports[1].joinpath(
        str(fields["area_code"].value), str(fields["genre"].value), str(fields["reviewed_year"].value)
    )
    told = _manifest(fields, (Version(1, _file_name(1, path.name), digest, received),), path)
    earlier = _versions_before(settings, told.report_id, text, str(path))
    if earlier is not None:
        number = len(earlier.manifest.versions) + 1
        version = Version(number, _file_name(number, path.name), digest, received)
        told = dataclasses.replace(told, versions=(*earlier.manifest.versions, version))
        _carry(earlier, folder)
    files.write_bytes(folder / told.current.file, data)
    files.write_text(folder / manifest.NAME, manifest.render(told))
    return Added(told.report_id, told.current.number, is_new=True, folder=folder, fields=fields)


def _carry(earlier: Report, folder: Path) -> None:
    """Copy a report's earlier versions into the user's register, where they lie in the project's."""
    for version in earlier.manifest.versions:
        if earlier.folder != folder:
            files.write_bytes(folder / version.file, earlier.data(version))
