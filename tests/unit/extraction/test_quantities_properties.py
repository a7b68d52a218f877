"""What holds for every text: figures that are planted come back, and nothing ever raises."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.extraction import quantities, skipping

PLAIN = "教育局学生老师建设提高水平发展农村城市全面推进工作重点改革"
MIXED = (
    "０1２3４5.,，．%％个十百千万亿多余几数半两一二三零〇点分之第负近约超"
    "以上下内左右至到—-～~:∶/年月日元人所号级（）()“”《》 \n\t+kKGMe^氏"
)
PREFIXES = {
    "": "exact",
    "近": "nearly",
    "约": "about",
    "超过": "over",
    "不少于": "at_least",
    "不超过": "at_most",
}
UNITS = ["个", "所", "万元", "亿元", "%", "个百分点", "公里", "人次", "万平方米", "千瓦时", "亿千瓦时", "‰"]


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, Decimal, str, str]:
    """A figure as reports write it, its value, its unit and its qualifier."""
    number = draw(st.decimals(min_value=1, max_value=99999, places=draw(st.integers(0, 3))))
    written = f"{number:,}" if draw(st.booleans()) else str(number)
    if draw(st.booleans()):
        written = written.translate(
            {ord(a): b for a, b in zip("0123456789.", "０１２３４５６７８９．", strict=True)}
        )
    unit = draw(st.sampled_from(UNITS))
    prefix = draw(st.sampled_from(sorted(PREFIXES)))
    scale = {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
    name = unit[1:] if scale > 1 else unit
    return prefix + written + unit, number * scale, name, PREFIXES[prefix]


@given(st.text(PLAIN, max_size=40), figures(), st.text(PLAIN, max_size=40))
@settings(max_examples=300, deadline=None)
def test_a_planted_figure_comes_back(before, figure, behind):
    written, number, unit, qualifier = figure
    text = f"{before}，{written}。{behind}"
    (found,) = (found.quantity for found in quantities.scan(text))
    assert (found.start, found.end, found.quote) == (
        len(before) + 1,
        len(before) + 1 + len(written),
        written,
    )
    assert found.low == (None if qualifier == "at_most" else number)
    assert found.high == (None if qualifier == "at_least" else number)
    assert (found.unit, found.qualifier) == (unit, qualifier)


def holds(text: str) -> None:
    """What the layers above rely on."""
    founds = quantities.scan(text)
    ends = [0, *(found.quantity.end for found in founds)]
    for found, last in zip(founds, ends, strict=False):
        quantity = found.quantity
        assert last <= quantity.start < quantity.end
        assert text[quantity.start : quantity.end] == quantity.quote
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
    borders = {border for found in founds for border in (found.quantity.start, found.quantity.end)}
    runs = skipping.digit_runs(text)
    assert not [run for run in runs for border in borders if run[0] < border < run[1]]
    assert len(skipping.reasons(text, founds)) == len(founds)
    for start, end in runs:
        assert skipping.reason_of_run(text, start, end)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_unicode_is_read(text):
    holds(text)


@given(st.text(MIXED, max_size=60))
@settings(max_examples=700, deadline=None)
def test_any_row_of_numerals_and_marks_is_read(text):
    holds(text)


def test_work_grows_with_the_length_alone(monkeypatch):
    """Twice the text takes twice the readings, also of the text that tempts most."""
    from orchestration.extraction import amount_reader

    seen: list[int] = []
    read = amount_reader.read
    monkeypatch.setattr(amount_reader, "read", lambda text, at: (seen.append(at), read(text, at))[1])
    for tempting in ("1", "一", "1-", "1,234", "三分之", "近", "1:1:", "百万亿", "。第1", "10万元以上"):
        counts = []
        for times in (200, 400):
            seen.clear()
            quantities.find(tempting * times)
            counts.append(len(seen))
        assert counts[1] <= 2 * counts[0] + 4, tempting
