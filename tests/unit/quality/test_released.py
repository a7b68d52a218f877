"""A release beside what it says of itself: whole, altered, and made before a rule was."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration.publishing import manifest
from orchestration.quality import gate
from orchestration.quality.fingerprint import sha256
from orchestration.quality.rules import OF_RELEASES, load_rules

RULE = """
[[rule]]
name = "positive"
table = "marts.{table}"
severity = "critical"
dimension = "validity"
zh = "为正。"
en = "is positive"
mend = "mend it"
sql = "select * from {{batch}} where {column} <= 0"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "releases" / "20260101T000000Z-aaaaaaaa"
    (folder / "parquet").mkdir(parents=True)
    with duckdb.connect(str(folder / "zhibiao.duckdb")) as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.t as select i as x, 'r' || i as report_id from range(1, 9) as n (i)"
        )
        connection.execute(f"copy marts.t to '{folder}/parquet/t.parquet'")
    _record(folder, manifest.code_version())
    return folder


def _record(folder: Path, made_by: dict[str, str]) -> None:
    files = {name: sha256(folder / name) for name in ("zhibiao.duckdb", "parquet/t.parquet")}
    record = manifest.Release(folder.name, "2026-01-01", "c", {"t": 8}, files, [], {}, made_by)
    (folder / "release.json").write_text(record.to_json(), encoding="utf-8")


def _outcomes(folder: Path) -> dict[str, str]:
    found = gate.check(folder / "zhibiao.duckdb", load_rules(OF_RELEASES))
    return {one.rule.name: one.outcome for one in found}


def test_a_whole_release_passes(folder):
    assert set(_outcomes(folder).values()) == {"passed"}


def _write(sql: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        with duckdb.connect(str(folder / "zhibiao.duckdb")) as connection:
            connection.execute(sql)

    return change


def _recorded(**facts: object) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / "release.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | facts), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("damage", "found_by"),
    [
        (_write("update marts.t set x = 100 where x = 1"), {"files_as_recorded", "parquet_as_database"}),
        (
            _write("delete from marts.t where x = 1"),
            {"files_as_recorded", "rows_as_recorded", "parquet_as_database"},
        ),
        (_write("drop table marts.t"), {"files_as_recorded", "rows_as_recorded"}),
        (
            lambda folder: (folder / "parquet" / "t.parquet").unlink(),
            {"files_as_recorded", "parquet_as_database"},
        ),
        (lambda folder: (folder / "more.csv").write_text("x", encoding="utf-8"), {"files_as_recorded"}),
        (_recorded(tables={"t": 9}), {"rows_as_recorded"}),
        (_recorded(release_id="20250101T000000Z-bbbbbbbb"), {"files_as_recorded"}),
    ],
    ids=["value", "row", "table", "no Parquet", "a file too many", "rows of the record", "id of the record"],
)
def test_an_altered_release_is_found(folder, damage, found_by):
    damage(folder)
    assert {name for name, outcome in _outcomes(folder).items() if outcome == "failed"} == found_by


def test_a_record_that_cannot_be_read_is_no_pass(folder):
    (folder / "release.json").write_text("{", encoding="utf-8")
    found = _outcomes(folder)
    assert found["files_as_recorded"] == "failed"
    assert found["rows_as_recorded"] == "config_error"


def _asked(tmp_path: Path, folder: Path, table: str, column: str) -> str:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "1.toml").write_text(RULE.format(table=table, column=column), encoding="utf-8")
    return gate.check(folder / "zhibiao.duckdb", load_rules(rules))[0].outcome


def test_what_a_release_never_had_is_no_fault_of_it(tmp_path, folder):
    assert _asked(tmp_path, folder, "later", "x") == "not_applicable"


def test_what_a_release_lost_is_one(tmp_path, folder):
    _recorded(tables={"t": 8, "lost": 3})(folder)
    assert _asked(tmp_path, folder, "lost", "x") == "data_error"


def test_a_column_of_a_later_version_is_told_apart_from_an_error_in_the_rule(tmp_path, folder):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert _asked(tmp_path / "one", folder, "t", "later") == "config_error"
    _record(folder, {"extraction": "of last year"})
    assert _asked(tmp_path / "two", folder, "t", "later") == "not_applicable"
