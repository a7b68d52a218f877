"""SQL on a release: what it gives in each form, and that it reads and does nothing else."""

import io
import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from orchestration import settings
from orchestration.cli import group
from orchestration.errors import InputError

TWICE = "select 1 as a, 2 as a, '数' as b"


@pytest.fixture
def release(home) -> Path:
    """The database of a release that holds one table."""
    place = settings.load()
    folder = place.published / "releases" / "r1"
    folder.mkdir(parents=True)
    place.current_release.parent.symlink_to(folder)
    with duckdb.connect(str(folder / "zhibiao.duckdb")) as connection:
        connection.execute(
            "create schema marts; create table marts.numbers as select range as n from range(250)"
        )
    return folder / "zhibiao.duckdb"


def asked(sql: str, *options: str) -> str:
    done = CliRunner().invoke(group, ["query", sql, *options], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_columns_of_one_name_are_told_apart_in_every_form(release) -> None:
    row = {"a": 1, "a_1": 2, "b": "数"}
    assert json.loads(asked(TWICE, "--format", "json")) == [row]
    assert json.loads(asked(TWICE, "--format", "jsonl")) == row
    assert asked(TWICE, "--format", "csv") == "a,a_1,b\n1,2,数\n"
    assert asked(TWICE).split()[:3] == ["a", "a_1", "b"]
    done = CliRunner().invoke(group, ["query", TWICE, "--format", "parquet"])
    assert pq.read_table(io.BytesIO(done.stdout_bytes)).to_pylist() == [row]


def test_a_table_for_people_ends_after_a_while_and_says_so(release) -> None:
    assert asked("select n from marts.numbers").splitlines()[-1] == "… 50 more rows"
    assert len(asked("select n from marts.numbers", "--format", "csv").splitlines()) == 251


@pytest.mark.parametrize(
    "sql", ["from marts.numbers", "describe marts.numbers", "show all tables", "values (1)"]
)
def test_all_that_reads_is_run(release, sql) -> None:
    assert asked(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{release}' (format csv, use_tmp_file false)",
        "explain analyze copy (select 1) to '{release}' (format csv, use_tmp_file false)",
        "copy (select 1) to '{release}.wal' (format csv, use_tmp_file false)",
        "create table marts.more as select 1",
        "attach '{release}.more'",
        "set threads = 1",
        "checkpoint",
    ],
)
def test_what_would_write_is_refused_and_the_release_stays(release, sql) -> None:
    before = release.read_bytes()
    with pytest.raises(InputError, match="is no statement that reads; ask with select"):
        asked(sql.format(release=release))
    assert release.read_bytes() == before
    assert [path.name for path in release.parent.iterdir()] == [release.name]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("", "is empty; give one statement"),
        ("select 1; select 2", "holds 2 statements"),
        ("select * from marts.none", '`zhibiao query "show all tables"` lists what there is'),
        ("select * from read_csv('/etc/passwd')", "disabled"),
        ("selec 1", "syntax error"),
    ],
)
def test_what_cannot_be_run_is_told_in_one_line(release, sql, told) -> None:
    with pytest.raises(InputError, match=told) as refused:
        asked(sql)
    assert "\n" not in str(refused.value)


def test_a_release_that_is_not_kept_is_told(release) -> None:
    with pytest.raises(InputError, match="r2: is no release that is kept; there are r1"):
        asked("select 1", "--release", "r2")
    assert asked("select 1", "--release", "r1")
