"""What must be told in one clear line, end with a code, and leave the last release alone."""

import fcntl
import os
import signal
import subprocess
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration import files
from tests.integration.homes import INVENTED, REPORT, ROOT

pytestmark = pytest.mark.slow


def changed_report(home, old: str, new: str) -> None:
    """Register the report with one figure changed, as its next version."""
    text = REPORT.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = home.path / "changed.txt"
    path.write_text(text.replace(old, new), encoding="utf-8")
    added = home.run("add", str(path))
    assert "320281-education-2022 version 2" in added.out, added.err


def test_a_manifest_with_a_wrong_hash(broken) -> None:
    before = broken.release
    broken.run("add", str(INVENTED))
    (folder,) = (broken.path / "reports/320281/education").iterdir()
    (folder / "report.txt").write_bytes(INVENTED.read_bytes() + b"\n")
    ended = broken.run("run")
    assert ended.code == 2
    (line,) = ended.errors
    assert "manifest.yml: versions[1].sha256 is " in line
    assert broken.release == before


def test_a_manifest_that_is_no_manifest(broken) -> None:
    before = broken.release
    folder = broken.path / "reports/320281/education/2020"
    files.write_text(folder / "manifest.yml", "title: x\ncolour: red\n")
    ended = broken.run("run")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert "unknown key colour" in ended.errors[0]
    assert broken.release == before


def test_an_unreadable_registered_file(broken) -> None:
    before = broken.release
    broken.run("add", str(INVENTED))
    (folder,) = (broken.path / "reports/320281/education").iterdir()
    noise = bytes(range(256)) * 40
    manifest = (folder / "manifest.yml").read_text(encoding="utf-8")
    told = manifest.replace(files.sha256(INVENTED.read_bytes()), files.sha256(noise))
    (folder / "report.txt").write_bytes(noise)
    (folder / "manifest.yml").write_text(told, encoding="utf-8")
    ended = broken.run("run")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert "report.txt: unreadable" in ended.errors[0]
    assert broken.release == before


def test_an_unreadable_file_in_the_inbox_is_put_aside(broken) -> None:
    before = broken.release
    (broken.path / "inbox" / "noise.txt").write_bytes(bytes(range(256)) * 40)
    ended = broken.run("run")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert "noise.txt: unreadable" in ended.errors[0]
    assert (broken.path / "inbox/rejected/noise.txt").is_file()
    assert "unreadable" in (broken.path / "inbox/rejected/noise.txt.error.txt").read_text(encoding="utf-8")
    assert broken.release == before
    again = broken.run("run")
    assert again.out.startswith("Nothing new since "), again.err


def test_a_span_shifted_by_one_in_the_landing(broken) -> None:
    before = broken.release
    path = broken.path / "landing/statements/report_id=320281-education-2022/part.parquet"
    table = pq.ParquetFile(path).read()
    rows = table.to_pylist()
    rows[7] |= {"start": rows[7]["start"] + 1, "end": rows[7]["end"] + 1}
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
    ended = broken.run("run")
    assert ended.code == 1
    assert any("320281-education-2022" in line and rows[7]["quote"] in line for line in ended.errors)
    assert broken.release == before
    assert "gate" in broken.run("status").out
    healed = broken.run("run", "--rebuild")
    assert healed.code == 0, healed.err
    assert broken.release == before  # the same figures make no new release


def test_a_share_of_192_percent_waits_for_a_correction(broken) -> None:
    before = broken.release
    changed_report(broken, "92.79%", "192.79%")
    ended = broken.run("run")
    assert ended.code == 1
    assert any("192.79%" in line for line in ended.errors)
    assert broken.release == before
    (row,) = statements(broken, "192.79%")
    reference = broken.path / "reference"
    reference.mkdir()
    header = (ROOT / "seeds/reference/corrections.csv").read_text(encoding="utf-8").splitlines()[0]
    cells = {
        "statement_key": row["statement_key"],
        "action": "override",
        "field": "value",
        "expect": "192.79",
        "value": "92.79",
        "reason": "a digit was struck by mistake",
    }
    line = ",".join(cells.get(name, "") for name in header.split(","))
    (reference / "corrections.csv").write_text(f"{header}\n{line}\n", encoding="utf-8")
    settled = broken.run("run")
    assert settled.code == 0, settled.err
    assert broken.release != before


def statements(home, quote: str) -> list[dict]:
    path = home.path / "landing/statements/report_id=320281-education-2022/part.parquet"
    rows = pq.ParquetFile(path).read().to_pylist()
    return [row for row in rows if row["quote"] == quote]


def test_components_that_do_not_sum_are_published_as_a_conflict(broken) -> None:
    before = broken.release
    changed_report(broken, "463名", "493名")
    ended = broken.run("run")
    assert ended.code == 0, ended.err
    assert broken.release != before
    rows = broken.query("select * from marts.rpt_conflict where conflict_type like 'component%'")
    assert [row for row in rows if 563 in (row["left_value"], row["right_value"])]


def test_a_second_run_waits_for_the_first(broken) -> None:
    hold = (
        "import sys, pathlib; from orchestration.locking import run_lock\n"
        "with run_lock(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.readline()"
    )
    command = [*broken.command()[:2], hold, str(broken.path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as holder:
        assert holder.stdout.readline() == "held\n"
        waiting = subprocess.Popen(
            broken.command("run"), cwd=ROOT, env=broken.environment(), encoding="utf-8", **pipes
        )
        line = waiting.stderr.readline()
        assert line == f"another run is under way (process {holder.pid}): waiting for it to end\n"
        assert waiting.poll() is None
        holder.communicate("\n")
    out, _ = waiting.communicate(timeout=60)
    assert (waiting.returncode, out.startswith("Nothing new since ")) == (0, True)


def test_a_run_that_was_killed_leaves_nothing_in_the_way(broken) -> None:
    before = broken.release
    broken.run("add", str(INVENTED))
    killed = subprocess.Popen(
        broken.command("run"), cwd=ROOT, env=broken.environment(), stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert killed.stderr is not None
    for line in killed.stderr:
        if "✓ figures" in line:
            break
    time.sleep(4)  # dbt is building by now
    killed.kill()
    killed.communicate()
    assert broken.release == before
    for command in ("publish", "check"):
        refused = broken.run(command)
        assert (refused.code, len(refused.errors)) == (1, 1)
        assert "its last build broke off; `zhibiao run` builds it anew" in refused.errors[0]
    ended = broken.run("run")
    assert ended.code == 0, ended.err
    assert broken.release != before


def test_a_run_that_is_stopped_leaves_nobody_writing(broken) -> None:
    before = broken.release
    broken.run("add", str(INVENTED))
    stopped = subprocess.Popen(
        broken.command("run"),
        cwd=ROOT,
        env=broken.environment(),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    candidate = broken.path / "candidate" / "zhibiao.duckdb"
    unfinished = candidate.with_name("unfinished")
    while not (unfinished.exists() and candidate.exists() and candidate.stat().st_size > 1_000_000):
        assert stopped.poll() is None
        time.sleep(0.1)
    os.killpg(stopped.pid, signal.SIGINT)  # what Ctrl-C does
    _, told = stopped.communicate()
    with candidate.open("r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # DuckDB's own lock: raises where dbt still has it
    assert stopped.returncode == 130
    assert told.splitlines()[-1] == "error: stopped; the last release stays"
    assert broken.release == before


def test_a_correction_that_matches_nothing_is_told_before_anything_is_built(broken) -> None:
    before, candidate = broken.release, (broken.path / "candidate" / "zhibiao.duckdb").stat()
    rows = "statement_key,action,field,expect,value,reason\nfedcba98,override,value,1,2,why\n"
    files.write_text(broken.path / "reference" / "corrections.csv", rows)
    ended = broken.run("run")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert "corrections.csv: the row for fedcba98, value matches no figure of a current" in ended.errors[0]
    assert broken.release == before
    assert (broken.path / "candidate" / "zhibiao.duckdb").stat().st_mtime_ns == candidate.st_mtime_ns
