"""A short report with four annotated figures, for the tests of the scorer."""

from __future__ import annotations

import dataclasses
from typing import Any

from orchestration.scoring.figure import Figure, GoldFigure
from orchestration.scoring.reading import Territory

TEXT = "全市新增学位6210个，小学净入学率99.9%，比上年提高0.3个百分点。近8万市民参加活动，江苏省新建学校20所。"
HOME = Territory(own=frozenset({"全市", "江阴市"}), aliases=(frozenset({"江苏省", "全省"}),))


def gold(quote: str, **fields: Any) -> GoldFigure:
    """An annotated figure of :data:`TEXT`, found by its quote."""
    start = TEXT.index(quote)
    base = {
        "start": start, "end": start + len(quote), "quote": quote, "low": None, "high": None, "unit": "",
        "qualifier": "exact", "indicator": "", "kind": "actual", "year": 2022, "base_year": None, "scope": "",
    }  # fmt: skip
    return GoldFigure(**{**base, **fields})


PLACES = gold("6210个", low=6210, high=6210, unit="个", indicator="新增学位", keywords=("学位",))
RATE = gold("99.9%", low=99.9, high=99.9, unit="%", indicator="小学净入学率", keywords=("入学率",))
RISE = gold(
    "0.3个百分点", low=0.3, high=0.3, unit="个百分点", indicator="小学净入学率", keywords=("入学率",),
    kind="change", base_year=2021,
)  # fmt: skip
CROWD = gold(
    "近8万市民", low=80_000, high=80_000, unit="人", qualifier="nearly",
    indicator="参加活动市民",
    keywords=("市民",), optional=True,
)  # fmt: skip
SCHOOLS = gold("20所", low=20, high=20, unit="所", indicator="新建学校", keywords=("学校",), scope="江苏省")
GOLD = (PLACES, RATE, RISE, CROWD, SCHOOLS)


def got(row: GoldFigure, **fields: Any) -> Figure:
    """The figure as extracted: the annotated one with some fields changed."""
    values = {name: getattr(row, name) for name in Figure.__slots__}
    return dataclasses.replace(Figure(**values), **fields)
