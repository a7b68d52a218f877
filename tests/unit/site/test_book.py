from __future__ import annotations

from orchestration.site.book import marked


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
