import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from orchestration.commands import drawing

CELLS = st.text("学位数 ab12\n（）", max_size=40)


@pytest.mark.parametrize("text", ["入学率92.79%", "plain words", "“十四五”", "１２所", "e\u0301"])
def test_width_is_that_of_a_terminal(text: str) -> None:
    assert drawing.width(text) == cell_len(text)


@given(CELLS, st.integers(4, 30))
def test_folding_loses_no_character_and_keeps_within_the_limit(text: str, limit: int) -> None:
    lines = drawing.fold(text, limit)
    assert all(drawing.width(line) <= limit for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_words_are_parted_at_a_blank() -> None:
    assert drawing.fold("within one gate", 12) == ["within one", "gate"]


def test_a_tab_in_a_cell_moves_no_column() -> None:
    assert drawing.fold("a\tb", 10) == ["a b"]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.integers(40, 90))
def test_no_line_is_wider_than_the_room(rows: list[tuple[str, str, str]], room: int) -> None:
    drawn = list(drawing.lines(["a", "b", "c"], rows, [False, True, False], room))
    assert max(map(drawing.width, drawn)) <= room


def test_the_widest_column_gives_way_first() -> None:
    assert drawing.widths(["a", "b", "c"], [["短", "长" * 50, "kept whole"]], 60) == [2, 41, 10]


def test_no_column_becomes_narrower_than_its_heading() -> None:
    assert drawing.widths(["indicator", "b"], [["指标" * 20, "长" * 50]], 20) == [9, 7]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("全省共有学校1230所", ["全省共有学校", "1230所"]),
        ("占比达到了百分之92.79%，", ["占比达到了百分", "之92.79%，"]),
        ("入学率百分之百，均衡", ["入学率百分之", "百，均衡"]),
        ("a" * 20, ["a" * 14, "a" * 6]),
    ],
)
def test_figures_stay_whole_and_no_line_begins_with_a_comma(text: str, lines: list[str]) -> None:
    assert drawing.fold(text, 14) == lines
