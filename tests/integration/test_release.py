"""Releases: whole or not at all, whoever reads or dies meanwhile."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from orchestration.publishing import release, withdrawn
from orchestration.publishing.manifest import read
from orchestration.publishing.store import Store
from orchestration.quality import history
from orchestration.quality.fingerprint import sha256
from orchestration.settings import ROOT, Settings
from tests.integration.candidates import change
from tests.integration.homes import Home

pytestmark = pytest.mark.slow

READ = """
import pathlib, sys, duckdb
path, stop = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
seen = []
while not stop.exists():
    with duckdb.connect(str(path), read_only=True) as connection:
        left, = connection.execute("select min(speaker) from marts.dim_report").fetchone()
        right, = connection.execute("select max(title) from marts.rpt_accounting").fetchone()
    assert left == right, f"two versions at once: {left} and {right}"
    seen.append(left)
assert seen == sorted(seen), "went back"
print(len(seen), len(set(seen)))
"""

PUBLISH = """
import pathlib, sys
from orchestration.publishing import release, withdrawn
from orchestration.settings import ROOT, Settings
try:
    print(release.publish(Settings(root=ROOT, home=pathlib.Path(sys.argv[1]))).release_id)
except release.PublishError as error:
    sys.exit(f"error: {error}")
"""

HOLD = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def settings(broken: Home) -> Settings:
    return Settings(root=ROOT, home=broken.path)


def _version(settings: Settings, number: int) -> None:
    for column in ("dim_report set speaker", "rpt_accounting set title"):
        change(settings.candidate, f"update marts.{column} = 'version {number:03}'")


def _building(settings: Settings) -> list[Path]:
    return list((settings.published / "releases").glob(".building-*"))


def _version_of(settings: Settings) -> str:
    with duckdb.connect(str(settings.current_release), read_only=True) as connection:
        row = connection.execute("select min(speaker) from marts.dim_report").fetchone()
    assert row is not None
    return str(row[0])


def test_readers_never_see_an_error_or_two_versions(settings, tmp_path):
    _version(settings, 0)
    release.publish(settings)
    stop = tmp_path / "stop"
    command = [sys.executable, "-c", READ, str(settings.current_release), str(stop)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    with duckdb.connect(str(settings.current_release.resolve()), read_only=True) as early:
        for number in range(1, 6):
            _version(settings, number)
            assert release.publish(settings).is_new
        assert early.execute("select min(speaker) from marts.dim_report").fetchone() == ("version 000",)
    stop.touch()
    for reader in readers:
        out, _ = reader.communicate(timeout=60)
        assert reader.returncode == 0
        reads, versions = map(int, out.split())
        assert reads > versions >= 2
    assert len(Store(settings.published).ids()) == 3
    assert _version_of(settings) == "version 005"


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.2])
def test_a_killed_publisher_leaves_a_whole_release_and_the_next_cleans_up(settings, delay):
    _version(settings, 1)
    release.publish(settings)
    _version(settings, 2)
    with subprocess.Popen([sys.executable, "-c", PUBLISH, str(settings.home)], cwd=ROOT) as publisher:
        while publisher.poll() is None and not _building(settings):
            time.sleep(0.001)
        time.sleep(delay)
        os.kill(publisher.pid, signal.SIGKILL)
    assert _version_of(settings) in {"version 001", "version 002"}
    _version(settings, 3)
    assert release.publish(settings).is_new
    assert _version_of(settings) == "version 003"
    assert not _building(settings)


def test_what_is_in_a_release_is_what_its_record_says(settings):
    made = read(settings.published / "current")
    assert made is not None
    folder = (settings.published / "current").resolve()
    on_disk = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert on_disk == {*made.files, "release.json"}
    assert all(sha256(folder / name) == digest for name, digest in made.files.items())
    with duckdb.connect(str(folder / "zhibiao.duckdb"), read_only=True) as connection:
        for table, rows in made.tables.items():
            assert connection.sql(f"select count(*) from marts.{table}").fetchone() == (rows,)
            parquet = connection.sql(f"select count(*) from '{folder}/parquet/{table}.parquet'").fetchone()
            assert parquet == (rows,)
        assert connection.sql("select count(*) from quality.check_result").fetchone() != (0,)
        bare = "select table_name from duckdb_columns() where schema_name = 'marts' and comment is null"
        assert connection.sql(bare).fetchall() == []
    assert [report["report_id"] for report in made.reports] == ["320281-education-2022"]


def test_nobody_may_write_the_database_of_a_release(settings):
    file = (settings.published / "current" / "zhibiao.duckdb").resolve()
    assert stat.S_IMODE(file.stat().st_mode) & 0o222 == 0
    with duckdb.connect(str(file), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.dim_report").fetchone() == (1,)


def test_the_same_candidate_makes_no_second_release(settings):
    before = Store(settings.published).ids()
    made = release.publish(settings)
    assert not made.is_new
    assert Store(settings.published).ids() == before
    assert made.release_id == before[-1]


def test_a_closed_gate_leaves_the_last_release_and_names_the_row(settings):
    before = Store(settings.published).current_id()
    runs = len(set(history.read(settings.quality)["run_id"].to_pylist()))
    change(
        settings.candidate,
        "update marts.fct_observation set value_low = 192, value_high = 192, obs_value = 192"
        " where quote = '92.79%'",
    )
    with pytest.raises(release.GateClosedError) as closed:
        release.publish(settings)
    line = next(line for line in closed.value.lines if "share_within_0_100" in line)
    assert "320281-education-2022 «92.79%»" in line
    assert "found 192" in line
    assert "zhibiao correct" in line
    assert Store(settings.published).current_id() == before
    assert not _building(settings)
    assert len(set(history.read(settings.quality)["run_id"].to_pylist())) == runs + 1


def test_going_back_and_forth(settings):
    first = Store(settings.published).current_id()
    _version(settings, 1)
    second = release.publish(settings).release_id
    assert release.rollback(settings) == first
    assert _version_of(settings) != "version 001"
    assert release.rollback(settings, second) == second
    with pytest.raises(release.PublishError, match="no release nowhere; kept: "):
        release.rollback(settings, "nowhere")


def test_the_command_goes_back_and_says_where(settings):
    first = Store(settings.published).current_id()
    _version(settings, 1)
    release.publish(settings)
    environment = os.environ | {"ZHIBIAO_HOME": str(settings.home)}
    zhibiao = [Path(sys.executable).with_name("zhibiao"), "rollback"]
    told = {"cwd": ROOT, "env": environment, "capture_output": True, "text": True}
    gone_back = subprocess.run(zhibiao, check=False, **told)
    assert (gone_back.returncode, gone_back.stderr) == (0, "")
    assert gone_back.stdout.startswith(f"{first}: is the current release")
    assert _version_of(settings) != "version 001"
    assert release.publish(settings).release_id == first, "no run brings back by itself what was withdrawn"
    assert withdrawn.read(settings.published).is_held
    assert release.publish(settings, insist=True).is_new
    assert withdrawn.read(settings.published) == withdrawn.Withdrawn()
    nowhere = subprocess.run([*zhibiao, "nowhere"], check=False, **told)
    assert nowhere.returncode == 1
    assert len(nowhere.stderr.splitlines()) == 1
    assert "no release nowhere" in nowhere.stderr


def test_a_full_disk_is_one_line_and_leaves_nothing(settings):
    before = Store(settings.published).current_id()
    _version(settings, 1)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
    command = [sys.executable, "-c", limit + PUBLISH, str(settings.home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith(f"error: {settings.home}")
    assert Store(settings.published).current_id() == before
    assert not _building(settings)
    assert _version_of(settings) != "version 001"


def test_a_folder_that_cannot_be_written_is_one_line(settings):
    settings.published.rename(settings.home / "elsewhere")
    settings.published.write_text("in the way")
    with pytest.raises(release.PublishError) as caught:
        release.publish(settings)
    assert str(settings.published) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_candidate_and_one_that_is_being_written_are_one_line(settings, tmp_path):
    command = [sys.executable, "-c", HOLD, str(settings.candidate)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(release.PublishError, match="wait until the writer is done"):
            release.publish(settings)
        writer.kill()
    settings.candidate.unlink()
    with pytest.raises(release.PublishError, match="there is no warehouse to check; build it with"):
        release.publish(settings)
    assert json.loads((settings.published / "current" / "release.json").read_text(encoding="utf-8"))
