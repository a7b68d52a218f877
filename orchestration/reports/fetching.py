"""Looking for new reports at their sources, and registering what is found.

What belongs here: which addresses are looked at and what becomes of each. What does not: the register of
sources (:mod:`sources`), the network (``orchestration.reports.web``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from orchestration.errors import InputError
from orchestration.reports import adding, readers, received, register
from orchestration.reports.adding import Added
from orchestration.reports.inference import Value
from orchestration.reports.register import Report
from orchestration.reports.sources import Source
from orchestration.reports.web import listing, records
from orchestration.reports.web.client import Client
from orchestration.reports.web.listing import Link
from orchestration.settings import Settings

_PAGES, _FEWEST_FIGURES, _MOST_LINKS = 6, 10, 20
_YEAR = re.compile(r"(?:19|20)\d\d")
_FETCHED = re.compile(r"fetched from (\S+)(?: \(by (\S+)\))? on ")
_DIGITS = re.compile(r"[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one address: ``added``, or ``error`` says why nothing.

    Of a listing page on which nothing new was found ``note`` says what was looked at.
    """

    source_id: str
    address: str
    year: int | None
    added: Added | None = None
    error: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """An address to look at; ``year`` is the reviewed year where it is known before reading."""

    address: str
    year: int | None


def _register(settings: Settings, client: Client, source: Source, place: _Place) -> Looked:
    """Get one address and register what it holds, with the source's fields given."""
    told = Looked(source.source_id, place.address, place.year)
    got = None
    try:
        got = received.get(settings, client, place.address)
        _demand_report(place.address, readers.read(place.address, got.data).text)
        given: dict[str, Value] = {"publisher": source.publisher, "area_code": source.area_code}
        given["genre"] = source.genre
        known = source.addresses.get(place.year or 0)
        if place.year is not None:
            given["reviewed_year"] = place.year
        if known is not None and known.published_on is not None:
            given["date"] = known.published_on
        by = f"the register of sources, {source.source_id}"
        name = place.address
        added = adding.add_data(settings, name, got.data, received=got.how, given=given, given_by=by)
    except InputError as error:
        if got is not None:
            received.remember(settings, got, note=str(error))
        return Looked(told.source_id, told.address, told.year, error=str(error))
    received.remember(settings, got, report_id=added.report_id)
    return Looked(told.source_id, told.address, told.year, added)


def _demand_report(address: str, text: str) -> None:
    """Refuse pages that say politely that there is nothing."""
    if len(_DIGITS.findall(text)) < _FEWEST_FIGURES:
        what = f"holds fewer than {_FEWEST_FIGURES} figures: no report, it seems"
        raise InputError(address, what, "look at it; `zhibiao add` takes it all the same")


def _addresses(source: Source, reports: Collection[Report]) -> dict[int, str]:
    """Give the address of each year that has one: where its report was found, or what the register says."""
    found: dict[int, str] = {}
    for told in (one.manifest for one in reports):
        came = _FETCHED.match(told.current.received)
        if came and (told.area_code, told.genre) == (source.area_code, source.genre):
            found[told.reviewed_year] = came[2] or came[1]
    return found | {year: known.url for year, known in source.addresses.items()}


def _known(
    addresses: dict[int, str], missing: Collection[int], loaded: Collection[int], *, again: bool
) -> list[_Place]:
    """Give the addresses known beforehand: of missing years, and of the newest loaded one (or of all)."""
    newest = max((year for year in loaded if year in addresses), default=None)
    wanted = {year for year in addresses if again or year in missing or year == newest}
    return [_Place(addresses[year], year) for year in sorted(wanted)]


def _year_of(source: Source, link: Link, missing: Collection[int]) -> tuple[bool, int | None]:
    """Tell whether a link is wanted, and the reviewed year where the pattern names it."""
    found = source.pattern.search(link.title)
    if found is None:
        return False, None
    if "year" in source.pattern.groupindex:
        year = int(found["year"])
        return year in missing, year
    # the title may name the year of the meeting, which is the one after the year it reviews
    named = {int(year) for year in _YEAR.findall(link.title)}
    return not named or bool(named & {*missing, *(year + 1 for year in missing)}), None


def _on_listing(
    settings: Settings, client: Client, source: Source, missing: Collection[int]
) -> tuple[list[_Place], str]:
    """Find the reports of missing years on the listing page and those that follow it; and say what was read.

    Raises:
        FetchError: the listing page cannot be had.

    """
    found: dict[str, _Place] = {}
    address, left = source.listing_url, set(missing)
    seen: set[str] = set()
    links = fitting = 0
    while address and address not in seen and len(seen) < _PAGES and left and len(found) < _MOST_LINKS:
        seen.add(address)
        page = client.get(address)
        read = listing.read(page.data, page.final_address)
        for link in read.links:
            is_wanted, year = _year_of(source, link, left)
            links += 1
            fitting += bool(source.pattern.search(link.title))
            before = records.read(settings, link.address)
            was_in_vain = before is not None and year is None
            if is_wanted and link.address not in found and not was_in_vain:
                found[link.address] = _Place(link.address, year)
                left -= {year} if year is not None else set()
        address = read.next_page
    return list(found.values())[:_MOST_LINKS], _told(len(seen), links, fitting)


def _told(pages: int, links: int, fitting: int) -> str:
    """Say in words what was read of a listing."""
    if not links:
        mend = "give addresses in source_addresses.csv, or save the report by hand and `zhibiao add` it"
        return f"the listing shows no links: a script writes them, it seems, and none is run; {mend}"
    read = f"{links} links on {pages} page{'s' if pages > 1 else ''}"
    if not fitting:
        return f"none of {read} has a title that fits title_pattern"
    return f"{fitting} of {read} fit title_pattern, none of a year that is missing and new"


def look(settings: Settings, client: Client, source: Source, *, again: bool = False) -> Iterator[Looked]:
    """Look for the missing years of a source, and whether its newest report changed; oldest year first.

    With ``again`` every known address is asked whether it changed. A failure at one address does not keep
    the others from being looked at.

    Raises:
        InputError: the register of reports is wrong.

    """
    reports = register.load(settings)
    missing, loaded = source.missing(reports), source.loaded(reports)
    for place in _known(_addresses(source, reports), missing, loaded, again=again):
        yield _register(settings, client, source, place)
    rest = [year for year in missing if year not in source.addresses]
    if not rest or not source.listing_url:
        return
    try:
        places, told = _on_listing(settings, client, source, rest)
    except InputError as error:
        yield Looked(source.source_id, source.listing_url, None, error=str(error))
        return
    for place in places:
        yield _register(settings, client, source, place)
    if not places:
        yield Looked(source.source_id, source.listing_url, None, note=told)
