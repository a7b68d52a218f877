"""The inbox: files dropped there are registered, or put aside with the reason why.

What belongs here: which files are whole, their sidecars, and what becomes of them. What does not: what
registering means (:mod:`adding`), when to look (``orchestration.defs.automation``).
"""

from __future__ import annotations

import datetime as dt
import os
import time
from dataclasses import dataclass
from pathlib import Path

from orchestration import files
from orchestration.errors import InputError
from orchestration.reports import adding, deliveries, yamlfile
from orchestration.reports.adding import Added
from orchestration.reports.deliveries import Part
from orchestration.reports.inference import Value
from orchestration.settings import Settings

SETTLED_SECONDS = 2.0
REJECTED = "rejected"
_SIDECARS = (".yml", ".yaml")
_GIVEN = {
    "title": str,
    "publisher": str,
    "speaker": str,
    "date": dt.date,
    "reviewed_year": int,
    "planned_year": int,
    "area": str,
    "area_code": str,
    "genre": str,
    "licence": str,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file of the inbox: either ``added``, or ``error`` says why it was put aside."""

    name: str
    added: Added | None
    error: str = ""


def _is_whole(path: Path, now: float, settled: float) -> bool:
    """Whether nobody has written to the file for a while; files being copied keep changing."""
    try:
        return now - path.stat().st_mtime >= settled or now < path.stat().st_mtime
    except FileNotFoundError:
        return False


def waiting(settings: Settings, *, settled: float = SETTLED_SECONDS) -> list[Path]:
    """List the files that are there and whole, in order; hidden, temporary and sidecar files are none."""
    now = time.time()
    found = [path for path in sorted(settings.inbox.glob("*")) if path.is_file()]
    sizes = {path: path.stat().st_size for path in found}
    return [
        path
        for path in found
        if path.suffix not in (*_SIDECARS, ".part", ".tmp", ".crdownload")
        and not path.name.startswith((".", "~"))
        and _is_whole(path, now, settled)
        and path.stat().st_size == sizes[path]
    ]


def _sidecar(path: Path) -> Path | None:
    names = (f"{name}{ending}" for name in (path.name, path.stem) for ending in _SIDECARS)
    fitting = [name for name in names if len(os.fsencode(name)) <= files.LONGEST_NAME]
    return next((path.with_name(name) for name in fitting if path.with_name(name).is_file()), None)


def _given(sidecar: Path | None) -> dict[str, Value]:
    if sidecar is None:
        return {}
    raw = yamlfile.read(sidecar)
    if not isinstance(raw, dict):
        raise InputError(sidecar, "must be keys with values", f"known are {', '.join(_GIVEN)}")
    for key, value in raw.items():
        if key not in _GIVEN:
            raise InputError(sidecar, f"unknown key {key}", f"known are {', '.join(_GIVEN)}")
        if not isinstance(value, _GIVEN[key]) or isinstance(value, bool):
            raise InputError(sidecar, f"{key} must be {_GIVEN[key].__name__}", f"it is {value!r}")
    return raw


def _reject(settings: Settings, path: Path, sidecar: Path | None, error: InputError) -> str:
    folder = settings.inbox / REJECTED
    folder.mkdir(parents=True, exist_ok=True)
    for file in (path, sidecar):
        if file is not None and file.is_file():
            file.replace(folder / file.name)
    return _tell(folder, path.name, error)


def _tell(folder: Path, name: str, error: InputError) -> str:
    line = str(error)
    files.write_text(folder / files.fitting(files.readable(name), ".error.txt"), line + "\n")
    return line


def take(settings: Settings, *, settled: float = SETTLED_SECONDS) -> list[Taken]:
    """Register every whole file of the inbox and remove it there; what cannot be goes to ``rejected/``.

    Beside a rejected file lies ``<name>.error.txt`` with the reason in one line.
    """
    settings.inbox.mkdir(parents=True, exist_ok=True)
    taken = []
    for path in waiting(settings, settled=settled):
        sidecar, place = _sidecar(path), files.readable(str(path))
        try:
            given, parts = _given(sidecar), deliveries.parts(place, adding.read_file(path))
        except InputError as error:
            taken.append(Taken(Path(place).name, None, _reject(settings, path, sidecar, error)))
            continue
        results = [_take(settings, place, part, given) for part in parts]
        if len(parts) == 1 and isinstance(results[0], InputError):
            taken.append(Taken(Path(place).name, None, _reject(settings, path, sidecar, results[0])))
            continue
        for part, result in zip(parts, results, strict=True):
            if isinstance(result, InputError):
                taken.append(Taken(part.file, None, _reject_part(settings, part, result)))
            else:
                taken.append(Taken(part.file, result))
        path.unlink()
        if sidecar is not None:
            sidecar.unlink()
    return taken


def _take(settings: Settings, place: str, part: Part, given: dict[str, Value]) -> Added | InputError:
    member = "" if part.name == place else f" ({part.file} in it)"
    received = f"dropped into the inbox as {Path(place).name}{member} on {dt.date.today().isoformat()}"
    fields = {key: value for key, value in given.items() if key != "area"}
    area = str(given["area"]) if "area" in given else None
    try:
        return adding.add_data(settings, part.name, part.data, received=received, given=fields, area=area)
    except InputError as error:
        return error


def _reject_part(settings: Settings, part: Part, error: InputError) -> str:
    """Put one file of a zip aside; the others of it are taken."""
    folder = settings.inbox / REJECTED
    files.write_bytes(folder / files.fitting(part.file), part.data)
    return _tell(folder, part.file, error)
