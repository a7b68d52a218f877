"""The first page: what there is, how promises were kept, what changed, what cannot be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.site import charts, words
from orchestration.site.book import Book
from orchestration.site.model import Point
from orchestration.site.pages import boards

_CARDS, _LATEST, _LISTED = 12, 6, 5


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
    span = "–".join(dict.fromkeys(str(year) for year in (min(years), max(years)))) if years else ""
    figures = len(book.statements)
    counts = Counter(one.verdict for one in content.targets)
    kinds = [(key, counts[key]) for key in words.load()["verdicts"] if counts[key]]
    yield (
        "index.html",
        book.render(
            "index.html",
            page="index.html",
            title="总览",
            figures=figures,
            span=span,
            tiles=_tiles(book, figures),
            verdicts=[(key, count, round(100 * count / len(content.targets), 2)) for key, count in kinds],
            missed=[one for one in content.targets if one.verdict == "missed"][:_LISTED],
            outcome=boards.outcome,
            changed=changed(book),
            conflicts=content.conflicts[:_LISTED],
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


def changed(book: Book) -> list[Point]:
    """Give the largest changes of the last year that has any: of known indicators, rates before the rest.

    Indicators whose growth is told at constant prices are left out: two levels do not give it.
    """
    comparable = {
        code for code, one in book.indicators.items() if not one.is_provisional and one.growth_basis != "real"
    }
    known = [
        one
        for one in book.content.points
        if one.yoy_change and not one.scope and one.indicator_code in comparable
    ]
    last = max((one.time_period for one in known), default=None)
    ranked = sorted(
        (one for one in known if one.time_period == last),
        key=lambda one: (-abs(one.yoy_change or 0), one.indicator_code, one.area_code),
    )
    rates = [one for one in ranked if one.yoy_change_unit == "个百分点"]
    rest = [one for one in ranked if one.yoy_change_unit != "个百分点"]
    return rates[:_LISTED] + rest[:_LISTED]


def cards(book: Book) -> list[Card]:
    """Give a card for every indicator with a series: known ones first, then those told by most reports."""
    made = []
    for one in book.shown:
        points = book.longest(one.indicator_code)
        if points:
            line = charts.spark([(point.time_period, point.value) for point in points])
            rank = (
                one.is_provisional,
                -one.reports,
                -len(points),
                -len(book.targets.get(one.indicator_code, ())),
                one.indicator_code,
            )
            made.append((rank, Card(one.indicator_code, one.name_zh, points[-1], line)))
    return [card for _, card in sorted(made, key=lambda pair: pair[0])]
