"""Landings written by hand: what the warehouse makes of statements must not hang on how they were extracted.

What belongs here: turning a few told figures into landing Parquet, and running dbt on it.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.landing import schema
from tests.conftest import ROOT


@dataclass(frozen=True)
class Told:
    """One figure as a report tells it; ``text`` is its sentence and must hold ``quote``."""

    text: str
    quote: str
    indicator: str
    low: float | None
    unit: str
    kind: str = "actual"
    measure: str = "level"
    high: float | None = None
    qualifier: str = "exact"
    year: int | None = None
    base_year: int | None = None
    period_type: str = "annual"
    scope: str = ""
    part_of: str = ""


def key(*parts: object) -> str:
    """A hash that stands for an identity."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:20]


def write(home: Path, area: str, year: int, told: list[Told], genre: str = "education") -> None:
    """Land one report that consists of the sentences of its figures."""
    report_id = f"{area}-{genre}-{year}"
    text = "".join(dict.fromkeys(one.text for one in told))
    sha = key(text, year)
    rows = [_row(report_id, year, text, one, told, sha) for one in told]
    report = {
        "report_id": report_id,
        "report_version": 1,
        "is_current": True,
        "sha256": sha,
        "text_sha256": sha,
        "text": text,
        "digit_runs": len(re.findall("[0-9]+", text)),
        "title": report_id,
        "genre": genre,
        "area_code": area,
        "reviewed_year": year,
        "planned_year": year + 1,
        "code_version": "1",
    }
    for name, table in (
        ("reports", [report]),
        ("statements", rows),
        ("passages", []),
        ("skipped_numbers", []),
    ):
        _parquet(home / "landing" / name / f"report_id={report_id}", table, schema.TABLES[name])


def _row(report_id: str, year: int, text: str, one: Told, told: list[Told], sha: str) -> dict[str, Any]:
    start = text.index(one.text) + one.text.index(one.quote)
    total = next((other for other in told if one.part_of and other.quote == one.part_of), None)
    exact = one.qualifier not in ("range", "at_least", "at_most")
    high = one.low if exact and one.high is None else one.high
    step = Decimal(1).scaleb(-10)
    return {
        "report_id": report_id, "report_version": 1,
        "statement_id": key(sha, one), "statement_key": key(report_id, one.text, one.quote, one.indicator),
        "passage_id": key(one.text), "start": start, "end": start + len(one.quote), "quote": one.quote,
        "low": None if one.low is None else Decimal(str(one.low)).quantize(step),
        "high": None if high is None else Decimal(str(high)).quantize(step),
        "unit": one.unit, "unit_text": one.unit, "qualifier": one.qualifier, "indicator": one.indicator,
        "kind": one.kind, "modality": one.kind if one.kind in ("target", "baseline") else "actual",
        "measure": one.measure, "year": one.year or year, "base_year": one.base_year,
        "period_type": one.period_type, "scope": one.scope, "part_of": key(sha, total) if total else None,
        "heading": "", "sentence": one.text, "confidence": 0.9,
    }  # fmt: skip


def overlay(home: Path, **rows: list[dict[str, str]]) -> None:
    """Lay the user's rows over the reference data; tables not named get none."""
    for path in sorted((ROOT / "seeds" / "reference").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        table = pa.schema([pa.field(column, pa.string()) for column in columns])
        given = [{column: row.get(column) for column in columns} for row in rows.get(path.stem, [])]
        _parquet(home / "landing" / "overlay" / path.stem, given, table)


def _parquet(folder: Path, rows: list[dict[str, Any]], columns: pa.Schema) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=columns), folder / "part.parquet")


def build(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``dbt build`` on a home; of a part of the models, run only the tests that need no other."""
    (home / "candidate").mkdir(exist_ok=True)
    only = ("--exclude-resource-type", "unit_test", "--indirect-selection", "buildable")
    return dbt(home, "build", *only, *arguments)


def dbt(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dbt on a home, with nothing written outside of it."""
    project = ["--project-dir", str(ROOT / "dbt_project"), "--profiles-dir", str(ROOT / "dbt_project")]
    places = ["--target-path", str(home / "target"), "--log-path", str(home / "logs")]
    return subprocess.run(
        [str(Path(sys.executable).with_name("dbt")), *arguments, *project, *places],
        env={**os.environ, "ZHIBIAO_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
    )
