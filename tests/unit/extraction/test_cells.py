from __future__ import annotations

from orchestration.extraction.cells import Cell, cells
from orchestration.extraction.compact import FIRST, Clause
from tests.unit.extraction.reading import labels, review

A, B, C = (chr(FIRST + i) for i in range(3))


def _cells(text: str) -> list[Cell]:
    return cells(Clause("", text=text))


def test_words_between_figures_serve_both():
    first, second = _cells(f"{A}小微企业获得贷款{B}")
    assert (first.right, first.right_shared, second.left) == ("小微企业获得贷款", True, "小微企业获得贷款")


def test_a_joiner_parts_what_stands_between():
    first, second = _cells(f"{A}重大项目和{B}产业项目")
    assert (first.right, second.left, second.right) == ("重大项目", "", "产业项目")


def test_both_ends_of_a_movement():
    first, second = _cells(f"参合率由2015年的{A}提高到{B}")
    assert (first.from_to, first.left, first.when) == ("from", "参合率", "2015年的")
    assert (second.from_to, second.left) == ("to", "参合率")


def test_a_row_of_figures_knows_its_names():
    row = _cells(f"甲率、乙率分别达到{A}、{B}")
    assert [(cell.row, cell.row_size, cell.names) for cell in row] == [
        (0, 2, "甲率、乙率"),
        (1, 2, "甲率、乙率"),
    ]


def test_bare_figures_take_the_noun_behind_the_next():
    first, second = _cells(f"{A}、{B}群众享受低保")
    assert first.right == second.right == "群众享受低保"


def test_a_predicate_is_shared_with_the_figures_before_it():
    first, _ = _cells(f"{A}初中、{B}小学成为试点学校")
    assert first.right == "初中成为试点学校"


def test_one_of_several_things_listed_is_counted_alone():
    assert labels(review("滨江公园、3个亲水平台、旧城步道等项目完工。")) == ["亲水平台"]


def test_a_deed_holds_for_all_things_told_after_it():
    assert labels(review("投放14个项目、资金3亿元。")) == ["投放项目", "投放资金"]


def test_movements_of_several_names_are_told_apart():
    found = review("全市森林覆盖率和污水处理率分别由16%、70%提高到23%和75%。")
    assert labels(found) == ["森林覆盖率", "污水处理率"] * 2
    assert [statement.kind for statement in found] == ["baseline", "baseline", "actual", "actual"]


def test_movements_of_several_names_may_go_on_in_the_next_clause():
    found = review("食品、药品满意率分别从上年的83.8%、85.6%，提高到85.9%、87.8%。")
    assert [(one.kind, one.indicator) for one in found] == [
        ("baseline", "食品满意率"),
        ("baseline", "药品满意率"),
        ("actual", "食品满意率"),
        ("actual", "药品满意率"),
    ]
