"""A report, its correction, what changed, and how the past is asked for."""

import json

import pytest
from click.testing import CliRunner, Result

from orchestration import settings
from orchestration.cli import group
from orchestration.errors import InputError
from orchestration.landing import ingest
from orchestration.reports import register, texts
from tests.unit.reports.formats.making import packed
from tests.unit.reports.helpers import INVENTED

TEXT = INVENTED.read_text(encoding="utf-8")
ID = "320281-education-2023"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def put(tmp_path, name: str, text: str) -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


@pytest.fixture
def corrected(home, tmp_path) -> None:
    assert run("add", put(tmp_path, "a.txt", TEXT)).exit_code == 0
    assert run("add", put(tmp_path, "b.txt", TEXT.replace("7350个", "7530个"))).exit_code == 0


def test_add_shows_every_field_with_its_evidence_and_what_to_do_next(home, tmp_path) -> None:
    told = run("add", put(tmp_path, "a.txt", TEXT)).output
    assert f"registered as {ID} version 1" in told
    for field in (
        "genre",
        "reviewed_year",
        "planned_year",
        "area_code",
        "title",
        "speaker",
        "date",
        "publisher",
    ):
        (line,) = [line for line in told.splitlines() if line.split()[:1] == [field]]
        assert line.endswith(")"), line


def test_add_takes_zips_and_goes_on_after_what_it_cannot_read(home, tmp_path) -> None:
    (tmp_path / "all.zip").write_bytes(packed({"x/报告.txt": TEXT.encode(), "y.xls": b"no"}))
    done = run("add", str(tmp_path / "all.zip"), str(tmp_path / "none.txt"))
    assert done.exit_code == 2
    assert f"all.zip/x/报告.txt: registered as {ID} version 1" in done.output
    errors = [line for line in done.output.splitlines() if line.startswith("error: ")]
    assert ["y.xls: no reader" in errors[0], "none.txt: cannot be read" in errors[1]] == [True, True]


def test_a_correction_points_to_what_changed_and_the_old_bytes_leave_it_current(corrected, tmp_path) -> None:
    again = run("add", put(tmp_path, "c.txt", TEXT)).output
    assert f"registered already as {ID} version 1; nothing to do; version 2 stays the current one" in again


def test_diff_lists_what_changed_with_both_quotes(corrected) -> None:
    done = run("diff", "320281-education-2023")
    assert done.exit_code == 0, done.output
    assert "version 1: added from the file a.txt" in done.output
    assert ["changed" in done.output, "7350个" in done.output, "7530个" in done.output] == [True] * 3
    (row,) = [json.loads(line) for line in run("diff", ID, "--format", "jsonl").output.splitlines()]
    assert (row["before"], row["after"], row["fields"]) == ("7350个", "7530个", "quote low high")
    assert row["statement_key_before"] != row["statement_key_after"]
    assert "no figure differs" in run("diff", ID, "--from", "2", "--to", "2").output


def test_diff_of_one_version_or_of_no_report_is_told(home) -> None:
    with pytest.raises(InputError, match="320281-education-2022: has one version only"):
        CliRunner().invoke(group, ["diff", "320281"], catch_exceptions=False)
    with pytest.raises(InputError, match="nothing: is no report; give one of 320281-education-2022"):
        CliRunner().invoke(group, ["diff", "nothing"], catch_exceptions=False)


def test_the_past_is_asked_for_on_the_landing_and_nothing_else_is_in_reach(corrected) -> None:
    for report in register.load(settings.load()):
        texts.take_snapshots(report, settings.load())
        ingest.land(report, settings.load())
    sql = "select report_version, quote from statements where quote in ('7350个', '7530个') order by 1"
    rows = [
        json.loads(line) for line in run("query", "--landing", sql, "--format", "jsonl").output.splitlines()
    ]
    assert rows == [{"report_version": 1, "quote": "7350个"}, {"report_version": 2, "quote": "7530个"}]
    with pytest.raises(InputError, match="disabled"):
        CliRunner().invoke(
            group, ["query", "--landing", "from read_csv('/etc/passwd')"], catch_exceptions=False
        )


def test_status_and_fetch_list_say_which_years_are_missing(home, tmp_path) -> None:
    run("add", put(tmp_path, "a.txt", TEXT))
    for told in (run("status").output, run("fetch", "--list").output):
        assert "moe-communique" in told
        assert "1998–20" in told
    (line,) = [line for line in run("status").output.splitlines() if "jiangyin-education: " in line]
    assert ["2022" in line, "2023" in line, "2024" in line] == [False, False, True]


def test_an_unknown_source_is_told(home) -> None:
    with pytest.raises(
        InputError, match="nowhere: is no source; known are jiangyin-education, moe-communique"
    ):
        CliRunner().invoke(group, ["fetch", "nowhere"], catch_exceptions=False)
