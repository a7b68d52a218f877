"""The figures of the invented city, year by year.

What belongs here: numbers, the same for the same seed. What does not: how a report words them (``prose``).
Counts are in persons, schools or places; money in 亿元 with two decimals; rates in percent.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SEED = 20240601
FIRST, LAST = 2015, 2024
RESTATED = 2018  # the expenditure of this year is told anew, and otherwise, a year later
ODD_PARTS = 2019  # the recruits of this year are fewer than their kinds together
ODD_GROWTH = 2022  # the growth of expenditure told for this year does not fit the two levels


@dataclass(frozen=True, slots=True)
class Year:
    """What was reached in a year, what is planned for the next, and what province and nation reached."""

    year: int
    reached: dict[str, float]
    planned: dict[str, float]


def _rounded(name: str, value: float) -> float:
    digits = {"rate": 1, "money": 2, "ten_thousand": 2}
    return round(value, next((n for end, n in digits.items() if name.endswith(end)), 0))


def _path(dice: random.Random, start: float, end: float, wobble: float) -> list[float]:
    """Lead from ``start`` to ``end``, faster at first, with some noise."""
    steps = LAST - FIRST + 1
    way = [1 - (1 - step / steps) ** 1.4 for step in range(steps + 1)]
    return [start + (end - start) * share + dice.uniform(-wobble, wobble) for share in way]


# start (a year before the first report), end, noise; the name's end tells the form
_PATHS = {
    "kindergartens": (212, 298, 1.5),
    "children_ten_thousand": (5.42, 7.08, 0.03),
    "universal_rate": (68.2, 93.6, 0.5),
    "primary_schools": (148, 163, 0.8),
    "junior_schools": (57, 68, 0.5),
    "pupils_ten_thousand": (24.1, 29.6, 0.05),
    "retention_rate": (97.3, 99.9, 0.06),
    "retention_province_rate": (96.2, 98.6, 0.05),
    "places": (4200, 8600, 900),
    "groups_rate": (12.5, 72.0, 1.2),
    "after_school_rate": (78.0, 98.2, 0.4),
    "bachelor_rate": (71.0, 88.4, 0.7),
    "employment_rate": (96.1, 98.4, 0.3),
    "teachers": (16300, 21450, 60),
    "recruits": (420, 860, 60),
    "masters_rate": (18.0, 46.0, 2.0),
    "spending_money": (38.2, 84.5, 0.7),
    "rebuilt": (9, 26, 3),
    "product_money": (1480.0, 2960.0, 14.0),
    "revenue_money": (141.0, 232.0, 2.2),
    "jobs_ten_thousand": (3.9, 5.1, 0.1),
    "income": (27900, 51800, 180),
    "residents_ten_thousand": (236.0, 262.0, 0.3),
}
# what is promised for the next year, from what it will bring: share of the outcome, or points below it
_PROMISES = {
    "universal_rate": (0.9, 0.9),
    "groups_rate": (1.2, 1.8),
    "bachelor_rate": (0.4, 0.8),
    "after_school_rate": (0.4, 0.6),
    "places": (0.06, 0.12),
    "recruits": (0.05, 0.09),
}


def _promise(dice: random.Random, name: str, outcome: float) -> float:
    """Promise a little less than will be reached, and now and then a little more."""
    ease, spread = _PROMISES[name]
    slack = dice.uniform(-0.6, 1.4)
    if name.endswith("rate"):
        return min(99.0, round((outcome - slack * spread - (ease - spread)) * 2) / 2)
    step = 500 if outcome > 2000 else 50
    return max(step, round(outcome * (1 - slack * ease - (spread - ease) / 2) / step) * step)


def years(seed: int = SEED) -> list[Year]:
    """Make up all years, and the year before the first as ground to compare with."""
    dice = random.Random(seed)
    paths = {name: _path(dice, *path) for name, path in sorted(_PATHS.items())}
    rows = [
        {name: _rounded(name, path[step]) for name, path in paths.items()} for step in range(LAST - FIRST + 2)
    ]
    for row in rows:
        row["masters"] = round(row["recruits"] * row.pop("masters_rate") / 100)
        row["bachelors"] = row["recruits"] - row["masters"]
    afterwards = [*rows[1:], rows[-1] | {"places": 9000, "recruits": 900, "universal_rate": 94.5}]
    return [
        Year(FIRST - 1 + step, row, {name: _promise(dice, name, after[name]) for name in sorted(_PROMISES)})
        for step, (row, after) in enumerate(zip(rows, afterwards, strict=True))
    ]
