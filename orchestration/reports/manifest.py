"""The manifest beside a report: what is known of it that its text need not say.

What belongs here: the record, its strict reader and its writer. What does not: where manifests lie
(:mod:`register`), what can be inferred from a text (:mod:`inference`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import InputError
from orchestration.reports import yamlfile

NAME = "manifest.yml"
FIRST_YEAR = 1949


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report as received; ``number`` counts from 1, the last one is current."""

    number: int
    file: str
    sha256: str
    received: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a report. ``area_code`` is of GB/T 2260 (``CN`` for the nation)."""

    title: str
    publisher: str
    speaker: str | None
    date: dt.date | None
    reviewed_year: int
    planned_year: int | None
    area_code: str
    genre: str
    licence: str
    versions: tuple[Version, ...]

    @property
    def report_id(self) -> str:
        """``<area>-<genre>-<reviewed year>``."""
        return f"{self.area_code}-{self.genre}-{self.reviewed_year}"

    @property
    def current(self) -> Version:
        """The version that counts."""
        return self.versions[-1]


Check = Callable[[object], str | None]


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a text that is not empty"


def _matching(pattern: str, example: str) -> Check:
    def check(value: object) -> str | None:
        fits = isinstance(value, str) and re.fullmatch(pattern, value)
        return None if fits else f"must look like {example} (in quotes)"

    return check


def _year(value: object) -> str | None:
    last = dt.date.today().year + 1
    fits = isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= last
    return None if fits else f"must be a year from {FIRST_YEAR} to {last}, without quotes"


def _date(value: object) -> str | None:
    is_date = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return None if is_date else "must be a date like 2023-02-01, without quotes"


def _versions(value: object) -> str | None:
    return None if isinstance(value, list) and value else "must list at least one version"


_FIELDS: Mapping[str, tuple[bool, Check]] = {
    "title": (True, _text),
    "publisher": (True, _text),
    "speaker": (False, _text),
    "date": (False, _date),
    "reviewed_year": (True, _year),
    "planned_year": (False, _year),
    "area_code": (True, _matching(r"CN|[1-9]\d{5}", '"320281" or "CN"')),
    "genre": (True, _matching(r"[a-z][a-z0-9_-]*", '"education"')),
    "licence": (True, _text),
    "versions": (True, _versions),
}
_VERSION_FIELDS: Mapping[str, tuple[bool, Check]] = {
    "file": (True, _matching(r"[^/\\]+", '"report.txt", a name beside the manifest')),
    "sha256": (True, _matching(r"[0-9a-f]{64}", '"<64 hexadecimal digits>"')),
    "received": (True, _text),
}


def _checked(
    path: Path, prefix: str, raw: object, fields: Mapping[str, tuple[bool, Check]]
) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise InputError(
            path, f"{prefix or 'the file'} must be keys with values", "see docs/adding-a-report.md"
        )
    for key in raw:
        if key not in fields:
            raise InputError(path, f"unknown key {prefix}{key}", f"known are {', '.join(fields)}")
    found: dict[str, object] = {}
    for key, (required, check) in fields.items():
        if raw.get(key) is None:
            if required:
                raise InputError(path, f"key {prefix}{key} is missing", "add it")
            found[key] = None
            continue
        if problem := check(raw[key]):
            raise InputError(path, f"{prefix}{key} {problem}", f"it is {raw[key]!r}")
        found[key] = raw[key]
    return found


def _read_versions(path: Path, raw: list[object]) -> tuple[Version, ...]:
    versions = []
    for number, entry in enumerate(raw, start=1):
        fields = _checked(path, f"versions[{number}].", entry, _VERSION_FIELDS)
        versions.append(Version(number=number, **fields))  # type: ignore[arg-type]
    for key in ("file", "sha256"):
        values = [getattr(version, key) for version in versions]
        if len(set(values)) < len(values):
            raise InputError(path, f"two versions have the same {key}", "keep one of them")
    return tuple(versions)


def parse(path: Path, raw: object) -> Manifest:
    """Check the raw content of a manifest; ``path`` is named in errors.

    Raises:
        InputError: an unknown or missing key or a value of the wrong type, in one line.

    """
    fields = _checked(path, "", raw, _FIELDS)
    versions = _read_versions(path, fields.pop("versions"))  # type: ignore[arg-type]
    manifest = Manifest(versions=versions, **fields)  # type: ignore[arg-type]
    planned = manifest.planned_year
    if planned is not None and planned <= manifest.reviewed_year:
        raise InputError(path, f"planned_year {planned} is not after reviewed_year", "mend one of the two")
    return manifest


def read(path: Path) -> Manifest:
    """Read a manifest file strictly; errors as of :func:`parse`."""
    return parse(path, yamlfile.read(path))


def render(manifest: Manifest) -> str:
    """Write the manifest as YAML that :func:`read` gives back unchanged."""
    fields = {key: getattr(manifest, key) for key in _FIELDS if key != "versions"}
    known = {key: value for key, value in fields.items() if value is not None}
    versions = [{key: getattr(version, key) for key in _VERSION_FIELDS} for version in manifest.versions]
    return yamlfile.render({**known, "versions": versions})
