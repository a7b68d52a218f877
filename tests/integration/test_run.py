import subprocess
import sys

import duckdb
import pytest

from tests.integration.homes import ROOT

pytestmark = pytest.mark.slow

WITHOUT_DAGSTER = """
import sys
from orchestration.cli import main
sys.argv = ["zhibiao", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    heavy = {"dagster", "dbt", "great_expectations", "pandas"} & set(sys.modules)
    assert not heavy, heavy
    sys.exit(end.code)
"""


def test_the_first_run_tells_its_progress_and_publishes(first_run) -> None:
    home, ended = first_run
    for stage in ("snapshots", "texts", "figures", "reference", "warehouse", "gate", "release"):
        assert f"✓ {stage}" in ended.err
    assert f"Release {home.release} (1 report, " in ended.out
    assert ended.out.count("  zhibiao ") == 3
    assert ended.errors == []


def test_every_digit_run_of_the_report_is_accounted_for(built) -> None:
    (row,) = built.query("select * from marts.rpt_accounting")
    assert row["digit_runs"] > 200
    assert row["digit_runs_unaccounted"] == 0
    assert row["digit_runs_in_statements"] + row["digit_runs_skipped"] == row["digit_runs"]


def test_figures_carry_their_quote(built) -> None:
    rows = built.query(
        "select quote, obs_value from marts.fct_observation where quote in ('879万元', '92.79%')"
    )
    assert {(row["quote"], row["obs_value"]) for row in rows} == {("879万元", 8790000), ("92.79%", 92.79)}


def test_a_second_run_says_so_and_loads_nothing_heavy(built) -> None:
    before = built.release
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DAGSTER, "run"],
        env=built.environment(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Nothing new since ")
    assert built.release == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["query", "select 1"],
        ["extract", "README.md", "--format", "jsonl"],
        ["status"],
        ["targets"],
    ],
)
def test_light_commands_load_nothing_heavy(built, arguments) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DAGSTER, *arguments],
        env=built.environment(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "AssertionError" not in done.stderr, done.stderr


def test_the_printed_commands_work(first_run) -> None:
    import shlex

    home, ended = first_run
    lines = [line.strip() for line in ended.out.splitlines() if line.startswith("  zhibiao ")]
    for line in lines:
        done = home.run(*shlex.split(line)[1:])
        assert done.code == 0, done.err
        assert done.out.count("\n") > 3


def test_a_second_report_joins_the_series(broken) -> None:
    added = broken.run("add", "tests/data/invented-education-2023.txt")
    assert added.code == 0, added.err
    assert "320281-education-2023" in added.out
    assert "new       the reports" in broken.run("status").out
    done = broken.run("run")
    assert done.code == 0, done.err
    assert "read anew" in done.err
    years = broken.query("select distinct reviewed_year from marts.dim_report order by all")
    assert [row["reviewed_year"] for row in years] == [2022, 2023]


def test_a_candidate_of_an_earlier_project_is_not_built_upon(broken) -> None:
    before = broken.release
    with duckdb.connect(str(broken.path / "candidate" / "zhibiao.duckdb")) as candidate:
        candidate.execute(
            "create table marts.rpt_of_old (report_id varchar, report_version integer,"
            " foreign key (report_id, report_version)"
            " references marts.dim_report (report_id, report_version))"
        )
    done = broken.run("run")
    assert done.code == 0, done.err
    assert broken.release == before  # without the table of old, so it holds what it held


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("", "is empty; give one statement"),
        ("select 1; select 2", "holds 2 statements; give one statement"),
        ("select * from nope", "lists what there is"),
        ("drop table marts.dim_area", "drop is no statement that reads"),
        ("select * from read_csv('/etc/passwd')", "disabled by configuration"),
        ("copy (select 1) to 'x.csv'", "copy is no statement that reads"),
        ("attach 'x.duckdb'", "attach is no statement that reads"),
        ("set enable_external_access = true", "set is no statement that reads"),
    ],
)
def test_a_query_reads_the_release_and_nothing_else(built, sql, told) -> None:
    ended = built.run("query", sql)
    assert ended.code == 2
    (line,) = ended.errors
    assert told in line
