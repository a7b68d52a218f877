"""The target board, the conflicts, and the list of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orchestration.site import numbers, words
from orchestration.site.book import Book, called
from orchestration.site.model import Conflict, Target

_ROWS = 2_000  # more of them make a page that no phone opens


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give the three pages; the board on several where there are very many targets."""
    yield from _targets(book)
    yield (
        "conflicts.html",
        book.render(
            "conflicts.html",
            page="conflicts.html",
            title="矛盾",
            conflicts=book.content.conflicts,
            told=lambda one: _told(book, one),
            apart=lambda one: _apart(book, one),
        ),
    )
    accounts = {one.report_id: one for one in book.content.accounting}
    rows = [(one, accounts.get(one.report_id)) for one in book.content.reports]
    yield "reports.html", book.render("reports.html", page="reports.html", title="报告", rows=rows)


def _told(book: Book, one: Conflict) -> str:
    """Give the explanation with reports named by title instead of id."""
    text = one.explanation
    for report_id in sorted({one.left_report_id, one.right_report_id}, key=len, reverse=True):
        report = book.reports.get(report_id)
        if report and report.title:
            title = f"《{called(report)}》"
            text = text.replace(f"{report_id} ", title).replace(report_id, title)
    return text


def _apart(book: Book, one: Conflict) -> str:
    """Give the unit of a difference: that of the figure which is compared."""
    figure = book.statements.get(one.left_statement_id)
    return numbers.distance_unit(figure.measure, figure.unit_code) if figure else ""


def outcome(one: Target) -> str:
    """Say what was reached: as written where a sentence says it, else as worked out."""
    worked_out = one.measure != "level" and one.outcome_value is not None
    unit = {"change_pct": "%", "change_pp": "个百分点"}.get(one.measure, one.unit_code)
    if worked_out and "%" not in (one.outcome_quote or "") and one.measure == "change_pct":
        return f"{numbers.with_unit(round(one.outcome_value or 0, 2), unit)}（算自 {one.outcome_quote}）"
    return one.outcome_quote or numbers.with_unit(one.outcome_value, unit)


def _targets(book: Book) -> Iterator[tuple[str, str]]:
    targets = book.content.targets
    if len(targets) > _ROWS:  # what has an outcome comes first, in the order that it has among itself
        targets = sorted(targets, key=lambda one: one.verdict == "pending")
    parts = [targets[place : place + _ROWS] for place in range(0, len(targets), _ROWS)] or [targets]
    names = [_name(number) for number in range(1, len(parts) + 1)]
    listed = [(name, _span(part)) for name, part in zip(names, parts, strict=True)]
    for name, part in zip(names, parts, strict=True):
        counts = Counter(one.verdict for one in part)
        yield (
            name,
            book.render(
                "targets.html",
                page="targets.html",
                title="目标看板",
                targets=part,
                total=len(targets),
                name=name,
                parts=listed,
                verdicts=[(key, counts[key]) for key in words.load()["verdicts"]],
                years=sorted({one.time_period for one in part if one.time_period}, reverse=True),
                areas=sorted({one.area_name for one in part if one.area_name}),
                outcome=outcome,
            ),
        )


def _name(number: int) -> str:
    return "targets.html" if number == 1 else f"targets-{number}.html"


def _span(targets: list[Target]) -> str:
    """Say of which years they are, and whether all of them are still to come out."""
    years = sorted({one.time_period for one in targets if one.time_period})
    span = "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else "—"
    return f"{span} 待报告" if all(one.verdict == "pending" for one in targets) else span
