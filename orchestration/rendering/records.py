"""What the page's script knows of every figure: what is shown in details, sorted and filtered by.

What belongs here: plain values for JSON. What does not: HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from orchestration.extraction.model import Statement
from orchestration.rendering import numbers, words
from orchestration.rendering.words import Name, Names, Words


def script_data(
    statements: Sequence[Statement], series: Mapping[str, tuple[str, str]] | None = None
) -> dict[str, Any]:
    """Give the names of fields, kinds and reasons, and one record a figure in the order given.

    ``series`` gives, by statement, address and name of the page with its series.
    """
    names = words.load()
    place = {one.statement_id: index for index, one in enumerate(statements)}
    texts = {text: index for index, text in enumerate(_long_texts(statements))}
    return {
        "texts": list(texts),
        "fields": [[key, name.zh, name.en] for key, name in names.fields.items()],
        "kinds": _pairs(names.kinds),
        "reasons": _pairs(names.reasons),
        "rows": [_record(one, names, place, texts) | _series(one, series or {}) for one in statements],
    }


def details(one: Statement, names: Words) -> dict[str, str]:
    """Give what the details show of a figure, by field, short texts alone; what is empty is left out."""
    shown = {
        "indicator": one.indicator,
        "quote": one.quote,
        "value": numbers.value(one),
        "unit_text": one.unit_text,
        "qualifier": _both(names.qualifiers, one.qualifier),
        "kind": _both(names.kinds, one.kind),
        "modality": _both(names.modalities, one.modality),
        "measure": _both(names.measures, one.measure),
        "year": "" if one.year is None else str(one.year),
        "base_year": "" if one.base_year is None else str(one.base_year),
        "period_type": _both(names.periods, one.period_type),
        "scope": one.scope,
        "part_of": one.part_of or "",
        "confidence": f"{one.confidence:.2f}",
        "span": f"{one.start}–{one.end}",
        "statement_id": one.statement_id,
        "statement_key": one.statement_key,
    }
    return {key: value for key, value in shown.items() if value}


def _long_texts(statements: Sequence[Statement]) -> dict[str, None]:
    """Headings and sentences, each once: many figures share them."""
    return dict.fromkeys(text for one in statements for text in (one.heading, one.sentence.strip()))


def _record(one: Statement, names: Words, place: dict[str, int], texts: dict[str, int]) -> dict[str, Any]:
    bound = one.low if one.low is not None else one.high
    return {
        "kind": one.kind,
        "sort": None if bound is None else float(bound),
        "year": one.year,
        "scope": one.scope,
        "confidence": round(one.confidence, 4),
        "total": place.get(one.part_of) if one.part_of else None,
        "heading": texts[one.heading],
        "sentence": texts[one.sentence.strip()],
        "details": details(one, names),
    }


def _series(one: Statement, series: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    return {"series": list(series[one.statement_id])} if one.statement_id in series else {}


def _both(names: Names, key: str) -> str:
    name = names.get(key, Name(key, key))
    return f"{name.zh} {name.en}"


def _pairs(names: Names) -> dict[str, list[str]]:
    return {key: [name.zh, name.en] for key, name in names.items()}
