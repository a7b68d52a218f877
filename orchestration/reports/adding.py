"""Registering a report: its bytes and a manifest, under the user's own register.

What belongs here: what a new file is (known, new, another version) and writing it. What does not: inferring
the manifest's fields (:mod:`inference`), reading inbox or command line.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """What became of a report: ``is_new`` is false where its bytes or its very text were known before.

    ``version`` is the one with these bytes or this text, ``current`` the one that counts.
    """

    report_id: str
    version: int
    is_new: bool
    folder: Path
    fields: Mapping[str, Inferred]
    same_text: bool = False
    current: int = 0


def _alike(left: str, right: str) -> float:
    """Give the share of the shorter text's pieces that the other has too."""
    pieces = [
        {text[at : at + _SHINGLE] for at in range(max(len(text) - _SHINGLE, 1))} for text in (left, right)
    ]
    return len(pieces[0] & pieces[1]) / max(min(map(len, pieces)), 1)


def _versions_before(settings: Settings, report_id: str, text: str, name: str) -> tuple[Report, bool] | None:
    """Find the registered report of this id, and whether its current version says the very same.

    Raises:
        InputError: it is quite another report; two would share one id.

    """
    earlier = next((one for one in register.load(settings) if one.report_id == report_id), None)
    if earlier is None:
        return None
    current = earlier.manifest.current
    old = readers.read(str(earlier.path(current)), earlier.data(current)).text
    if old != text and _alike(old, text) < _SAME_REPORT:
        other = f"{earlier.manifest.title}, {earlier.manifest.publisher}"
        what = f"{report_id} is registered already with quite another text ({other})"
        raise InputError(name, what, "give another --genre (a new word makes one), --area or --year")
    return earlier, old == text


def _file_name(number: int, suffix: str) -> str:
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
    settings: Settings, name: str, text: str, given: Mapping[str, Value], *, area: str | None, given_by: str
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
    return inference.infer(settings, name, text, given, given_by)


def add(
    settings: Settings,
    path: Path,
    *,
    received: str,
    given: Mapping[str, Value] | None = None,
    area: str | None = None,
) -> Added:
    """Register a file as :func:`add_data` does.

    Raises:
        InputError: the file is unreadable, or fields can neither be inferred nor are given, in one line.

    """
    return add_data(settings, str(path), read_file(path), received=received, given=given, area=area)


def read_file(path: Path) -> bytes:
    """Read a file that a user named; an error of the system becomes one line."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "check the path") from error


def add_data(
    settings: Settings,
    name: str,
    data: bytes,
    *,
    received: str,
    given: Mapping[str, Value] | None = None,
    area: str | None = None,
    given_by: str = "given",
) -> Added:
    """Register a report; ``given`` fields and ``area`` (code or name) win over what the text says.

    The same bytes again change nothing, nor do other bytes with the very same text; another text of the same
    report becomes its next version. ``name`` stands in errors, ``given_by`` is the evidence of what is given.

    Raises:
        InputError: it is unreadable, or fields can neither be inferred nor are given, in one line.

    """
    digest = files.sha256(data)
    if found := register.find_by_hash(settings, digest):
        report, version = found
        current = report.manifest.current.number
        return Added(report.report_id, version.number, False, report.folder, fields={}, current=current)
    text, suffix = readers.read(name, data).text, readers.suffix(name, data)
    fields = _fields(settings, name, text, given or {}, area=area, given_by=given_by)
    folder = settings.reports[1].joinpath(
        str(fields["area_code"].value), str(fields["genre"].value), str(fields["reviewed_year"].value)
    )
    told = _manifest(fields, (Version(1, _file_name(1, suffix), digest, received),), Path(name))
    if (before := _versions_before(settings, told.report_id, text, name)) is not None:
        earlier, is_same = before
        number = len(earlier.manifest.versions) + 1
        if is_same:
            return Added(
                told.report_id,
                number - 1,
                False,
                earlier.folder,
                fields={},
                same_text=True,
                current=number - 1,
            )
        version = Version(number, _file_name(number, suffix), digest, received)
        fields = _as_before(earlier, fields, given or {}, area)
        told = _manifest(fields, (*earlier.manifest.versions, version), Path(name))
        _carry(earlier, folder)
    files.write_bytes(folder / told.current.file, data)
    files.write_text(folder / manifest.NAME, manifest.render(told))
    number = told.current.number
    return Added(told.report_id, number, is_new=True, folder=folder, fields=fields, current=number)


def _as_before(
    earlier: Report, fields: dict[str, Inferred], given: Mapping[str, Value], area: str | None
) -> dict[str, Inferred]:
    """Keep what the manifest says, for a person may have mended it; only what is given now wins."""
    fixed = {*given, *(["area_code"] if area is not None else [])}
    kept = {key: getattr(earlier.manifest, key) for key in fields if key not in fixed}
    evidence = f"as in version {earlier.manifest.current.number}"
    return fields | {key: Inferred(value, evidence) for key, value in kept.items() if value is not None}


def _carry(earlier: Report, folder: Path) -> None:
    """Copy a report's earlier versions into the user's register, where they lie in the project's."""
    for version in earlier.manifest.versions:
        if earlier.folder != folder:
            files.write_bytes(folder / version.file, earlier.data(version))
