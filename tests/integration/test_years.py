"""Eight invented years of one district's bureau: wordings, units and order change from year to year.

Planted in them are six contradictions, a restatement, a half-year and a five-year figure, a change of basis,
and promises that are told with other words than their outcomes. No other conflict may be found.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.landing import ingest, overlay
from orchestration.reports import adding, register, texts
from orchestration.settings import ROOT, Settings
from tests.integration import landings

pytestmark = pytest.mark.slow
TEXTS = ROOT / "tests" / "data" / "district"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the eight reports."""
    path = tmp_path_factory.mktemp("years")
    settings = Settings(root=ROOT, home=path)
    for text in sorted(TEXTS.glob("*.txt")):
        adding.add(settings, text, received="for a test")
    for report in register.load(settings):
        texts.take_snapshots(report, settings)
        ingest.land(report, settings)
    overlay.land(settings)
    done = landings.build(path)
    assert done.returncode == 0, done.stdout[-3000:]
    return path


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home / "candidate" / "zhibiao.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("primary_students", 60200, 69500),
        ("preschool_students", 28100, 27600),
        ("universal_preschool_coverage", 78.5, 91.2),
        ("group_schooling_coverage", 35, 78),
        ("teachers_recruited", 210, 310),
        ("gaokao_bachelor_rate", 82.1, 89.5),
        ("education_expenditure", 12.5e8, 20.4e8),
        ("myopia_rate", 58, 53.9),
        ("physical_fitness_excellence_rate", 40.1, 55.8),
        ("new_school_places", 3200, 4400),
    ],
)
def test_each_indicator_is_one_series_of_eight_reported_years(
    home: Path, code: str, first: float, last: float
) -> None:
    found = ask(home, f"""
        select time_period, value, source_kind from marts.rpt_indicator_series
        where indicator_code = '{code}' and area_code = '320211' and scope = '' and period_type = 'annual'
        order by 1
    """)  # fmt: skip
    assert [row[0] for row in found] == list(range(2015, 2023))
    assert (found[0][1], found[-1][1]) == (first, last)
    assert {row[2] for row in found} == {"reported"}


def test_half_years_and_five_years_stay_apart(home: Path) -> None:
    found = ask(home, """
        select period_type, time_period, value from marts.rpt_indicator_series
        where area_code = '320211' and period_type <> 'annual' order by 1
    """)  # fmt: skip
    assert found == [("cumulative", 2020, 20600), ("ytd", 2016, 1900)]


def test_the_planted_contradictions_and_no_others(home: Path) -> None:
    found = ask(home, """
        select conflict_type, indicator_code, time_period, left_quote, right_quote from marts.rpt_conflict
        where area_code = '320211' and conflict_type <> 'rate_vs_count' order by 1, 3
    """)  # fmt: skip
    assert found == [
        ("change_vs_level", "primary_students", 2017, "64100人，1500人", "6.29万人"),
        ("change_vs_level", "universal_preschool_coverage", 2018, "87.3%，3.2个百分点", "85.1%"),
        ("component_sum", "teachers_recruited", 2019, "272名", "100名、182名"),
        ("growth_vs_level", "education_expenditure", 2018, "15.2%", "158000万元／14.60亿元"),
        ("restated", "primary_students", 2018, "64100人", "6.43万人"),
    ]
    rates = "select left_quote, right_quote from marts.rpt_conflict where conflict_type = 'rate_vs_count'"
    assert ask(home, rates) == [("92%", "45所／50所")]


def test_what_was_restated_later_is_kept_beside_what_was_reported(home: Path) -> None:
    found = ask(home, """
        select value, value_latest, has_conflict from marts.rpt_indicator_series
        where indicator_code = 'primary_students' and area_code = '320211' and time_period = 2018
    """)  # fmt: skip
    assert found == [(64100, 64300, True)]


def test_a_change_of_basis_is_marked_where_it_is_told(home: Path) -> None:
    found = ask(home, """
        select indicator_code, time_period from marts.rpt_indicator_series
        where area_code = '320211' and obs_status = 'B'
    """)  # fmt: skip
    assert found == [("preschool_students", 2021)]


def test_promises_meet_outcomes_that_are_told_with_other_words(home: Path) -> None:
    found = ask(home, """
        select distinct time_period, target_quote, verdict, outcome_value from marts.fct_target_outcome
        where area_code = '320211' and time_period < 2023
    """)  # fmt: skip
    verdicts = {(row[0], row[1]): row[2:] for row in found}
    for promise, outcome in {
        (2016, "不低于4000个"): ("met", 4100),
        (2016, "230名左右"): ("met", 235),
        (2017, "250—270名"): ("met", 260),
        (2017, "3000个以上"): ("missed", 2800),
        (2018, "不少于250名"): ("missed", 248),
        (2018, "55%"): ("missed", 52),
        (2018, "5—7所"): ("no_outcome_found", None),
        (2019, "55.5%以内"): ("met", 55),
        (2020, "1个百分点"): ("missed", 1.2),
        (2020, "12所"): ("no_outcome_found", None),
        (2021, "91%以上"): ("missed", 90.4),
        (2021, "5000个以上"): ("met", 5100),
        (2022, "1个百分点"): ("met", 1.2),
        (2022, "300名以上"): ("met", 310),
    }.items():
        assert verdicts[promise] == outcome, promise
    pending = "select distinct verdict from marts.fct_target_outcome where time_period = 2023"
    assert ask(home, pending) == [("pending",)]
