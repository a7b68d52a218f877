"""The register of sources: who publishes which reports, where, and since when.

What belongs here: reading it, the user's rows over those of the project, and which years are missing. What
does not: getting reports (:mod:`fetching`).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import InputError
from orchestration.reports import areas
from orchestration.reports.manifest import FIRST_YEAR
from orchestration.reports.register import Report
from orchestration.settings import Settings

SOURCES, ADDRESSES = "sources.csv", "source_addresses.csv"
_RECENT, _GRACE, _HALF_A_YEAR = 5, dt.timedelta(days=31), dt.timedelta(days=181)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the report of one year lies, and the day it was published, where that is known."""

    url: str
    published_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's yearly report. ``pattern`` finds its title on the listing page.

    A group ``(?P<year>…)`` in the pattern is the reviewed year; without it the text has to tell.
    """

    source_id: str
    publisher: str
    area_code: str
    genre: str
    listing_url: str
    pattern: re.Pattern[str]
    first_year: int
    note: str
    addresses: dict[int, Address]

    def loaded(self, reports: Iterable[Report]) -> frozenset[int]:
        """Give the reviewed years that are registered of this source."""
        own = (one.manifest for one in reports)
        return frozenset(
            told.reviewed_year for told in own if (told.area_code, told.genre) == (self.area_code, self.genre)
        )

    def missing(self, reports: Iterable[Report], today: dt.date | None = None) -> list[int]:
        """Give the years from the first to the last full one that are not registered."""
        last = (today or dt.date.today()).year - 1
        have = self.loaded(reports)
        return [year for year in range(self.first_year, last + 1) if year not in have]

    def due(self, year: int, reports: Iterable[Report]) -> dt.date:
        """Give the day by which the report of a year is there as a rule.

        That is a month after the latest day of the last few years known: by their addresses, or by the dates
        of registered reports; half a year after the year's end where none is known.
        """
        days = {one: known.published_on for one, known in self.addresses.items() if known.published_on}
        for told in (one.manifest for one in reports):
            if (told.area_code, told.genre) == (self.area_code, self.genre) and told.date is not None:
                days.setdefault(told.reviewed_year, told.date)
        known = [days[one] - _end(one) for one in sorted(days) if one != year and days[one] > _end(one)]
        return _end(year) + (max(known[-_RECENT:]) + _GRACE if known else _HALF_A_YEAR)

    def late(self, reports: Iterable[Report], today: dt.date | None = None) -> list[int]:
        """Give the years after the first registered one whose report should be there by now and is not.

        A source of which nothing was ever registered is not in use: nothing of it is expected.
        """
        reports, now = list(reports), today or dt.date.today()
        first = min(self.loaded(reports), default=now.year)
        missing = (year for year in self.missing(reports, now) if year > first)
        return [year for year in missing if self.due(year, reports) < now]


def _end(year: int) -> dt.date:
    return dt.date(year, 12, 31)


def _rows(settings: Settings, name: str) -> Iterator[tuple[Path, int, dict[str, str]]]:
    """Give file, line and cells of every row, the project's first."""
    for folder in settings.reference:
        path = folder / name
        if not path.is_file():
            continue
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(path, "is not UTF-8", "save it as UTF-8 CSV") from error
        reader = csv.DictReader(io.StringIO(text, newline=""))
        for row in reader:
            yield path, reader.line_num, {key: (value or "").strip() for key, value in row.items() if key}


def _addresses(settings: Settings) -> dict[str, dict[int, Address]]:
    found: dict[str, dict[int, Address]] = {}
    for path, line, row in _rows(settings, ADDRESSES):
        try:
            year = int(row.get("reviewed_year", ""))
            day = dt.date.fromisoformat(row["published_on"]) if row.get("published_on") else None
        except ValueError as error:
            raise InputError(
                path, f"line {line}: a year or date is wrong", "write 2024 and 2025-06-11"
            ) from error
        url = _web_address(path, line, row.get("url", ""))
        found.setdefault(row.get("source_id", ""), {})[year] = Address(url, day)
    return found


def _web_address(path: Path, line: int, url: str) -> str:
    if not re.match(r"https?://[^\s/]+", url):
        raise InputError(path, f"line {line}: {url!r} is no web address", "begin it with https://")
    return url


def _source(path: Path, line: int, row: dict[str, str], addresses: dict[int, Address]) -> Source:
    try:
        pattern, first = re.compile(row["title_pattern"]), int(row["first_year"])
    except (re.error, ValueError) as error:
        mend = f"title_pattern is a regular expression, first_year a year from {FIRST_YEAR}"
        raise InputError(path, f"line {line}: {' '.join(str(error).split())}", mend) from error
    listing = row.get("listing_url", "")
    return Source(
        source_id=row["source_id"],
        publisher=row["publisher"],
        area_code=row["area_code"],
        genre=row["genre"],
        listing_url=_web_address(path, line, listing) if listing else "",
        pattern=pattern,
        first_year=first,
        note=row.get("note", ""),
        addresses=addresses,
    )


def load(settings: Settings) -> tuple[Source, ...]:
    """Read all sources, by id; a user's row replaces that of the project as a whole.

    Raises:
        InputError: a row that is wrong, with file and line.

    """
    addresses, known = _addresses(settings), areas.load(settings)
    found: dict[str, Source] = {}
    for path, line, row in _rows(settings, SOURCES):
        needed = ("source_id", "publisher", "area_code", "genre", "title_pattern", "first_year")
        if empty := [name for name in needed if not row.get(name)]:
            raise InputError(path, f"line {line}: {', '.join(empty)} is empty", "fill it in")
        if row["area_code"] not in known:
            raise InputError(path, f"line {line}: the area {row['area_code']} is not known", "see areas.csv")
        found[row["source_id"]] = _source(path, line, row, addresses.get(row["source_id"], {}))
    return tuple(found[name] for name in sorted(found))


def spans(years: Iterable[int]) -> str:
    """Write years shortly: 1998–2001, 2003."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
