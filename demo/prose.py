"""The invented figures as the prose of a report.

What belongs here: which sentences stand in a report, and how numbers are written. What does not: the words
(``sentences.toml``) and the numbers (``city``).
"""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

from demo import city
from demo.city import Year

_FILE = Path(__file__).with_name("sentences.toml")
_SERVICE_SINCE = 2018  # the year of the first figure on after-school services


def load() -> dict[str, Any]:
    """Read the sentences."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _written(name: str, value: float) -> str:
    if name.endswith(("money", "ten_thousand")):
        return f"{value:.2f}"
    return f"{value:.1f}" if name.endswith("rate") else f"{value:.0f}"


def _figures(before: Year, year: Year) -> dict[str, Any]:
    told: dict[str, Any] = {"year": year.year, "next": year.year + 1, "before": before.year}
    for name, value in year.reached.items():
        was = before.reached[name]
        told |= {name: _written(name, value), f"{name}_was": _written(name, was)}
        told[f"{name}_up"] = _written(name, round(value - was, 2))
    told |= {f"{name}_next": f"{value:g}" for name, value in year.planned.items()}
    spent_before = before.reached["spending_money"] * (0.976 if before.year == city.RESTATED else 1)
    growth = 100 * (year.reached["spending_money"] / spent_before - 1)
    told["growth"] = f"{growth + (6.5 if year.year == city.ODD_GROWTH else 0):.1f}"
    told["restated"] = f"{spent_before:.2f}"
    if year.year == city.ODD_PARTS:
        told["bachelors"] = _written("bachelors", year.reached["bachelors"] + 24)
    told["smart"] = 30 + 5 * (year.year - city.FIRST)
    told["jobs"] = f"{year.reached['jobs_ten_thousand'] - 0.1:.1f}"
    told["revenue_growth"] = 3 + year.year % 2 * 2
    return told


def _is_told(name: str, year: int) -> bool:
    if "after_school" in name:
        return year >= _SERVICE_SINCE - ("plan" in name)
    if name == "restated":
        return year == city.RESTATED + 1
    return name != "plan_smart" or year % 3 == 0


def _rising(sentence: str, figures: dict[str, Any]) -> bool:
    """Whether a sentence fits: nothing is said to rise that fell."""
    return all(
        not str(value).startswith("-") and float(value) > 0
        for name, value in figures.items()
        if name.endswith("_up") and f"{{{name}}}" in sentence
    )


def write(genre: str, before: Year, year: Year) -> str:
    """Write the report of a year; ``genre`` is education or government."""
    words, figures = load()[genre], _figures(before, year)
    dice = random.Random(f"{city.SEED} {genre} {year.year}")

    def say(name: str) -> str:
        ways = words[name] if isinstance(words[name], list) else [words[name]]
        fit = [way for way in ways if _rising(way, figures)] or ways[-1:]
        return str(dice.choice(fit)).format(**figures)

    return "\n".join(say(name) for name in words if _is_told(name, year.year)) + "\n"
