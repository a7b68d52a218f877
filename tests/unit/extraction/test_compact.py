from __future__ import annotations

import pytest

from orchestration.extraction.compact import FIRST, clauses, compact, index_of, pieces

A, B, C = (chr(FIRST + i) for i in range(3))


def test_figures_become_marks_and_spaces_go():
    text = "新增 12 所, 共 30所（含5所）"
    spans = [
        (text.index("12"), text.index("12") + 4),
        (text.index("30"), text.index("30") + 3),
        (text.index("5所"), text.index("5所") + 2),
    ]
    assert compact(text, spans) == f"新增{A}，共{B}（含{C}）"


def test_footnote_marks_go():
    assert compact("毛入学率〔3〕达到", []) == "毛入学率达到"


def test_brackets_without_figures_are_taken_out():
    found = clauses(f"高中（包括普通高中、中职）{A}，增长{B}。")
    assert [clause.text for clause in found] == [f"高中{A}", f"增长{B}"]


def test_brackets_with_figures_follow_their_anchor():
    found = clauses(f"学校{A}（其中公办{B}），增加{C}")
    assert [(clause.text, clause.depth, clause.anchor) for clause in found] == [
        (f"学校{A}", 0, None),
        (f"其中公办{B}", 1, 0),
        (f"增加{C}", 0, None),
    ]


def test_quoted_stops_do_not_part_clauses():
    assert len(clauses(f"开展“先学，后做”活动{A}")) == 1


def test_a_colon_before_a_figure_parts_nothing():
    assert [clause.text for clause in clauses(f"比例分别是：{A}、{B}")] == [f"比例分别是{A}、{B}"]


def test_names_in_a_row_stay_with_their_figure():
    assert pieces(f"体育、艺术课程{A}、教师{B}") == [f"体育、艺术课程{A}", f"教师{B}"]
    assert pieces(f"{A}社区、乡镇场所、{B}工程") == [f"{A}社区、乡镇场所", f"{B}工程"]
    assert pieces(f"{A}在建、续建项目投资{B}") == [f"{A}在建、续建项目投资{B}"]


def test_index_of_a_mark():
    assert index_of(C) == 2


@pytest.mark.parametrize("verb", ["新（改、扩）建", "新（改扩）建", "改（扩）建"])
def test_brackets_inside_a_verb_of_building_stay(verb: str):
    (clause,) = clauses(compact(f"{verb}学校", []))
    assert clause.text == f"{verb}学校"


@pytest.mark.parametrize("mark", ["（1）", "1．", "②", "（二）"])
def test_marks_of_a_list_inside_a_sentence_go(mark: str):
    told = clauses(compact(f"实事：{mark}新建幼儿园；{mark}改造校舍。", []))
    assert [clause.text for clause in told][1:] == ["新建幼儿园", "改造校舍"]
