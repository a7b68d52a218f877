from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.extraction import accounting
from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract

TEXT = (
    "2021年云川市政府工作报告\n各位代表：\n一、2020年工作回顾\n"
    "新建学校3所，比分为25:20:14，PM2.5浓度下降8%。\n〔1〕学校20所是指公办。\n"
)

SHARED = Path(__file__).resolve().parents[4] / "shared"
ALPHABET = "0123456789０１.,:：;；，。、（）()“”《》\n\t %年月日万亿元所人名增长比由从到占的分别其中第和约"


def test_each_digit_run_is_told_once():
    found = extract(TEXT, infer_context(TEXT))
    assert [s.quote for s in found.statements] == ["3所", "8%"]
    assert {(n.quote, n.reason) for n in found.skipped} >= {
        ("14", "other"),
        ("20", "footnote"),
        ("2021", "date"),
    }


def test_a_shifted_span_is_found_out():
    found = extract(TEXT, infer_context(TEXT))
    shifted = dataclasses.replace(found.statements[0], start=found.statements[0].start + 1)
    with pytest.raises(AssertionError):
        accounting.check(TEXT, (shifted, *found.statements[1:]), found.skipped)


def test_a_digit_left_out_is_found_out():
    found = extract(TEXT, infer_context(TEXT))
    with pytest.raises(AssertionError, match="not accounted for"):
        accounting.check(TEXT, found.statements, found.skipped[1:])


def test_a_digit_read_twice_is_found_out():
    found = extract(TEXT, infer_context(TEXT))
    with pytest.raises(AssertionError, match="two readings"):
        accounting.check(TEXT, (*found.statements, found.statements[0]), found.skipped)


@given(st.text(alphabet=ALPHABET, max_size=80))
def test_any_text_is_read_and_accounted_for(body: str):
    text = f"2021年云川市政府工作报告\n各位代表：\n一、2020年工作回顾\n{body}"
    extract(text, infer_context(text))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared here")
def test_every_digit_of_every_text_is_accounted_for():
    paths = sorted(path for folder in ("reports", "corpus") for path in (SHARED / folder).glob("*.txt"))
    assert paths
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        found = extract(text, infer_context(text))
        accounting.check(text, found.statements, found.skipped)
