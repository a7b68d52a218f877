"""Text to statements: the whole way of the extraction, pure and deterministic.

What belongs here: the order of the steps and the accounting of digits. What does not: the rules of any step.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from orchestration.extraction import identity, parts, skipping
from orchestration.extraction.confidence import confidence_of
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import (
    Extraction,
    Modality,
    Passage,
    ReportContext,
    SkippedNumber,
    SkipReason,
    Statement,
)
from orchestration.extraction.expressions import Found
from orchestration.extraction.quantities import scan
from orchestration.extraction.reader import Reader
from orchestration.extraction.scopes import known_places
from orchestration.extraction.structure import Block, blocks
from orchestration.extraction.tables import Tables

SPELLED_UNITS = frozenset({"%", "倍", "番", "个百分点"})
RATIO = frozenset(":：∶︰")
SEPARATOR = " / "


def extract(text: str, context: ReportContext) -> Extraction:
    """Every figure of ``text`` as a statement, every other digit run as a skipped number.

    Raises ``AssertionError`` where a digit run is not covered exactly once or a quote is not the text at its
    offsets: both would be faults of the rules, not of the text.
    """
    founds = scan(text)
    chained = _chained(text, founds)
    told = skipping.reasons(text, founds)
    reasons: list[SkipReason | None] = [
        "other" if at in chained else reason for at, reason in enumerate(told)
    ]
    sections = blocks(text)
    marks = parts.assign(sections, context.reviewed_year, context.planned_year)
    drafts = _read(text, sections, marks, founds, reasons, context)
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
    skipped = _skipped(text, sections, founds, reasons, statements)
    _account(text, statements, skipped)
    return Extraction(context, passages, statements, skipped)


def _read(
    text: str,
    sections: Sequence[Block],
    marks: Sequence[parts.Part],
    founds: Sequence[Found],
    reasons: Sequence[SkipReason | None],
    context: ReportContext,
) -> list[tuple[int, Draft]]:
    """The drafts of all sentences, each with the index of its block."""
    reader = Reader(context, known_places(text))
    tables = Tables(context)
    held = _by_block(sections, founds, reasons)
    drafts: list[tuple[int, Draft]] = []
    for at, block in enumerate(sections):
        if block.tabular:
            drafts += [(at, draft) for draft in tables.row(block)]
            continue
        tables.pass_by(block)
        chosen = [found.quantity for found, reason in held.get(at, ()) if reason is None and _states(found)]
        if chosen and not block.front and not block.note:
            drafts += [(at, draft) for draft in reader.sentence(block, marks[at], chosen)]
        elif block.text.rstrip().endswith(("其中：", "其中:")):
            reader.memory.open_parts()
    return drafts


def _chained(text: str, founds: Sequence[Found]) -> set[int]:
    """The places of numbers in ratios of three and more (12:66:22), which have no single value."""
    linked = [
        text[a.quantity.end : b.quantity.start].strip() in RATIO
        for a, b in zip(founds, founds[1:], strict=False)
    ]
    chained: set[int] = set()
    for place, (one, two) in enumerate(zip(linked, linked[1:], strict=False)):
        if one and two:
            chained |= {place, place + 1, place + 2}
    return chained


def _by_block(
    sections: Sequence[Block], founds: Sequence[Found], reasons: Sequence[SkipReason | None]
) -> dict[int, list[tuple[Found, SkipReason | None]]]:
    """The quantities of every block, those left out that run over its end."""
    starts = [block.start for block in sections]
    held: dict[int, list[tuple[Found, SkipReason | None]]] = {}
    for found, reason in zip(founds, reasons, strict=True):
        at = bisect_right(starts, found.quantity.start) - 1
        if found.quantity.end <= sections[at].end:
            held.setdefault(at, []).append((found, reason))
    return held


def _states(found: Found) -> bool:
    """Whether a quantity may be a figure: written in digits, or spelled out in a unit of measure."""
    return not found.spelled or found.quantity.unit in SPELLED_UNITS


def _statements(
    drafts: Sequence[tuple[int, Draft]], sections: Sequence[Block], context: ReportContext
) -> tuple[Statement, ...]:
    ids = {id(draft): _id(draft, context) for _, draft in drafts}
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for at, draft in drafts:
        block = sections[at]
        sentence = block.text.strip()
        occurrence = seen[sentence, draft.quantity.quote]
        seen[sentence, draft.quantity.quote] += 1
        made.append(_statement(draft, block, sentence, occurrence, ids, context))
    return tuple(made)


def _bounds(draft: Draft) -> tuple[Decimal | None, Decimal | None]:
    """The bounds with the sign of a decrease: a fall of at least 20 is at most -20."""
    low, high = draft.quantity.low, draft.quantity.high
    if not draft.negative:
        return low, high
    return (None if high is None else -abs(high)), (None if low is None else -abs(low))


def _id(draft: Draft, context: ReportContext) -> str:
    low, high = _bounds(draft)
    return identity.statement_id(context.sha256, draft.quantity.start, draft.quantity.end, low, high)


def _statement(
    draft: Draft, block: Block, sentence: str, occurrence: int, ids: dict[int, str], context: ReportContext
) -> Statement:
    quantity = draft.quantity
    low, high = _bounds(draft)
    return Statement(
        report_id=context.report_id,
        statement_id=ids[id(draft)],
        statement_key=identity.statement_key(sentence, quantity.quote, occurrence),
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
        sentence=sentence,
        confidence=confidence_of(draft),
    )


def _modality(draft: Draft) -> Modality:
    if draft.kind == "baseline":
        return "baseline"
    return "target" if draft.kind == "target" or (draft.kind == "component" and draft.in_plan) else "actual"


def _skipped(
    text: str,
    sections: Sequence[Block],
    founds: Sequence[Found],
    reasons: Sequence[SkipReason | None],
    statements: Sequence[Statement],
) -> tuple[SkippedNumber, ...]:
    """The digit runs that no statement covers, with the reason of the quantity they stand in."""
    stated = [(s.start, s.end) for s in statements]
    starts = [start for start, _ in stated]
    spans = [found.quantity.start for found in founds]
    opened = [block.start for block in sections]
    skipped = []
    for start, end in skipping.digit_runs(text):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= stated[at][1]:
            continue
        own = bisect_right(spans, start) - 1
        reason: SkipReason | None = "footnote" if sections[bisect_right(opened, start) - 1].note else None
        if reason is None and own >= 0 and end <= founds[own].quantity.end:
            reason = reasons[own]
        skipped.append(
            SkippedNumber(start, end, text[start:end], reason or skipping.reason_of_run(text, start, end))
        )
    return tuple(skipped)


def _account(text: str, statements: Sequence[Statement], skipped: Sequence[SkippedNumber]) -> None:
    """Every digit run lies in exactly one statement or skipped number, every quote is the text at its span."""
    spans = sorted([(s.start, s.end) for s in statements] + [(s.start, s.end) for s in skipped])
    for (_, end), (start, _) in zip(spans, spans[1:], strict=False):
        assert end <= start, f"two readings of the characters at {start}"
    starts = [start for start, _ in spans]
    for start, end in skipping.digit_runs(text):
        at = bisect_right(starts, start) - 1
        assert at >= 0 and end <= spans[at][1], f"the digits at {start} are not accounted for"
    for statement in statements:
        assert text[statement.start : statement.end] == statement.quote, (
            f"the quote at {statement.start} is not the text"
        )
