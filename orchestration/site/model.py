"""The rows of a release that the site shows; every field is the column of that name.

What belongs here: records alone. What does not: reading them (``reading``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """A current report, of ``dim_report``."""

    report_id: str
    title: str | None
    publisher: str | None
    genre: str
    area_code: str
    area_name: str | None
    published_on: str | None
    reviewed_year: int
    planned_year: int | None
    sha256: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator, of ``dim_indicator``."""

    indicator_code: str
    name_zh: str
    name_en: str | None
    domain: str
    unit_code: str | None
    direction: str
    growth_basis: str
    definition: str | None
    is_provisional: bool
    observations: int
    reports: int


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure or a derivation, of ``fct_observation``."""

    observation_id: str
    report_id: str
    statement_id: str
    statement_key: str
    evidence_statement_id: str | None
    indicator_code: str
    indicator_label: str
    area_code: str
    area_name: str | None
    scope: str
    time_period: int | None
    base_year: int | None
    period_type: str
    kind: str
    modality: str
    measure: str
    obs_value: float | None
    value_low: float | None
    value_high: float | None
    unit_code: str
    qualifier: str
    is_derived: bool
    derivation: str | None
    quote: str
    char_start: int
    char_end: int
    heading: str
    sentence: str
    part_of_statement_id: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Point:
    """The best value of a series in a year, of ``rpt_indicator_series``."""

    indicator_code: str
    area_code: str
    area_name: str | None
    scope: str
    period_type: str
    time_period: int
    value: float
    value_latest: float
    unit_code: str
    qualifier: str
    source_kind: str
    report_id: str
    statement_id: str
    observation_id: str
    quote: str
    yoy_change: float | None
    yoy_change_unit: str | None
    has_conflict: bool


@dataclass(frozen=True, slots=True)
class Target:
    """A target beside its outcome, of ``fct_target_outcome``."""

    target_statement_id: str
    target_report_id: str
    indicator_code: str
    indicator_name_zh: str
    indicator_label: str
    area_code: str
    area_name: str | None
    scope: str
    time_period: int | None
    measure: str
    target_low: float | None
    target_high: float | None
    unit_code: str
    qualifier: str
    target_quote: str
    target_sentence: str
    outcome_value: float | None
    outcome_statement_id: str | None
    outcome_quote: str | None
    verdict: str
    gap: float | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that cannot both be right, of ``rpt_conflict``."""

    conflict_id: str
    conflict_type: str
    indicator_code: str
    indicator_name_zh: str
    area_code: str
    area_name: str | None
    scope: str
    time_period: int | None
    left_statement_id: str
    right_statement_id: str
    left_value: float | None
    right_value: float | None
    difference: float | None
    tolerance: float | None
    left_quote: str
    right_quote: str
    left_report_id: str
    right_report_id: str
    left_sentence: str
    right_sentence: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or sentence of a report, of ``rpt_passage``."""

    report_id: str
    passage_id: str
    char_start: int
    char_end: int
    passage_text: str
    heading: str
    part: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number that states no figure, of ``rpt_skipped_number``."""

    report_id: str
    char_start: int
    char_end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accounting:
    """What became of the digit runs of a report, of ``rpt_accounting``."""

    report_id: str
    digit_runs: int
    statements: int
    digit_runs_in_statements: int
    digit_runs_skipped: int
    digit_runs_unaccounted: int


@dataclass(frozen=True, slots=True)
class Review:
    """A statement that a person should look at, of ``rpt_review_queue``."""

    statement_id: str
    report_id: str
    reason: str
    indicator_label: str
    indicator_code: str
    quote: str
    time_period: int | None
    sentence: str
    confidence: float
    candidate_1_name_zh: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of a check in the last run of the gate, of ``quality.check_result``."""

    check_name: str
    table_name: str
    severity: str
    dimension: str
    outcome: str
    rows_checked: int | None
    rows_failed: int | None
    message: str | None
    description: str
    description_en: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of the release, with its comment."""

    table_name: str
    column_name: str
    data_type: str
    comment: str | None
