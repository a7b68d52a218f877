from __future__ import annotations

import pytest

from orchestration.site.book import called, marked
from orchestration.site.model import Report
from tests.unit.site.releases import filled


def test_a_quote_is_cut_out_of_its_sentence() -> None:
    assert list(marked(" 达到70%，全部70%。\n", "70%")) == [
        ("达到", False),
        ("70%", True),
        ("，全部70%。", False),
    ]


def test_several_quotes_are_cut_out_each() -> None:
    pieces = list(marked("共12名，其中博士5名、硕士8名。", "5名、8名"))
    assert [text for text, is_quote in pieces if is_quote] == ["5名", "8名"]
    assert "".join(text for text, _ in pieces) == "共12名，其中博士5名、硕士8名。"


def test_a_quote_that_is_not_there_leaves_the_sentence_whole() -> None:
    assert list(marked("没有", "5名")) == [("没有", False)]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("政府工作报告", "政府工作报告（某市，回顾2021年）"),
        ("2022年政府工作报告", "2022年政府工作报告（某市）"),
        ("某市2022年政府工作报告", "某市2022年政府工作报告"),
        (None, "r（某市，回顾2021年）"),
    ],
)
def test_a_report_is_called_by_a_name_that_no_other_has(title: str | None, shown: str) -> None:
    row = filled(Report, report_id="r", title=title, area_name="某市", reviewed_year=2021)
    assert called(Report(**row)) == shown
