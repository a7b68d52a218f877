from __future__ import annotations

import pytest

from orchestration.extraction.headings import line_rank, marker, run_in_rank


@pytest.mark.parametrize(
    ("line", "rank"),
    [
        ("第一部分　工作回顾", 0.0),
        ("一、工作回顾", 1.0),
        ("（三）稳定就业", 2.0),
        ("2.初中", 3.0),
        ("学前教育", 0.5),
        ("2018年工作回顾", 0.5),
        ("各位代表：", None),
        ("2.5万人参加培训", None),
        ("（2013年3月20日）", None),
        ("粮食\t650", None),
        ("新建学校3所", None),
    ],
)
def test_rank_of_a_line(line: str, rank: float | None):
    assert line_rank(line, numbered_before=False) == rank


def test_a_plain_line_stands_below_numbered_ones():
    assert line_rank("学前教育", numbered_before=True) == 1.5


def test_run_in_headings_need_a_number_and_no_figure():
    assert run_in_rank("1. 加强管理。") == 3.0
    assert run_in_rank("——结构优化。") == 5.0
    assert run_in_rank("1. 新建学校3所。") is None
    assert run_in_rank("加强管理。") is None


def test_a_decimal_is_no_marker():
    assert marker("3.5万人") is None


@pytest.mark.parametrize("line", ["附注：", "名词解释", "《政府工作报告》名词解释："])
def test_a_glossary_stands_above_all(line: str):
    assert line_rank(line, numbered_before=True) == 0.0
