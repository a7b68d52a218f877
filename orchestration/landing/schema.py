"""The columns and types of every landing table.

What belongs here: Arrow schemas alone. ``<landing>/<table>/report_id=<id>/part.parquet`` holds all versions
of a report; numbers are decimals, offsets are code points, nothing is nested.
"""

from __future__ import annotations

import pyarrow as pa

NUMBER = pa.decimal128(38, 10)

REPORTS = pa.schema(
    [
        pa.field("report_id", pa.string(), nullable=False),
        pa.field("report_version", pa.int32(), nullable=False),
        pa.field("is_current", pa.bool_(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),  # of the bytes as received
        pa.field("text_sha256", pa.string(), nullable=False),  # of the text, UTF-8 encoded
        pa.field("text", pa.string(), nullable=False),
        pa.field("digit_runs", pa.int32(), nullable=False),  # counted on the text alone
        pa.field("title", pa.string()),
        pa.field("publisher", pa.string()),
        pa.field("speaker", pa.string()),
        pa.field("genre", pa.string(), nullable=False),
        pa.field("area_code", pa.string(), nullable=False),
        pa.field("published_on", pa.date32()),
        pa.field("reviewed_year", pa.int32(), nullable=False),
        pa.field("planned_year", pa.int32()),
        pa.field("source", pa.string()),  # how it was received
        pa.field("media_type", pa.string()),
        pa.field("code_version", pa.string(), nullable=False),  # of the extraction that read it
    ]
)

PASSAGES = pa.schema(
    [
        pa.field("report_id", pa.string(), nullable=False),
        pa.field("report_version", pa.int32(), nullable=False),
        pa.field("passage_id", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("heading", pa.string(), nullable=False),
        pa.field("part", pa.string(), nullable=False),
        pa.field("is_heading", pa.bool_(), nullable=False),
    ]
)

STATEMENTS = pa.schema(
    [
        pa.field("report_id", pa.string(), nullable=False),
        pa.field("report_version", pa.int32(), nullable=False),
        pa.field("statement_id", pa.string(), nullable=False),
        pa.field("statement_key", pa.string(), nullable=False),
        pa.field("passage_id", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
        pa.field("quote", pa.string(), nullable=False),
        pa.field("low", NUMBER),
        pa.field("high", NUMBER),
        pa.field("unit", pa.string(), nullable=False),
        pa.field("unit_text", pa.string(), nullable=False),
        pa.field("qualifier", pa.string(), nullable=False),
        pa.field("indicator", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("modality", pa.string(), nullable=False),
        pa.field("measure", pa.string(), nullable=False),
        pa.field("year", pa.int32()),
        pa.field("base_year", pa.int32()),
        pa.field("period_type", pa.string(), nullable=False),
        pa.field("scope", pa.string(), nullable=False),
        pa.field("part_of", pa.string()),
        pa.field("heading", pa.string(), nullable=False),
        pa.field("sentence", pa.string(), nullable=False),
        pa.field("confidence", pa.float64(), nullable=False),
    ]
)

SKIPPED_NUMBERS = pa.schema(
    [
        pa.field("report_id", pa.string(), nullable=False),
        pa.field("report_version", pa.int32(), nullable=False),
        pa.field("passage_id", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
        pa.field("quote", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
    ]
)

TABLES = {
    "reports": REPORTS,
    "passages": PASSAGES,
    "statements": STATEMENTS,
    "skipped_numbers": SKIPPED_NUMBERS,
}
