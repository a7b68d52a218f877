"""Counties, districts, towns and cities that open a clause and whose figures it tells.

What belongs here: telling that words name one place, with 市, 县, 区, 镇 or a city known by name alone. What
does not: single bodies (``bodies``) and whose figures a clause goes on to tell (``others``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.extraction.compact import FIGURE, MARK
from orchestration.extraction.words import either

HAN = "[\u4e00-\u9fa5]"
FIRST = f"(?!{either('localities', 'district.no_first')})"
NO_COUNTY = re.compile(f"{either('places', 'bodies.no_place')}[市县]$")
CITY_NAMED = re.compile(either("localities", "district.with_city"))
NO_CHARACTER = re.compile("[全我本各该两是的在为和与到了级增新以强大点]")
LAST = re.compile(f"{HAN}{{1,3}}?[市县区州镇乡]")
SUFFIXES = ("市", "县", "州", "市区", "镇", "乡", "街道")
NEXT = f"(?P<listed>、)?(?!{either('localities', 'district.no_next')})"
IN_CITY = rf"{HAN}(?!{either('localities', 'district.no_last')}){HAN}区"
COUNTY = re.compile(
    rf"^(?P<name>{HAN}{{2,3}}?(?:市{IN_CITY}|[市县])|{FIRST}{HAN}{{2}}州)(?P<listed>、)?"
    r"(?![和与及）（域城区委级直场属民外内长政人本容花]|等(?![次级第])|前[0-9])"
)
DISTRICT = re.compile(
    rf"^{FIRST}(?!{either('localities', 'district.no_name')})"
    rf"(?P<name>{HAN}(?!{either('localities', 'district.no_last')}){HAN}区){NEXT}"
)
TOWN = re.compile(
    rf"^{FIRST}(?P<name>{HAN}(?!{either('localities', 'district.no_town')}){HAN}(?:镇|乡|街道)){NEXT}"
)
CITY = re.compile(
    f"^(?P<name>{either('localities', 'cities.names')})"
    f"(?P<listed>、)?(?!{MARK}|{either('localities', 'cities.no_next')})"
)
NOT_ITS_OWN = re.compile(rf"、|等{MARK}|{either('localities', 'cities.named_after')}")
OF_CITY = frozenset({"全市", "全县", "全州"})
OF_PROVINCE = frozenset({"全省", "全自治区"})
KIND_OF_SCHOOLS = re.compile(either("localities", "schools.kinds"))


def locality(text: str, own: Sequence[str]) -> re.Match[str] | None:
    """Give the place that opens ``text``, ``None`` where there is none.

    A name without 市 is a city's in the report of a province alone; where the report's own territory is not
    known, a district is no other place.
    """
    county = COUNTY.match(text)
    named = county and (CITY_NAMED.match(text) or not NO_COUNTY.search(county["name"]))
    if county and named and not NO_CHARACTER.search(county["name"]):
        return county
    if of_province(own):
        city = CITY.match(text)
        figure = FIGURE.search(text)
        told = city and figure and not NOT_ITS_OWN.search(text, city.end(), figure.end())
        return city if told else None
    return DISTRICT.match(text) or TOWN.match(text) if OF_CITY.intersection(own) else None


def of_its_schools(body: str, place: str) -> bool:
    """Whether a body's name is a place's and a kind of schools (平川县小学), so that the place is meant."""
    return bool(KIND_OF_SCHOOLS.fullmatch(body.removeprefix(place))) and body.startswith(place)


def is_place(name: str) -> bool:
    """Whether a name that was found is that of a place, told by its last word, rather than of a body."""
    return name.endswith(SUFFIXES) or bool(DISTRICT.fullmatch(name))


def of_province(own: Sequence[str]) -> bool:
    """Whether the report is that of a province."""
    return bool(OF_PROVINCE.intersection(own))


def is_part(place: str, own: Sequence[str]) -> bool:
    """Whether a place is one of those that the report's own territory consists of."""
    if of_province(own):
        return place.endswith(("市", "县", "区", "州"))
    return "全市" in own and "全县" not in own and place.endswith(("县", "区", "市"))


def is_district(name: str) -> bool:
    """Whether a name is that of a district (东城区), not of a sort of areas (主城区)."""
    return bool(DISTRICT.fullmatch(name))


def is_city(name: str) -> bool:
    """Whether a name that was found is that of a city known without 市."""
    return bool(CITY.fullmatch(name))


def last_of_list(text: str, before: str) -> str:
    """Give the place that opens ``text`` where the one told just before it is one, else ``""``."""
    found = LAST.match(text) if is_place(before) else None
    return found.group() if found else ""


def is_name(words: str, own: Sequence[str]) -> bool:
    """Whether words are the name of a place and nothing else."""
    found = locality(words, own)
    return found is not None and found["name"] == words
