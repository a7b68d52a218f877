"""The first page: what there is, how promises were kept, the main indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.site import charts, words
from orchestration.site.book import Book
from orchestration.site.model import Point

_CARDS, _LATEST = 12, 6


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator at a glance: the last point of its series, and the series as a small line."""

    code: str
    name: str
    point: Point
    spark: str


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give the first page."""
    content = book.content
    years = [one.time_period for one in content.points]
    span = f"{min(years)}–{max(years)}" if years else ""
    figures = len(book.statements)
    counts = Counter(one.verdict for one in content.targets)
    kinds = [(key, counts[key]) for key in words.load()["verdicts"] if counts[key]]
    yield (
        "index.html",
        book.render(
            "index.html",
            page="index.html",
            title="总览",
            lead=f"{len(content.reports)} 份报告中的 {figures} 个数字，{span} 年，每个都通向原文。",
            lead_en=f"{figures} figures of {len(content.reports)} reports, {span}, each with its sentence.",
            tiles=_tiles(book, figures),
            verdicts=[(key, count, round(100 * count / len(content.targets), 2)) for key, count in kinds],
            cards=cards(book)[:_CARDS],
            indicator_count=len(book.shown),
            latest=content.reports[:_LATEST],
        ),
    )


def _tiles(book: Book, figures: int) -> list[tuple[int, str, str, str]]:
    content = book.content
    return [
        (len(content.reports), "份报告", "reports", "reports.html"),
        (figures, "个数字", "figures", "coverage.html"),
        (len(book.shown), "个指标", "indicators", "indicators.html"),
        (len(content.targets), "个目标", "targets", "targets.html"),
        (len(content.conflicts), "处矛盾", "conflicts", "conflicts.html"),
        (len(content.reviews), "个待审", "to review", "quality.html#review"),
    ]


def cards(book: Book) -> list[Card]:
    """Give a card for every indicator with a series: known ones first, then those with the longest."""
    made = []
    for one in book.shown:
        points = book.longest(one.indicator_code)
        if points:
            line = charts.spark([(point.time_period, point.value) for point in points])
            rank = (
                one.is_provisional,
                -len(points),
                -len(book.targets.get(one.indicator_code, ())),
                one.indicator_code,
            )
            made.append((rank, Card(one.indicator_code, one.name_zh, points[-1], line)))
    return [card for _, card in sorted(made, key=lambda pair: pair[0])]
