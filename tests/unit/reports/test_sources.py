import datetime as dt

import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.reports import register, sources
from tests.unit.reports.helpers import registered

HEADER = "source_id,publisher,area_code,genre,listing_url,title_pattern,first_year\n"


def overlay(name: str, text: str) -> None:
    folder = settings.load().reference[1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def loaded(name: str) -> sources.Source:
    return next(one for one in sources.load(settings.load()) if one.source_id == name)


def test_the_ministry_has_an_address_for_every_year_from_1998_to_2025(home) -> None:
    ministry = loaded("moe-communique")
    assert sorted(ministry.addresses) == list(range(1998, 2026))
    assert all(one.url.startswith("https://www.moe.gov.cn/") for one in ministry.addresses.values())
    published = {year: one.published_on for year, one in ministry.addresses.items()}
    assert all(day is not None and day.year > year for year, day in published.items())
    assert ministry.pattern.search("2024年全国教育事业发展统计公报")["year"] == "2024"


def test_the_bureau_says_that_its_address_was_not_verified(home) -> None:
    assert "not verified" in loaded("jiangyin-education").note
    assert loaded("jiangyin-education").missing(register.load(settings.load()), dt.date(2026, 2, 1)) == [
        2023,
        2024,
        2025,
    ]


def test_a_users_row_replaces_that_of_the_project_and_adds_addresses(home) -> None:
    registered("学校20所。", year=2023)
    row = "jiangyin-education,江阴市教育局,320281,education,https://example.invalid/gk/,教育,2021\n"
    overlay("sources.csv", HEADER + row)
    overlay(
        "source_addresses.csv",
        "source_id,reviewed_year,published_on,url\njiangyin-education,2024,,https://example.invalid/2024.html\n",
    )
    bureau = loaded("jiangyin-education")
    assert (bureau.listing_url, bureau.first_year) == ("https://example.invalid/gk/", 2021)
    assert bureau.addresses == {2024: sources.Address("https://example.invalid/2024.html", None)}
    assert bureau.missing(register.load(settings.load()), dt.date(2026, 2, 1)) == [2021, 2024, 2025]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("a,某局,320281,education,https://x.invalid,(,2020", "line 2: missing \\), unterminated subpattern"),
        ("a,某局,320281,education,https://x.invalid,x,soon", "line 2: invalid literal"),
        ("a,某局,320281,education,ftp://x.invalid,x,2020", "line 2: 'ftp://x.invalid' is no web address"),
        ("a,某局,999999,education,,x,2020", "line 2: the area 999999 is not known"),
        ("a,,320281,,,x,2020", "line 2: publisher, genre is empty"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(home, row, line) -> None:
    overlay("sources.csv", HEADER + row + "\n")
    with pytest.raises(InputError, match=line) as told:
        sources.load(settings.load())
    assert "\n" not in str(told.value)


def test_years_are_written_shortly() -> None:
    assert sources.spans([2003, 1998, 1999, 2000, 2005, 2006]) == "1998–2000, 2003, 2005–2006"
    assert sources.spans([]) == ""


def test_a_report_is_late_a_month_after_the_latest_day_on_which_it_appeared(home) -> None:
    ministry = loaded("moe-communique")
    for year in (2020, 2022):
        registered("全年招生10万人。", year, "CN", "education-communique")
    reports = register.load(settings.load())
    due = ministry.due(2024, reports)
    assert due == dt.date(2024, 12, 31) + (dt.date(2024, 10, 24) - dt.date(2023, 12, 31)) + dt.timedelta(
        days=31
    )
    assert ministry.late(reports, due) == [2021, 2023]
    assert ministry.late(reports, due + dt.timedelta(days=1)) == [2021, 2023, 2024]


def test_a_source_that_is_not_in_use_is_never_late_and_one_without_known_days_after_half_a_year(home) -> None:
    bureau = loaded("jiangyin-education")
    assert loaded("moe-communique").late([], dt.date(2030, 1, 1)) == []
    registered("全年招生10万人。", 2023)
    reports = [one for one in register.load(settings.load()) if one.manifest.reviewed_year == 2023]
    assert bureau.late(reports, dt.date(2025, 6, 30)) == []
    assert bureau.late(reports, dt.date(2025, 7, 1)) == [2024]
