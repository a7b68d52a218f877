"""The same report in every format gives the same figures."""

import pytest

from orchestration.extraction import engine
from orchestration.extraction.context import infer_context
from orchestration.reports import readers
from tests.unit.reports.formats.making import LINES, page, paragraphs, pdf, word


def figures(text: str) -> list[tuple]:
    found = engine.extract(text, infer_context(text)).statements
    return [(one.quote, one.low, one.high, one.unit, one.indicator, one.kind, one.year) for one in found]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.docx", word),
        ("a.pdf", lambda: pdf(paragraphs(LINES), "虚构市教育局年报2031")),
        ("a.html", page),
        ("a.htm", lambda: page(charset="gb18030", declared="gb2312")),
    ],
)
def test_a_report_gives_the_same_figures_in_every_format(name, make) -> None:
    plain = figures("\n".join(LINES))
    assert len(plain) >= 12
    assert figures(readers.read(name, make()).text) == plain
