"""The list of indicators, the index that is searched, and one page and one CSV an indicator."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.site import charts, links, numbers, series, words
from orchestration.site.book import Book
from orchestration.site.model import Indicator, Observation, Point

INDEX = "assets/search-index.js"
_LISTED = 2_000  # more rows make a page that no phone opens; the search knows all


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator in the list; ``words`` are other names that find it."""

    code: str
    name: str
    name_en: str
    domain: str
    years: int
    figures: int
    point: Point | None
    spark: str
    words: str


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give the list, the index, then the page and the CSV of each indicator."""
    rows = sorted(
        (_row(book, one) for one in book.shown), key=lambda row: (-row.years, -row.figures, row.code)
    )
    counts = Counter(row.domain for row in rows[:_LISTED])
    domains = [(key, counts[key]) for key in words.load()["domains"] if counts[key]]
    page, left_out = "indicators.html", max(0, len(rows) - _LISTED)
    listed = rows[:_LISTED]
    yield page, book.render(page, page=page, title="指标", rows=listed, domains=domains, left_out=left_out)
    yield INDEX, _index(rows)
    for one in book.shown:
        yield links.indicator(one.indicator_code), _page(book, one)
        yield links.figures(one.indicator_code), _csv(book.observations[one.indicator_code])


def _row(book: Book, one: Indicator) -> Row:
    points, told = book.longest(one.indicator_code), book.observations[one.indicator_code]
    labels = dict.fromkeys(observation.indicator_label for observation in told)
    return Row(
        code=one.indicator_code,
        name=one.name_zh,
        name_en=one.name_en if one.name_en and one.name_en != one.name_zh else "",
        domain=one.domain,
        years=len(points),
        figures=one.observations,
        point=points[-1] if points else None,
        spark=charts.spark([(point.time_period, point.value) for point in points]),
        words=" ".join(label for label in labels if label != one.name_zh),
    )


def _index(rows: list[Row]) -> str:
    """Write the index as a script: a page opened from a file may read no other."""
    entries = []
    for row in rows:
        said = f"{row.years} 年" if row.years > 1 else f"{row.figures} 个数字"
        if row.point:
            latest = numbers.with_unit(row.point.value, row.point.unit_code)
            said = f"{row.point.time_period}年 {latest} · {said}"
        entries.append(
            {
                "name": row.name,
                "en": row.name_en,
                "also": f"{row.words} {row.code}",
                "years": row.years,
                "said": said,
                "href": links.indicator(row.code),
            }
        )
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("},{", "},\n{")
    return f"window.zhibiaoIndex = {text};\n"


def _page(book: Book, one: Indicator) -> str:
    code = one.indicator_code
    told = book.observations[code]
    built = series.build(book.points.get(code, ()), told, book.targets.get(code, ()), book.content.parents)
    stated = [observation for observation in told if not observation.is_derived]
    parts = [(part, total) for total in stated for part in book.components.get(total.statement_id, ())]
    return book.render(
        "indicator.html",
        page=links.indicator(code),
        title=one.name_zh,
        indicator=one,
        csv=f"{links.file_name(code)}.csv",
        series=[(line, charts.draw(line, book.sentences)) for line in built],
        conflicts=book.conflicts.get(code, ()),
        parts=parts[::-1],
        observations=sorted(stated, key=lambda row: (-(row.time_period or 0), row.report_id, row.char_start)),
    )


def _csv(rows: list[Observation]) -> str:
    """Write all figures as CSV, with the mark at its head by which spreadsheets know UTF-8."""
    names = [field.name for field in dataclasses.fields(Observation)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> object:
    """Write a text so that no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return value
