"""Measured against the suites and the gold reports, where they are at hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.extraction.quantities import find, scan
from orchestration.extraction.skipping import reasons

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")]


def test_the_suites_do_not_fall_back():
    done = subprocess.run(
        [sys.executable, SHARED / "suites" / "score_suites.py", "orchestration.extraction.quantities:find"],
        capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    total = re.search(r"^all .*value (\S+)  with unit (\S+)  negative (\d+)/(\d+)", done.stdout, re.M)
    assert total is not None
    assert float(total[1]) >= 0.96
    assert float(total[2]) >= 0.89
    assert int(total[3]) >= int(total[4]) - 3


@pytest.mark.parametrize("gold", sorted((SHARED / "gold").glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_gold_figure_is_one_quantity_and_not_skipped(gold):
    text = (SHARED / "reports" / f"{gold.stem}.txt").open(encoding="utf-8", newline="").read()
    founds = scan(text)
    by_span = {
        (f.quantity.start, f.quantity.end): (f.quantity, reason)
        for f, reason in zip(founds, reasons(text, founds), strict=True)
    }
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    missed = [
        row["quote"] for row in rows if not row["optional"] and (row["start"], row["end"]) not in by_span
    ]
    assert missed == []
    for row in rows:
        quantity, reason = by_span.get((row["start"], row["end"]), (None, None))
        if quantity is None or row["optional"]:
            continue
        assert reason is None, row["quote"]
        assert quantity.unit.replace("∶", ":") == row["unit"].replace("∶", ":") or not quantity.unit_text
        told = sorted(abs(float(b)) for b in (quantity.low, quantity.high) if b is not None)
        assert told == pytest.approx(sorted(abs(b) for b in (row["low"], row["high"]) if b is not None))
    told = {(q.start, q.end) for q in find(text)}
    assert {
        (f.quantity.start, f.quantity.end) for f in founds if f.quantity.qualifier == "exact"
    } - told == set()
