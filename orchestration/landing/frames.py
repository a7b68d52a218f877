"""Frames of extraction's records, typed by the schemas.

What belongs here: records to pandas, pandas to Arrow; numbers stay decimals. What does not: files
(:mod:`writer`), any judgement about the figures.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import Any

import pandas as pd
import pyarrow as pa

from orchestration.errors import InputError
from orchestration.extraction.model import Extraction, Passage
from orchestration.landing import schema

_DIGITS = re.compile(r"[0-9０-９]+")
_ROOM = Context(prec=schema.NUMBER.precision)
_STEP = Decimal(1).scaleb(-schema.NUMBER.scale)


def digit_runs(text: str) -> int:
    """Count the runs of digits (ASCII and full-width) in a text, knowing nothing of extraction."""
    return sum(1 for _ in _DIGITS.finditer(text))


def _passage_of(passages: tuple[Passage, ...], starts: list[int], offset: int) -> str:
    return passages[max(bisect_right(starts, offset) - 1, 0)].passage_id if passages else ""


def _rows(
    records: Iterable[Any], table: pa.Schema, version: int, extra: Mapping[str, Any], extraction: Extraction
) -> pd.DataFrame:
    starts = [passage.start for passage in extraction.passages]
    rows = []
    for record in records:
        row = {**dataclasses.asdict(record), "report_version": version, **extra}
        row.setdefault("passage_id", _passage_of(extraction.passages, starts, record.start))
        rows.append(row)
    return pd.DataFrame(rows, columns=table.names, dtype=object)


def of_extraction(extraction: Extraction, version: int) -> dict[str, pd.DataFrame]:
    """Frames of passages, statements and skipped numbers of one version of a report, in text order."""
    extra = {"report_id": extraction.context.report_id}
    parts = {
        "passages": extraction.passages,
        "statements": extraction.statements,
        "skipped_numbers": extraction.skipped,
    }
    return {
        name: _rows(records, schema.TABLES[name], version, extra, extraction)
        for name, records in parts.items()
    }


def _number(value: Decimal | None) -> Decimal | None:
    """Round to the scale of the landing, half to even; the context has room for every digit it holds."""
    return None if value is None else value.quantize(_STEP, context=_ROOM)


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """Type a frame by the schema of its table.

    Raises:
        InputError: a value does not fit its column, with table and column.

    """
    table = schema.TABLES[name]
    columns = []
    for column in table:
        values = [None if value is None or value is pd.NA else value for value in frame[column.name].tolist()]
        try:
            if column.type == schema.NUMBER:
                values = [_number(value) for value in values]
            array = pa.array(values, type=column.type)
        except (pa.ArrowInvalid, pa.ArrowTypeError, InvalidOperation) as error:
            raise InputError(f"landing {name}.{column.name}", str(error), "report this as a fault") from error
        if not column.nullable and array.null_count:
            raise InputError(f"landing {name}.{column.name}", "is empty in a row", "report this as a fault")
        columns.append(array)
    return pa.Table.from_arrays(columns, schema=table)
