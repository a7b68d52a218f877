"""Text to statements: the whole way of the extraction, pure and deterministic.

What belongs here: the order of the steps and the accounting of digits. What does not: the rules of any step.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from orchestration.extraction import accounting, identity, parts, proportions
from orchestration.extraction.confidence import confidence_of
from orchestration.extraction.draft import Draft
from orchestration.extraction.expressions import Found
from orchestration.extraction.model import (
    Extraction,
    Modality,
    Part,
    Passage,
    ReportContext,
    SkipReason,
    Statement,
)
from orchestration.extraction.quantities import scan
from orchestration.extraction.reader import Reader
from orchestration.extraction.readings import as_told, share_bounds, tabulated
from orchestration.extraction.scopes import known_places
from orchestration.extraction.structure import Block, blocks
from orchestration.extraction.tables import Tables

BARE_NUMBER = re.compile("[0-9０-９]{1,4}")
UNITLESS = re.compile("(?:指数|得分|系数|分值|评分|总分|均分)[\u4e00-\u9fa5]{0,4}$")
SEPARATOR = " / "


def extract(text: str, context: ReportContext) -> Extraction:
    """Every figure of ``text`` as a statement, every other digit run as a skipped number.

    Raises ``AssertionError`` where a digit run is not covered exactly once or a quote is not the text at its
    offsets: both would be faults of the rules, not of the text.
    """
    told = proportions.make_out([as_told(found, text) for found in scan(text)], text)
    founds = share_bounds(told.founds, text)
    reasons = accounting.reasons_for(text, founds, told.without_value)
    sections = blocks(text)
    marks = parts.assign(sections, context.reviewed_year, context.planned_year)
    reader = Reader(context, known_places(text))
    held = _by_block(sections, founds, reasons)
    drafts = _read(sections, marks, held, reader)
    passages = tuple(
        Passage(
            identity.passage_id(context.sha256, b.start),
            b.start,
            b.end,
            b.text,
            SEPARATOR.join(b.path),
            part,
            b.is_heading,
        )
        for b, part in zip(sections, marks, strict=True)
    )
    statements = _statements(drafts, sections, context)
    skipped = accounting.skipped_numbers(text, sections, founds, reasons, statements)
    accounting.check(text, statements, skipped)
    return Extraction(context, passages, statements, skipped)


def _read(
    sections: Sequence[Block],
    marks: Sequence[Part],
    held: dict[int, list[tuple[Found, SkipReason | None]]],
    reader: Reader,
) -> list[tuple[int, Draft]]:
    """Give the drafts of all sentences and table rows, each with the index of its block."""
    tables = Tables(reader.context)
    drafts: list[tuple[int, Draft]] = []
    for at, block in enumerate(sections):
        if block.tabular:
            drafts += [(at, draft) for draft in tables.row(block)]
            continue
        tables.pass_by(block)
        chosen = [
            found.quantity for found, reason in held.get(at, ()) if reason is None and _states(found, block)
        ]
        if chosen and not block.front and not block.note:
            drafts += [(at, draft) for draft in reader.sentence(block, marks[at], chosen)]
        else:
            reader.pass_by(block, marks[at])
    return drafts


def _by_block(
    sections: Sequence[Block], founds: Sequence[Found], reasons: Sequence[SkipReason | None]
) -> dict[int, list[tuple[Found, SkipReason | None]]]:
    """Give the quantities of every block, those left out that run over its end."""
    starts = [block.start for block in sections]
    held: dict[int, list[tuple[Found, SkipReason | None]]] = {}
    for found, reason in zip(founds, reasons, strict=True):
        at = bisect_right(starts, found.quantity.start) - 1
        if found.quantity.end <= sections[at].end:
            held.setdefault(at, []).append((found, reason))
    return held


def _states(found: Found, block: Block) -> bool:
    """Whether a quantity may be a figure.

    One spelled out must be worth a table; a bare whole number (a page number, the 6 of 6大产业) must
    follow a word that is measured without a unit.
    """
    quantity = found.quantity
    if found.spelled:
        return tabulated(found)
    if quantity.unit or not BARE_NUMBER.fullmatch(quantity.quote):
        return True
    return bool(UNITLESS.search(block.text[: quantity.start - block.start]))


def _statements(
    drafts: Sequence[tuple[int, Draft]], sections: Sequence[Block], context: ReportContext
) -> tuple[Statement, ...]:
    ids = {id(draft): _id(draft, context) for _, draft in drafts}
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for at, draft in drafts:
        block = sections[at]
        sentence = block.text.strip()
        key = identity.statement_key(sentence, draft.quantity.quote, seen[sentence, draft.quantity.quote])
        seen[sentence, draft.quantity.quote] += 1
        made.append(_statement(draft, block, key, ids, context))
    return tuple(made)


def _bounds(draft: Draft) -> tuple[Decimal | None, Decimal | None]:
    """Give the bounds with the sign of a decrease: a fall of at least 20 is at most -20."""
    low, high = draft.quantity.low, draft.quantity.high
    if not draft.negative:
        return low, high
    return (None if high is None else -abs(high)), (None if low is None else -abs(low))


def _id(draft: Draft, context: ReportContext) -> str:
    low, high = _bounds(draft)
    return identity.statement_id(context.sha256, draft.quantity.start, draft.quantity.end, low, high)


def _statement(
    draft: Draft, block: Block, key: str, ids: dict[int, str], context: ReportContext
) -> Statement:
    quantity = draft.quantity
    low, high = _bounds(draft)
    return Statement(
        report_id=context.report_id,
        statement_id=ids[id(draft)],
        statement_key=key,
        start=quantity.start,
        end=quantity.end,
        quote=quantity.quote,
        low=low,
        high=high,
        unit=quantity.unit,
        unit_text=quantity.unit_text,
        qualifier=quantity.qualifier,
        indicator=draft.label,
        kind=draft.kind,
        modality=_modality(draft),
        measure=draft.measure,
        year=draft.year,
        base_year=draft.base_year,
        period_type=draft.period,
        scope=draft.scope,
        part_of=ids[id(draft.total)] if draft.total is not None and draft.kind == "component" else None,
        heading=SEPARATOR.join(block.path),
        sentence=block.text.strip(),
        confidence=confidence_of(draft),
    )


def _modality(draft: Draft) -> Modality:
    if draft.kind == "baseline":
        return "baseline"
    return "target" if draft.kind == "target" or (draft.kind == "component" and draft.in_plan) else "actual"
