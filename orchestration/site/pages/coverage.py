"""Where there are figures: domains, reports and indicators over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from orchestration.site import links, words
from orchestration.site.book import Book
from orchestration.site.reading import grouped

_SERIES, _YEARS, _WARMEST = 300, 30, 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a map: a cell a year."""

    name: str
    href: str
    cells: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A table with a column a year."""

    title: str
    years: tuple[int, ...]
    rows: tuple[Row, ...]


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give the page."""
    dots, left_out = _dots(book)
    page = "coverage.html"
    yield (
        page,
        book.render(
            page,
            page=page,
            title="覆盖",
            domains=_domains(book),
            by_report=_reports(book),
            dots=dots,
            left_out=left_out,
        ),
    )


def _years(found: Iterable[int | None]) -> tuple[int, ...]:
    """Span the years from first to last; those long before leave the table readable."""
    known = sorted({year for year in found if year})
    if not known:
        return ()
    return tuple(range(max(known[0], known[-1] - _YEARS + 1), known[-1] + 1))


def _warm(counts: Sequence[int], most: int) -> tuple[tuple[int, int], ...]:
    """Give each count its warmth from 0 to 5, by its share of the greatest."""
    return tuple((count, -(-count * _WARMEST // most) if count else 0) for count in counts)


def _heat(title: str, lines: Sequence[tuple[str, str, Counter[int]]]) -> Map:
    years = _years(year for _, _, counts in lines for year in counts)
    most = max((counts[year] for _, _, counts in lines for year in years), default=1) or 1
    rows = (Row(name, href, _warm([counts[year] for year in years], most)) for name, href, counts in lines)
    return Map(title, years, tuple(rows))


def _domains(book: Book) -> Map:
    pairs = {
        (book.indicators[one.indicator_code].domain, one.time_period, one.indicator_code)
        for one in book.statements.values()
        if one.time_period and one.modality != "target"
    }
    lines = []
    for key, name in words.load()["domains"].items():
        counts = Counter(year for domain, year, _ in pairs if domain == key)
        if counts:
            lines.append((name.zh, f"indicators.html#domain={key}", counts))
    return _heat("每个领域每年有多少个指标有数字（目标除外）", lines)


def _reports(book: Book) -> Map:
    told = grouped(book.statements.values(), "report_id")
    lines = []
    for one in book.content.reports:
        counts = Counter(row.time_period for row in told.get(one.report_id, ()) if row.time_period)
        name = f"{one.reviewed_year} {one.area_name or ''}{words.name('genres', one.genre).zh}"
        lines.append((name, links.report(one.report_id), counts))
    return _heat("每份报告说到每一年的数字有多少个（含目标）", lines)


def _dots(book: Book) -> tuple[Map, int]:
    series = list(
        grouped(book.content.points, "indicator_code", "area_code", "scope", "period_type").values()
    )
    series = [one for one in series if not book.indicators[one[0].indicator_code].is_provisional] or series
    series.sort(
        key=lambda one: (-len(one), one[0].indicator_code, one[0].area_code, one[0].scope, one[0].period_type)
    )
    years = _years(point.time_period for one in series[:_SERIES] for point in one)
    single = len({one[0].area_code for one in series}) == 1
    rows = []
    for one in series[:_SERIES]:
        first, by_year = one[0], {point.time_period: point for point in one}
        name = book.indicators[first.indicator_code].name_zh
        place = " ".join(filter(None, ["" if single else first.area_name, first.scope]))
        rows.append(
            Row(
                f"{name}（{place}）" if place else name,
                links.indicator(first.indicator_code),
                tuple(by_year.get(year) for year in years),
            )
        )
    return Map("", years, tuple(rows)), max(0, len(series) - _SERIES)
