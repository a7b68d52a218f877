"""The demonstration, from invented reports to the site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from demo import city, prose
from tests.integration.homes import ROOT, Home

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, str]:
    home = Home(tmp_path_factory.mktemp("demo") / "home")
    done = subprocess.run(
        [sys.executable, "-m", "demo", "--home", str(home.path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return home, done.stdout


def test_it_says_how_to_look_and_the_site_is_there(demo: tuple[Home, str]) -> None:
    home, said = demo
    page = home.path / "site" / "index.html"
    assert page.as_uri() in said
    assert "invented" in page.read_text(encoding="utf-8")
    assert len(list((home.path / "site" / "reports").glob("*.html"))) == 2 * (city.LAST - city.FIRST + 1)


def test_the_city_stands_alone(demo: tuple[Home, str]) -> None:
    (row,) = demo[0].query("select string_agg(distinct area_code) as areas from marts.dim_report")
    assert row == {"areas": "980100"}


def test_it_shows_what_a_newcomer_should_see(demo: tuple[Home, str]) -> None:
    home = demo[0]
    verdicts = {
        row["verdict"]: row["n"]
        for row in home.query("select verdict, count(*) as n from marts.fct_target_outcome group by 1")
    }
    assert min(verdicts.get(one, 0) for one in ("met", "missed", "pending", "no_outcome_found")) > 0
    found = home.query("select conflict_type, time_period from marts.rpt_conflict order by time_period")
    assert [(row["conflict_type"], row["time_period"]) for row in found] == [
        ("restated", city.RESTATED),
        ("component_sum", city.ODD_PARTS),
        ("growth_vs_level", city.ODD_GROWTH),
    ]
    longest = home.query("select max(years_known) as n from marts.rpt_indicator_wide")
    assert longest[0]["n"] >= city.LAST - city.FIRST + 1


def test_the_same_seed_tells_the_same() -> None:
    before, year = city.years()[3:5]
    assert prose.write("education", before, year) == prose.write("education", before, year)
    assert city.years() == city.years()
    assert city.years(1) != city.years()


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "demo", "--home", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert (tmp_path / "mine.txt").exists()
