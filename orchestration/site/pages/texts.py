"""One page a report: its text with every figure marked, as ``orchestration.rendering`` makes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

from orchestration.extraction.model import Extraction, Passage, ReportContext, SkippedNumber, Statement
from orchestration.rendering.page import Around, render
from orchestration.site import links, model
from orchestration.site.book import Book
from orchestration.site.reading import grouped


def pages(book: Book) -> Iterator[tuple[str, str]]:
    """Give the page of every current report."""
    passages = grouped(book.content.passages, "report_id")
    skipped = grouped(book.content.skipped, "report_id")
    told = grouped(book.statements.values(), "report_id")
    for report in book.content.reports:
        code = report.report_id
        around = Around(
            home="../index.html", notice=book.frame.notice, series=_series(book, told.get(code, []))
        )
        extraction = Extraction(
            context=ReportContext(code, report.sha256, report.reviewed_year, report.planned_year),
            passages=tuple(_passage(one) for one in passages.get(code, ())),
            statements=tuple(_statement(one) for one in told.get(code, ())),
            skipped=tuple(_skipped(one) for one in skipped.get(code, ())),
        )
        yield links.report(code), render(extraction, report.title or code, around)


def _series(book: Book, told: list[model.Observation]) -> dict[str, tuple[str, str]]:
    return {
        one.statement_id: (
            f"../{links.indicator(one.indicator_code)}",
            book.indicators[one.indicator_code].name_zh,
        )
        for one in told
    }


def _passage(one: model.Passage) -> Passage:
    return Passage(
        passage_id=one.passage_id,
        start=one.char_start,
        end=one.char_end,
        text=one.passage_text,
        heading=one.heading,
        part=cast("Any", one.part),
        is_heading=one.is_heading,
    )


def _skipped(one: model.Skipped) -> SkippedNumber:
    return SkippedNumber(one.char_start, one.char_end, one.quote, cast("Any", one.reason))


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.12g}")


def _statement(one: model.Observation) -> Statement:
    """Give a figure as the release has it: after corrections, in the units of the warehouse."""
    return Statement(
        report_id=one.report_id,
        statement_id=one.statement_id,
        statement_key=one.statement_key,
        start=one.char_start,
        end=one.char_end,
        quote=one.quote,
        low=_decimal(one.value_low),
        high=_decimal(one.value_high),
        unit=one.unit_code,
        unit_text="",
        qualifier=cast("Any", one.qualifier),
        indicator=one.indicator_label,
        kind=cast("Any", one.kind),
        modality=cast("Any", one.modality),
        measure=cast("Any", one.measure),
        year=one.time_period,
        base_year=one.base_year,
        period_type=cast("Any", one.period_type),
        scope=one.scope,
        part_of=one.part_of_statement_id,
        heading=one.heading,
        sentence=one.sentence,
        confidence=one.confidence,
    )
