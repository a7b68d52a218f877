"""Run every reader on the same texts and print them side by side."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.engine import texts
from tests.bench.peers import environment
from tests.conftest import ROOT

WORKER = Path(__file__).with_name("worker.py")
REPORT = ROOT / "seeds/reports/320281/education/2022/report.txt"
OURS = {"zhibiao_extract": "zhibiao, whole statements", "zhibiao_find": "zhibiao, number expressions"}
PEERS = {  # the reader, the environment it lives in, what the table calls it
    "recognizers": ("recognizers", "Recognizers-Text 1.0.2a2"),
    "recognizers_numbers": ("recognizers", "… its numbers and units alone"),
    "jionlp": ("jionlp", "JioNLP 1.5.31 (money, time)"),
    "jieba": ("jieba", "jieba 0.42.1 tags, glued"),
}
_SLICE = 60_000  # characters; the slowest peer reads some thousands a second
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Result:
    """Characters a second, and the spans found in the one report."""

    rate: float
    spans: frozenset[Span]


def main() -> None:
    """Print speed as ratios to ours, and how many of our figures each peer finds."""
    corpus, report = corpus_slice(), REPORT.read_bytes().decode("utf-8")
    size = sum(map(len, corpus))
    results = {name: run(name, Path(sys.executable), corpus, report) for name in OURS}
    ours = results["zhibiao_extract"]
    print(f"Peers, one core, {len(corpus)} reports, {size:,} characters")
    print(f"  number, whole: of {len(ours.spans)} figures of one report, the share found by number, by span")
    print(f"  {'':32} {'characters/s':>12} {'ours ×':>8} {'number':>8} {'whole':>8}")
    for name, title in OURS.items():
        print_row(title, results[name], ours, report)
    for name, (home, title) in PEERS.items():
        try:
            print_row(title, run(name, environment.python_of(home), corpus, report), ours, report)
        except (environment.UnavailableError, subprocess.CalledProcessError) as error:
            print(f"  {title:32} not measured: {reason(error)}")


def print_row(title: str, one: Result, ours: Result, report: str) -> None:
    """One reader beside the engine."""
    number, whole = shares(ours.spans, one.spans, report)
    print(f"  {title:32} {one.rate:12,.0f} {ours.rate / one.rate:8.2f} {number:8.2f} {whole:8.2f}")


def corpus_slice() -> list[str]:
    """Whole reports taken evenly from the corpus, up to the size of the slice."""
    corpus, size = texts(), 0
    chosen: list[str] = []
    step = max(1, sum(map(len, corpus)) // _SLICE)
    for text in corpus[::step]:
        if not chosen or size + len(text) <= _SLICE:
            chosen.append(text)
            size += len(text)
    return chosen


def run(name: str, python: Path, corpus: list[str], report: str) -> Result:
    """Let one reader do its work in a process of its own."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1"}
    given = json.dumps({"texts": corpus, "report": report})
    command = [str(python), str(WORKER), name]
    done = subprocess.run(command, input=given, env=env, check=True, capture_output=True, encoding="utf-8")
    result = json.loads(done.stdout)
    return Result(result["rate"], frozenset((start, end) for start, end in result["spans"]))


def shares(ours: frozenset[Span], theirs: frozenset[Span], report: str) -> tuple[float, float]:
    """The share of our figures whose whole number one of their spans covers, and the share of equal spans."""
    numbers = [digits(span, report) for span in ours]
    covered = sum(any(start <= a and b <= end for start, end in theirs) for a, b in numbers)
    return covered / len(ours), len(ours & theirs) / len(ours)


def digits(span: Span, report: str) -> Span:
    """The part of a figure from its first digit to its last; all of it where it is spelled out."""
    found = [match.start() for match in re.finditer(r"\d", report[span[0] : span[1]])]
    return (span[0] + found[0], span[0] + found[-1] + 1) if found else span


def reason(error: Exception) -> str:
    """One line of why a peer was not measured."""
    said = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
    return (said or str(error)).strip().splitlines()[-1][:120]


if __name__ == "__main__":
    main()
