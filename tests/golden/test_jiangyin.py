"""The figures of the report that comes with the project, held against a reviewed table.

A change of the rules that changes a row shows here. Where the new reading is the better one, write the table
anew with ``python -m tests.golden.test_jiangyin`` and look at the difference before committing it.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract
from orchestration.extraction.identity import plain
from orchestration.extraction.model import Extraction

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "seeds" / "reports" / "320281" / "education" / "2022" / "report.txt"
EXPECTED = Path(__file__).parent / "expected" / "jiangyin.tsv"
COLUMNS = (
    "start",
    "quote",
    "low",
    "high",
    "unit",
    "indicator",
    "kind",
    "measure",
    "year",
    "base_year",
    "scope",
)


def _read() -> Extraction:
    with REPORT.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return extract(text, infer_context(text))


def _table(extraction: Extraction) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for s in extraction.statements:
        base = "" if s.base_year is None else s.base_year
        writer.writerow(
            (
                s.start,
                s.quote,
                plain(s.low),
                plain(s.high),
                s.unit,
                s.indicator,
                s.kind,
                s.measure,
                s.year,
                base,
                s.scope,
            )
        )
    return out.getvalue()


def test_the_report_reads_as_reviewed():
    assert _table(_read()).splitlines() == EXPECTED.read_text(encoding="utf-8").splitlines()


def test_each_digit_of_the_report_is_accounted_for_with_a_known_reason():
    found = _read()
    assert {number.reason for number in found.skipped} <= {
        "date",
        "list_number",
        "name",
        "threshold",
        "ordinal",
    }
    assert found.context.own_names[:2] == ("江阴市", "江阴")


if __name__ == "__main__":
    EXPECTED.write_text(_table(_read()), encoding="utf-8")
