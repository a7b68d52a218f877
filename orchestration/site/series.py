"""The series of an indicator: the best value of every year, with all that was told beside it.

What belongs here: bringing points, restatements, targets and benchmarks together by place and period. What
does not: drawing them (``charts``) and tables of them (``pages``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orchestration.site.model import Observation, Point, Target
from orchestration.site.reading import grouped

Key = tuple[str, str, str]  # area_code, scope, period_type
_COMPARABLE = 5  # times the own largest value: beyond, a place above is a total that contains the own


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a series; ``told`` are other statements of the same figure, best first left out."""

    year: int
    point: Point | None
    observation: Observation | None
    told: tuple[Observation, ...]
    targets: tuple[Target, ...]
    benchmarks: tuple[Point, ...]

    @property
    def restated(self) -> tuple[Observation, ...]:
        """What was told otherwise than the best value."""
        return tuple(one for one in self.told if self.point and level(one) != self.point.value)


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator in one place, scope and kind of period."""

    key: Key
    area_name: str
    unit: str
    years: tuple[Year, ...]
    benchmark_areas: tuple[tuple[str, str], ...]

    @property
    def points(self) -> list[Point]:
        """The best values alone."""
        return [one.point for one in self.years if one.point]


def level(one: Observation) -> float | None:
    """Give the value of a statement, or the bound that it has."""
    found = (one.obs_value, one.value_low, one.value_high)
    return next((value for value in found if value is not None), None)


def bound(target: Target) -> float | None:
    """Give the bound that a target is judged by."""
    return target.target_low if target.target_low is not None else target.target_high


def build(
    points: Sequence[Point],
    observations: Sequence[Observation],
    targets: Sequence[Target],
    parents: Mapping[str, str],
) -> list[Series]:
    """Build all series of one indicator, those with most years first; places only compared with come last."""
    by_key: dict[Key, list[Point]] = grouped(points, "area_code", "scope", "period_type")  # type: ignore[assignment]
    levels = [
        one
        for one in observations
        if one.measure == "level"
        and one.modality != "target"
        and not one.is_derived
        and level(one) is not None
    ]
    told = grouped(levels, "area_code", "scope", "period_type", "time_period")
    promised = grouped((one for one in targets if one.measure == "level"), "area_code", "scope")
    known = {one.observation_id: one for one in observations}
    made = []
    for key, best in by_key.items():
        others = _benchmarks(key, by_key, parents)
        mine = [one for one in promised.get(key[:2], ()) if bound(one) is not None]
        made.append(_series(key, best, told=told, targets=mine, others=others, known=known))
    return sorted(made, key=lambda one: (one.key[1] != "", _compared(one), -len(one.points), one.key))


def _compared(series: Series) -> bool:
    """Say whether reports of other places alone tell it, to be compared with."""
    told = [year.observation for year in series.years if year.observation]
    return bool(told) and all(one.kind == "benchmark" for one in told)


def _benchmarks(key: Key, by_key: Mapping[Key, list[Point]], parents: Mapping[str, str]) -> list[list[Point]]:
    """Find the series of the places above, nearest first; a total of a nation is no measure for a city."""
    found, area = [], parents.get(key[0])
    while area:
        found.append(by_key.get((area, "", key[2]), []))
        area = parents.get(area)
    largest = max(abs(one.value) for one in by_key[key])
    return [one for one in found if one and max(abs(point.value) for point in one) <= _COMPARABLE * largest]


def _series(
    key: Key,
    best: Sequence[Point],
    *,
    told: Mapping[object, Sequence[Observation]],
    targets: Iterable[Target],
    others: Sequence[Sequence[Point]],
    known: Mapping[str, Observation],
) -> Series:
    points = {one.time_period: one for one in best}
    promised = grouped(targets, "time_period")
    above = grouped((one for line in others for one in line), "time_period")
    numbers = {year for year in [*points, *promised] if isinstance(year, int)}
    years = []
    for year in sorted(numbers):
        point = points.get(year)
        beside = [
            one for one in told.get((*key, year), ()) if not point or one.statement_id != point.statement_id
        ]
        years.append(
            Year(
                year=year,
                point=point,
                observation=known.get(point.observation_id) if point else None,
                told=tuple(beside),
                targets=tuple(promised.get(year, ())),
                benchmarks=tuple(above.get(year, ())),
            )
        )
    drawn = {point.area_code for year in years for point in year.benchmarks}
    named = {
        line[0].area_code: line[0].area_name or line[0].area_code
        for line in others
        if line[0].area_code in drawn
    }
    return Series(key, best[0].area_name or key[0], best[0].unit_code, tuple(years), tuple(named.items()))
