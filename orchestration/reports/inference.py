"""What a report's text tells of its manifest, each with the evidence for it.

What belongs here: joining what the opening lines, the whole text and the list of areas say; what is given
wins. What does not: writing the manifest (:mod:`adding`).
"""

from __future__ import annotations

import csv
import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from orchestration.errors import InputError
from orchestration.extraction.context import infer_context
from orchestration.extraction.model import ReportContext
from orchestration.reports import areas, opening
from orchestration.reports.areas import Area
from orchestration.reports.opening import Opening
from orchestration.settings import Settings

Value = str | int | dt.date
_HEAD = 100  # characters in which a title stands where no line is one
NATION = frozenset({"全国", "教育部", "国务院", "我国", "国家"})
LICENCE = "Publication of a public body, kept for the facts in it; the words remain its author's."


@dataclass(frozen=True, slots=True)
class Inferred:
    """A manifest field's value and where it comes from."""

    value: Value
    evidence: str


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def genres() -> dict[str, dict[str, str]]:
    """Read the known genres; a variety has the genre it is ``like`` and the word in its titles."""
    return {row["genre"]: row for row in _rows("genres.csv")}


def read_as(genre: str) -> str:
    """Give the genre that a report is read like: a department's communiqué like any statistical one."""
    return genres().get(genre, {}).get("like") or genre


def _is_variety(genre: str) -> bool:
    return read_as(genre) != genre


def _variety(genre: str, head: str) -> tuple[str, str]:
    """Tell publishers of one genre and place apart by the title; gives the genre and the evidence."""
    for row in _rows("genres.csv"):
        if row["like"] == genre and genre and row["title_has"] in head:
            return row["genre"], f"the title says {row['title_has']}"
    return genre, "the words of the opening"


def _area(settings: Settings, context: ReportContext, first: Opening, text: str) -> tuple[Area, str] | None:
    for phrase, place in ((first.publisher, "publisher"), (first.title, "title")):
        if phrase and (area := areas.named_in(settings, phrase)):
            return area, f"the {place} {phrase}"
    for name in context.own_names:
        if area := areas.find(settings, "CN" if name in NATION else name):
            return area, f"the text speaks of {name}"
    words = f"{first.title or ''} {first.publisher or ''}"
    if named := next((word for word in sorted(NATION) if word in words), None):
        return areas.load(settings)["CN"], f"the opening says {named}"
    if (most := areas.most_named(settings, text, _levels(context))) is not None:
        return most, f"the text names {most.short_name or most.name} far more than any other place"
    return None


def _levels(context: ReportContext) -> tuple[str, ...]:
    """Tell from words like 全市 or 我县 of what level the report's own territory is."""
    ends = {name[1:] for name in context.own_names if len(name) == 2 and name[0] in "全我本"}
    if "省" in ends:
        return ("province",)
    return ("prefecture", "county") if ends & {"市", "县", "州"} else areas.LEVELS


@dataclass(frozen=True, slots=True)
class _Needed:
    """A field that must be there: what it is called, and how a person gives it."""

    key: str
    what: str
    option: str


def _needed() -> tuple[_Needed, ...]:
    return (
        _Needed(
            "genre", "the genre", f"--genre {'|'.join(name for name in genres() if not _is_variety(name))}"
        ),
        _Needed("reviewed_year", "the reviewed year", "--year 2022"),
        _Needed("area_code", "the area", "--area 320281"),
    )


def _ask_for_missing(name: str, found: Mapping[str, Inferred]) -> None:
    """Ask in one line for everything that is neither given nor in the text."""
    missing = [one for one in _needed() if one.key not in found]
    if missing:
        *before, last = (one.what for one in missing)
        what = f"{', '.join(before)} and {last}" if before else last
        options, keys = " ".join(one.option for one in missing), ", ".join(one.key for one in missing)
        mend = f"give {options}, or {keys} in {Path(name).name}.yml beside a file in the inbox"
        raise InputError(name, f"{what} cannot be inferred", mend)


def infer(
    settings: Settings, name: str, text: str, given: Mapping[str, Value], given_by: str = "given"
) -> dict[str, Inferred]:
    """Infer every field of the manifest; ``given`` values win, ``name`` stands in errors.

    Raises:
        InputError: fields that must be there are neither given nor in the text, all in one line.

    """
    years = {key: int(given[key]) for key in ("reviewed_year", "planned_year") if key in given}  # type: ignore[arg-type]
    context = infer_context(text, genre=read_as(str(given.get("genre", ""))), **years)  # type: ignore[arg-type]
    first = opening.read(text)
    found: dict[str, Inferred] = {key: Inferred(value, given_by) for key, value in given.items()}

    def take(key: str, value: Value | None, evidence: str) -> None:
        if value is not None and value != "":
            found.setdefault(key, Inferred(value, evidence))

    if (own := str(given.get("genre", ""))) and own not in genres():
        like = difflib.get_close_matches(own, genres(), n=1)
        found["genre"] = Inferred(own, f"{given_by}; a new genre{f', not {like[0]}' if like else ''}")
    if context.genre != "other":
        take("genre", *_variety(context.genre, first.title or text[:_HEAD]))
    take("reviewed_year", context.reviewed_year, "title, headings and date")
    take("planned_year", context.planned_year, "the year after the reviewed one")
    if "area_code" not in given and (area := _area(settings, context, first, text)) is not None:
        take("area_code", area[0].code, area[1])
    _ask_for_missing(name, found)
    take("title", first.title, "the first lines")
    take("speaker", first.speaker, "a name alone on its line")
    take("date", first.date, "the date in the opening")
    take("publisher", first.publisher, "a line of the opening")
    take("publisher", opening.publisher_in_title(first.title or ""), "the title begins with it")
    _take_usual(settings, found)
    take("licence", LICENCE, "what holds for public bodies")
    return found


def _usual_publisher(genre: str, area: Area | None, title: str) -> str:
    """Find who publishes such a report there, by the first row that fits."""
    for row in _rows("publishers.csv"):
        fits = row["genre"] in ("", genre) and row["title_has"] in title
        fits = fits and (area.name if area else "").endswith(tuple(row["area_ends"].split()) or "")
        if fits and (row["nation"] == "yes") == (area is None or area.code == "CN"):
            return row["publisher"].format(area=area.name if area else "")
    return area.name if area else "unknown"


def _take_usual(settings: Settings, found: dict[str, Inferred]) -> None:
    """Fill in publisher and title from area and genre where the text has none."""
    area = areas.load(settings).get(str(found["area_code"].value))
    genre = str(found["genre"].value)
    kind = genres().get(genre, genres()["other"])
    year = found[kind["titled_by"]] if kind["titled_by"] in found else found["reviewed_year"]
    title = f"{year.value}年{area.name if area else ''}{kind['name_zh']}"
    found.setdefault("title", Inferred(title, "year, area and genre, for the text begins without one"))
    publisher = _usual_publisher(genre, area, str(found["title"].value))
    found.setdefault("publisher", Inferred(publisher, "the usual publisher of this genre there"))


def places(settings: Settings, words: Iterable[str]) -> list[str]:
    """Give codes and names of all areas called so, for an error that asks which one is meant."""
    wanted = set(words)
    return [
        f"{area.code} {area.name}"
        for area in areas.load(settings).values()
        if wanted & {area.name, area.short_name} and area.is_valid
    ]
