from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract
from orchestration.rendering.pieces import Paragraph, paragraphs
from tests.conftest import ROOT
from tests.unit.rendering.samples import PART, PLACES, PLAN, RISE, TEXT, extraction

REPORT = ROOT / "seeds/reports/320281/education/2022/report.txt"
IN_ORDER = (PLACES, PART, RISE, PLAN)


def words(lines: list[Paragraph]) -> str:
    return "\n".join("".join(piece.text for run in line.runs for piece in run.pieces) for line in lines)


def test_nothing_of_the_text_is_lost_but_the_way_lines_end() -> None:
    assert words(paragraphs(extraction(), IN_ORDER)) == TEXT.replace("\r\n", "\n")


def test_every_number_is_a_piece_of_its_own() -> None:
    pieces = [
        piece for line in paragraphs(extraction(), IN_ORDER) for run in line.runs for piece in run.pieces
    ]
    figures = [(piece.statement, piece.text) for piece in pieces if piece.statement is not None]
    assert figures == [(0, "6210个"), (1, "400个"), (2, "12%"), (3, "6—8所")]
    assert [piece.text for piece in pieces if piece.skipped] == ["2022", "2023"]


def test_headings_and_sentences_are_kept_apart() -> None:
    first, second, third = paragraphs(extraction(), IN_ORDER)
    assert (first.is_heading, second.is_heading, third.is_heading) == (True, False, False)
    assert [run.passage for run in second.runs] == [1, 2]


def check(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    result = extract(text, infer_context(text))
    lines = paragraphs(result, result.statements)
    assert words(lines) == text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = [piece for line in lines for run in line.runs for piece in run.pieces]
    assert [piece.text for piece in pieces if piece.statement is not None] == [
        s.quote for s in result.statements
    ]
    assert sum(piece.skipped is not None for piece in pieces) == len(result.skipped)


def test_a_whole_report_is_cut_without_loss() -> None:
    check(REPORT)


@pytest.mark.shared
def test_every_report_of_the_corpus_is_cut_without_loss(shared: Path) -> None:
    paths = sorted((shared / "corpus").glob("*.txt"))
    assert paths
    for path in paths:
        check(path)
