"""A score as lines for a reader or as one JSON object.

What belongs here: words and layout. What does not: any judgement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from orchestration.scoring.figure import Figure
from orchestration.scoring.score import Difference, Rates, Score

_AROUND = 24  # characters of context on either side


def as_json(score: Score, text: str, *, errors: bool) -> dict[str, Any]:
    """Give the score as plain values, rates rounded to 4 digits; the differences only where asked for."""
    result: dict[str, Any] = {
        "gold": score.gold,
        "predicted": score.predicted,
        "found": _rounded(asdict(score.found)),
        "full": _rounded(asdict(score.full)),
        "fields": _rounded(score.fields),
    }
    if errors:
        result["errors"] = [_difference(one, text) for one in score.differences]
    return result


def summary(score: Score) -> Iterator[str]:
    """Write the figures in five lines or so."""
    yield f"gold {score.gold}, predicted {score.predicted}"
    yield _line("found", score.found)
    yield _line("full", score.full)
    yield "of those found, right: " + "  ".join(f"{name} {share:.3f}" for name, share in score.fields.items())


def errors(score: Score, text: str) -> Iterator[str]:
    """Write two lines for every miss, extra and wrong field: what is wrong, and where it stands."""
    for one in score.differences:
        yield f"{one.what:9} @{one.place.start} {explain(one)}"
        yield f"          {context(one.place, text)}"


def explain(one: Difference) -> str:
    """Say what was wanted and what was given, in a few words."""
    if one.gold is None:
        return f"{_value(one.place)} {one.place.indicator} ({one.place.kind})"
    if one.got is None:
        return f"{_value(one.gold)} {one.gold.indicator} ({one.gold.kind})"
    want, have = getattr(one.gold, one.what), getattr(one.got, one.what)
    if one.what == "kind" and want == have:
        return f"{one.gold.indicator}: wanted {_value(one.gold)}, got {_value(one.got)}"
    keywords = (
        f" with {' and '.join(one.gold.keywords)}" if one.what == "indicator" and one.gold.keywords else ""
    )
    return f"{one.gold.indicator}: wanted {want!r}{keywords}, got {have!r}"


def context(figure: Figure, text: str) -> str:
    """Show the figure in its surroundings, marked by 【】, on one line."""
    before = text[max(0, figure.start - _AROUND) : figure.start]
    after = text[figure.end : figure.end + _AROUND]
    shown = f"…{before}【{text[figure.start : figure.end]}】{after}…"
    return " ".join(shown.split())


def _line(name: str, rates: Rates) -> str:
    return f"{name:6} P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"


def _value(figure: Figure) -> str:
    low, high = (("" if bound is None else f"{bound:.10g}") for bound in (figure.low, figure.high))
    return f"{low if low == high else f'{low}..{high}'} {figure.unit}".strip()


def _difference(one: Difference, text: str) -> dict[str, Any]:
    return {
        "what": one.what,
        "start": one.place.start,
        "explanation": explain(one),
        "context": context(one.place, text),
        "gold": None if one.gold is None else asdict(one.gold),
        "got": None if one.got is None else asdict(one.got),
    }


def _rounded(values: Any) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}
