"""Data quality and the dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.site import words
from orchestration.site.book import Book
from orchestration.site.reading import grouped

_REVIEWS = 200
_STEPS = ((0.9, "≥ 0.90"), (0.8, "0.80 – 0.90"), (0.7, "0.70 – 0.80"), (0.5, "0.50 – 0.70"), (-1.0, "< 0.50"))
_VOCABULARIES = (
    ("类别", "kind", "kinds"),
    ("度量", "measure", "measures"),
    ("来源", "source", "sources"),
    ("结论", "verdict", "verdicts"),
    ("时段", "period", "periods"),
    ("矛盾类型", "conflict", "conflicts"),
    ("未计入的原因", "skipped", "reasons"),
    ("方向", "direction", "directions"),
)


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give both pages."""
    yield "quality.html", _quality(book)
    yield "dictionary.html", _dictionary(book)


def _quality(book: Book) -> str:
    content = book.content
    failing = [one for one in content.checks if one.outcome not in ("passed", "skipped")]
    runs = sum(one.digit_runs for one in content.accounting)
    lost = sum(one.digit_runs_unaccounted for one in content.accounting)
    tiles = [
        (len(content.checks), "项检查", "checks"),
        (len(failing), "项未通过", "not passed"),
        (runs, "个数字串", "digit runs"),
        (lost, "个去处不明", "unaccounted"),
        (len(content.reviews), "个待审", "to review"),
    ]
    accounting = [one for one in content.accounting if one.report_id in book.reports]
    return book.render(
        "quality.html",
        page="quality.html",
        title="数据质量",
        tiles=tiles,
        failing=failing,
        checks=content.checks,
        accounting=sorted(accounting, key=lambda one: one.report_id),
        reviews=content.reviews[:_REVIEWS],
        review_count=len(content.reviews),
        confidence=_confidence([one.confidence for one in book.statements.values()]),
    )


def _confidence(values: list[float]) -> list[tuple[str, int, float]]:
    """Count figures by confidence: label, number, and share of all in percent."""
    counts = dict.fromkeys((label for _, label in _STEPS), 0)
    for value in values:
        counts[next(label for least, label in _STEPS if value >= least)] += 1
    return [(label, count, round(100 * count / max(1, len(values)), 1)) for label, count in counts.items()]


def _dictionary(book: Book) -> str:
    known = words.load()
    return book.render(
        "dictionary.html",
        page="dictionary.html",
        title="字典",
        indicators=[one for one in book.content.indicators if not one.is_provisional],
        shown={one.indicator_code for one in book.shown},
        vocabularies=[(zh, en, known[key]) for zh, en, key in _VOCABULARIES],
        tables=list(grouped(book.content.columns, "table_name").items()),
    )
