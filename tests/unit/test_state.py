import os

import pytest

from orchestration import files, settings, state
from orchestration.state import LastRun
from tests.unit.reports.helpers import registered


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("reports/320281/education/2020/manifest.yml", "the reports"),
        ("reference/units.csv", "your reference data"),
        ("inbox/new.txt", "the inbox"),
        ("snapshots/aa/aabb", "the snapshots"),
        ("landing/statements/report_id=x/part.parquet", "the landing"),
        ("candidate/zhibiao.duckdb", "the candidate"),
    ],
)
def test_whatever_a_run_depends_on_or_makes_changes_the_fingerprint(home, name, part) -> None:
    before = state.fingerprint(settings.load())
    files.write_text(home / name, "x")
    assert state.changed(before, state.fingerprint(settings.load())) == [part]


def test_a_switched_release_changes_the_fingerprint(home) -> None:
    for name in ("a", "b"):
        files.write_text(home / f"published/releases/{name}/zhibiao.duckdb", name)
    link = home / "published" / "current"
    link.symlink_to("releases/a")
    before = state.fingerprint(settings.load())
    link.unlink()
    link.symlink_to("releases/b")
    assert state.changed(before, state.fingerprint(settings.load())) == ["the release"]


def test_what_dagster_and_the_run_itself_write_does_not(home) -> None:
    registered("学校20所。")
    before = state.fingerprint(settings.load())
    for name in (
        "dagster/storage/x",
        "logs/run.log",
        "run.lock",
        "last_run.json",
        "dbt/target/manifest.json",
    ):
        files.write_text(home / name, "x")
    assert state.changed(before, state.fingerprint(settings.load())) == []


def test_the_record_of_a_run_reads_back(home) -> None:
    assert state.read(settings.load()) is None
    run = LastRun("2023-02-01T00:00:00+00:00", True, 1.5, "", "r-1", {"reports": 1}, {"the code": "x"})
    state.write(settings.load(), run)
    assert state.read(settings.load()) == run


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"ok": true, "colour": 1}', "\ufffd"])
def test_a_record_of_another_make_is_no_record(home, text) -> None:
    files.write_text(home / state.RECORD, text)
    assert state.read(settings.load()) is None


def test_a_files_time_alone_changes_what_is_told_by_time(home) -> None:
    path = home / "landing/reports/report_id=x/part.parquet"
    files.write_text(path, "x")
    before = state.fingerprint(settings.load())
    os.utime(path, ns=(1, 1))
    assert state.changed(before, state.fingerprint(settings.load())) == ["the landing"]
