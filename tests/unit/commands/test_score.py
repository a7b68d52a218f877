from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.scoring.samples import GOLD, TEXT

ZHIBIAO = str(Path(sys.executable).with_name("zhibiao"))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    gold, text = tmp_path / "sample.jsonl", tmp_path / "report.txt"
    rows = (json.dumps(dataclasses.asdict(row), ensure_ascii=False) for row in GOLD)
    gold.write_text("\n".join(rows), encoding="utf-8")
    text.write_text(TEXT, encoding="utf-8")
    (tmp_path / "territory.json").write_text('{"sample": {"own": ["全市"]}}', encoding="utf-8")
    return gold, text


def run(*arguments: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ZHIBIAO, "score", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_predicted_figures_are_scored(files: tuple[Path, Path]) -> None:
    gold, text = files
    done = run(gold, text, "--predicted", gold, "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["gold"], result["full"]["f1"]) == (4, 1)


def test_the_text_itself_is_extracted(files: tuple[Path, Path], home: Path) -> None:
    gold, text = files
    done = run(gold, text, "--errors")
    assert done.returncode == 0, done.stderr
    assert "found  P 1.000  R 1.000  F1 1.000" in done.stdout


def test_bad_gold_ends_with_one_line_and_code_2(files: tuple[Path, Path]) -> None:
    gold, text = files
    text.write_text("别的报告2022", encoding="utf-8")
    done = run(gold, text)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {gold}:1: the quote is '6210个'")
    assert done.stderr.count("\n") == 1


def test_a_missing_file_is_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    gold, text = files
    for arguments in (
        (tmp_path / "no.jsonl", text),
        (gold, tmp_path / "no.txt"),
        (gold, text, "--territory", "no"),
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert "no" in done.stderr.split(":")[1]
