"""A short extraction made by hand, with markup where a report's words would stand."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from orchestration.extraction.model import Extraction, Passage, ReportContext, SkippedNumber, Statement

HOSTILE = "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
LINES = (
    "一、2022年工作回顾\r\n",
    f"新增学位6210个（其中小学400个），{HOSTILE}比上年增加12%。",
    "2023年计划新建6—8所学校。\n",
    "完。",
)
TEXT = "".join(LINES)


def statement(quote: str, number: int, **fields: Any) -> Statement:
    """A statement at the quote's place in :data:`TEXT`."""
    start = TEXT.index(quote)
    base: dict[str, Any] = {
        "report_id": "r", "statement_id": f"id{number}", "statement_key": f"key{number}", "start": start,
        "end": start + len(quote), "quote": quote, "low": Decimal(number), "high": Decimal(number),
        "unit": "个", "unit_text": "个", "qualifier": "exact", "indicator": "学位",
        "kind": "actual", "modality": "actual", "measure": "level",
        "year": 2022, "base_year": None, "period_type": "annual", "scope": "",
        "part_of": None, "heading": LINES[0].strip(), "sentence": LINES[1], "confidence": 0.9,
    }  # fmt: skip
    return Statement(**base | fields)


PLACES = statement("6210个", 6210, indicator="新增学位")
PART = statement("400个", 400, kind="component", part_of="id6210", scope=f"江阴{HOSTILE}")
RISE = statement(
    "12%", 12, unit="%", unit_text="%", kind="change", base_year=2021, measure="change_pct", confidence=0.4
)
PLAN = statement(
    "6—8所", 6, high=Decimal(8), unit="所", unit_text="所", qualifier="range", kind="target",
    modality="target", year=2023, indicator=f"新建学校{HOSTILE}", sentence=LINES[2],
)  # fmt: skip


def extraction() -> Extraction:
    """The records of :data:`TEXT`, statements out of order."""
    passages, at = [], 0
    for number, line in enumerate(LINES):
        passages.append(
            Passage(
                f"p{number}", at, at + len(line), line, LINES[0].strip(), "review", is_heading=number == 0
            )
        )
        at += len(line)
    skipped = tuple(SkippedNumber(TEXT.index(q), TEXT.index(q) + 4, q, "date") for q in ("2022", "2023"))
    context = ReportContext("r", "0" * 64, 2022, 2023)
    return Extraction(context, tuple(passages), (PLAN, RISE, PART, PLACES), skipped)


def with_statement(one: Statement, **fields: Any) -> Statement:
    """The statement with some fields changed."""
    return dataclasses.replace(one, **fields)
