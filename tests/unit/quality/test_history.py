import json

import pyarrow.parquet as pq

from orchestration.quality import history
from orchestration.quality.result import CheckResult, Failure, GateResult
from orchestration.quality.rules import load_rules


def _run(run_id: str, quote: str = "192%") -> GateResult:
    rule = load_rules()[0]
    failure = Failure(report_id="r", quote=quote, char_start=0)
    check = CheckResult(rule, "failed", rows_checked=9, rows_failed=1, sample=(failure,))
    return GateResult(run_id, "2026-01-02T03:04:05+00:00", "ab" * 32, (check,))


def test_every_run_is_read_back_in_order(tmp_path):
    for run_id in ("20260102T030406Z-b", "20260102T030405Z-a"):
        history.write(_run(run_id), tmp_path)
    rows = history.read(tmp_path).to_pylist()
    assert [row["run_id"] for row in rows] == ["20260102T030405Z-a", "20260102T030406Z-b"]
    assert json.loads(rows[0]["sample"]) == [{"report_id": "r", "quote": "192%", "char_start": 0}]
    assert [path.suffix for path in tmp_path.iterdir()] == [".parquet", ".parquet"]


def test_a_run_of_older_code_is_read_with_blanks(tmp_path):
    path = history.write(_run("20260102T030405Z-a"), tmp_path)
    pq.write_table(pq.read_table(path).drop_columns(["mend", "rows_failed"]), path)
    row = history.read(tmp_path).to_pylist()[0]
    assert (row["mend"], row["rows_failed"], row["outcome"]) == ("", 0, "failed")


def test_no_run_gives_an_empty_table(tmp_path):
    assert history.read(tmp_path / "none").schema == history.SCHEMA
