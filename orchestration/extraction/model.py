"""The records that extraction gives: quantities, statements, skipped numbers and passages.

What belongs here: frozen records and the closed vocabularies of their fields. What does not: any rule.
``start`` and ``end`` are code-point offsets into the text as stored, end exclusive, and
``text[start:end] == quote`` holds for every record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "about", "nearly", "over", "at_least", "at_most", "range"]
Kind = Literal["actual", "target", "baseline", "change", "component", "benchmark"]
Modality = Literal["actual", "target", "baseline"]
Measure = Literal["level", "change_abs", "change_pct", "change_pp", "growth_avg", "multiple", "rank"]
PeriodType = Literal["annual", "ytd", "cumulative", "span", "instant", "school_year"]
SkipReason = Literal["date", "ordinal", "name", "threshold", "heading", "footnote", "list_number", "other"]
Part = Literal["front", "review", "lookback", "plan", "other"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression: value, unit and the approximator that touches it.

    ``low`` and ``high`` are in the base unit (the scales 万 and 亿 multiplied out; percent stays percent);
    ``None`` means unbounded on that side. ``unit`` is the base unit, ``unit_text`` the unit as written with
    its scale (``万元``), both ``""`` where none is written.
    """

    start: int
    end: int
    quote: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_text: str
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What is known of a report beside its text.

    ``report_id`` is ``<area>-<genre>-<reviewed year>`` of a registered report, else the text's sha256.
    ``own_names`` are the words by which the report calls its own territory or body (江阴市, 江阴, 全市,
    我市); a figure of any other place has a ``scope``.
    """

    report_id: str
    sha256: str
    reviewed_year: int | None
    planned_year: int | None
    own_names: tuple[str, ...] = ()
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or sentence. Passages lie in text order and cover the text without gap or overlap."""

    passage_id: str
    start: int
    end: int
    text: str
    heading: str
    part: Part
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure that the report gives for something counted or measured.

    The fields follow the annotation guidelines: ``kind`` is the report's own way of telling the figure,
    ``modality`` and ``measure`` are what the warehouse keys on. ``part_of`` is the ``statement_id`` of the
    total of a component. ``heading`` is the section path joined with `` / ``. ``confidence`` is the
    calibrated probability that every field is right.
    """

    report_id: str
    statement_id: str
    statement_key: str
    start: int
    end: int
    quote: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_text: str
    qualifier: Qualifier
    indicator: str
    kind: Kind
    modality: Modality
    measure: Measure
    year: int | None
    base_year: int | None
    period_type: PeriodType
    scope: str
    part_of: str | None
    heading: str
    sentence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SkippedNumber:
    """A digit run that states no figure, with the reason why."""

    start: int
    end: int
    quote: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text gives. Statements and skipped numbers cover every digit run, none twice."""

    context: ReportContext
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    skipped: tuple[SkippedNumber, ...]
    notes: tuple[str, ...] = field(default=())
