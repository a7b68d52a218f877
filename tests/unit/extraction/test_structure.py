from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.extraction.structure import blocks

REPORT = (
    "全县教育工作报告\n2022年1月5日\n同志们：\n现在报告工作。\n"
    "一、工作回顾\n1. 扩大资源。新建学校3所。教师增加。\n——质量提升。合格率99%。\n"
    "（二）保障安全\n全年没有事故。\n二、今年任务\n办好实事。\n名词解释\n1.甲：是指2个方面。\n"
)


def _headings(text: str) -> list[tuple[int, str]]:
    return [
        (len(block.path), block.text.strip())
        for block in blocks(text)
        if block.is_heading and not block.front
    ]


def test_blocks_cover_the_text_without_gap():
    assert "".join(block.text for block in blocks(REPORT)) == REPORT


def test_numbered_and_run_in_headings_nest_by_rank():
    assert _headings(REPORT)[:4] == [
        (1, "一、工作回顾"),
        (2, "1. 扩大资源。"),
        (3, "——质量提升。"),
        (2, "（二）保障安全"),
    ]


def test_a_section_of_definitions_is_a_note():
    assert [block.note for block in blocks(REPORT) if "2个方面" in block.text] == [True]


def test_a_footnote_under_the_text_is_a_note():
    text = "统计公报\n全国共有学校30所。\n〔1〕学校30所，是指独立设置的学校。\n"
    assert [block.note for block in blocks(text)] == [False, False, True]


def test_a_sentence_with_a_figure_is_no_heading():
    assert _headings("一、概况\n1. 新建学校3所。\n") == [(1, "一、概况")]


def test_a_long_line_that_breaks_off_runs_on():
    text = "回顾\n" + "全市经济社会保持平稳健康发展的良好势头并且年均生产总值增长4.4\n%，人均收入增长5%。\n"
    assert any("4.4\n%" in block.text for block in blocks(text))


def test_the_opening_sentence_of_a_paragraph_is_its_lead():
    found = blocks("一、回顾\n林业经济稳步发展。完成产值3亿元。\n")
    assert found[-1].lead == "林业经济稳步发展"


@given(st.text(alphabet="一二（）、。，；：\n\r\t 12３“”《》年亿元 学", max_size=120))
def test_any_text_is_covered(text: str):
    assert "".join(block.text for block in blocks(text)) == text


@pytest.mark.parametrize("text", ["", "\n\n", "。", "第"])
def test_scraps_do_not_fail(text: str):
    assert "".join(block.text for block in blocks(text)) in {text, ""}


def test_a_text_without_stops_is_cut_into_blocks_that_cover_it():
    text = "各项事业发展，" * 3000
    found = blocks(text)
    assert "".join(block.text for block in found) == text
    assert max(len(block.text) for block in found) <= 4001


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新招聘的教师六百八十二名走上讲台，其中本地高校毕业生占46%", "15人新增正高级"),
        ("全区各级各类学校和幼儿园的总数目前达到了一共312所", "16.7万人在校学生"),
    ],
)
def test_lines_that_end_and_begin_with_figures_are_apart(first: str, second: str):
    told = blocks(f"报告\n各项工作稳步推进，成效明显。\n{first}\n{second}\n")
    assert [block.text.strip() for block in told][-2:] == [first, second]
