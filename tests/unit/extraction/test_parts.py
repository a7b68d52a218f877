from __future__ import annotations

import pytest

from orchestration.extraction.parts import assign, of_heading
from orchestration.extraction.structure import blocks


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("一、2018年工作回顾", "review"),
        ("一、过去五年工作回顾", "lookback"),
        ("“十二五”时期经济社会发展回顾", "lookback"),
        ("二、2019年主要任务", "plan"),
        ("2019年：砥砺前行开新局", "plan"),
        ("三、存在的困难和问题", "other"),
        ("（一）大力发展农业", None),
    ],
)
def test_headings(title: str, part: str | None):
    assert of_heading(title, 2018, 2019) == part


def test_what_follows_the_problems_is_the_plan():
    text = "报告\n一、2018年工作回顾\n成绩很好。\n我们也清醒看到，还有不足。\n二、奋发有为开新局\n增长8%。\n"
    found = blocks(text)
    parts = assign(found, 2018, 2019)
    assert parts[-1] == "plan"
    assert parts[-3] == "other"


def test_an_appendix_of_the_plan_stays_a_plan():
    text = "报告\n一、2018年工作回顾\n好。\n二、2019年工作安排\n干。\n三、为群众办好实事\n建。\n"
    assert assign(blocks(text), 2018, 2019)[-1] == "plan"
