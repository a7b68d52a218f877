"""A series as a chart: where every mark lies, and what it says.

What belongs here: geometry and words of marks. What does not: SVG, which ``templates/chart.html`` writes.
Across, places are in percent of the width, so that letters keep their size on a phone; down, in pixels.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from orchestration.site import numbers, words
from orchestration.site.links import Sentences
from orchestration.site.scale import Axis, axis
from orchestration.site.series import Series, Year, bound, level

HEIGHT, _EDGE = 240, 4.0
_LABELS_WIDE, _LABELS_NARROW = 14, 6
_APART = 15
_STEPS_ASIDE = (0, *(sign * _APART * step for step in range(1, 100) for sign in (1, -1)))
SPARK_WIDTH, SPARK_HEIGHT = 120, 36


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: ``shape`` is a source kind, ``target`` or ``benchmark``; ``href`` leads to its sentence."""

    x: float
    y: float
    shape: str
    href: str
    label: str
    in_conflict: bool = False
    aside: int = 0  # pixels to the right, where another mark would cover it


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line; ``style`` is main, gap or benchmark."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick with its label; ``narrow`` is False where a narrow screen leaves it out."""

    at: float
    label: str
    narrow: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn."""

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    across: tuple[Tick, ...]
    down: tuple[Tick, ...]
    shapes: tuple[str, ...]
    unit: str


def draw(series: Series, sentences: Sentences) -> Chart | None:
    """Draw a series; None where there are fewer than two marks to compare."""
    values = _values(series)
    if len(values) < 2:
        return None
    years = [one.year for one in series.years]
    place = _Place(min(years), max(years), axis(values, HEIGHT))
    marks = [mark for one in series.years for mark in _marks(one, series, place, sentences)]
    shapes = dict.fromkeys(one.shape for one in marks)
    lines = [*_benchmark_lines(series, place), *_main_lines(series, place)]
    return Chart(
        lines=tuple(lines),
        marks=tuple(marks),
        across=tuple(place.years()),
        down=tuple(
            Tick(round(HEIGHT - place.axis.at(tick), 1), numbers.short(tick)) for tick in place.axis.ticks
        ),
        shapes=tuple(shapes),
        unit=series.unit,
    )


def spark(points: Sequence[tuple[int, float]]) -> str:
    """Give the path of a small line without axes, over years; empty for fewer than two points."""
    if len(points) < 2:
        return ""
    first, last = points[0][0], points[-1][0]
    low, high = min(value for _, value in points), max(value for _, value in points)
    down = SPARK_HEIGHT - 8
    places = (
        (
            4 + (SPARK_WIDTH - 8) * (year - first) / (last - first),
            4 + (down / 2 if high == low else down * (high - value) / (high - low)),
        )
        for year, value in points
    )
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


@dataclass(frozen=True, slots=True)
class _Place:
    first: int
    last: int
    axis: Axis

    def x(self, year: int) -> float:
        span = self.last - self.first
        return 50.0 if not span else round(_EDGE + (100 - 2 * _EDGE) * (year - self.first) / span, 2)

    def y(self, value: float) -> float:
        return round(HEIGHT - self.axis.at(value), 1)

    def years(self) -> list[Tick]:
        span = self.last - self.first + 1
        wide, narrow = -(-span // _LABELS_WIDE), -(-span // _LABELS_NARROW)
        narrow = -(-narrow // wide) * wide
        shown = [year for year in range(self.first, self.last + 1) if (self.last - year) % wide == 0]
        return [Tick(self.x(year), str(year), (self.last - year) % narrow == 0) for year in shown]


def _values(series: Series) -> list[float]:
    found: list[float | None] = []
    for one in series.years:
        found += [one.point.value] if one.point else []
        found += [level(told) for told in one.restated] + [bound(target) for target in one.targets]
        found += [point.value for point in one.benchmarks]
    return [value for value in found if value is not None]


def _marks(one: Year, series: Series, place: _Place, sentences: Sentences) -> list[Mark]:
    unit, x, made = series.unit, place.x(one.year), []

    def add(
        value: float | None, shape: str, statement: str | None, said: str, conflict: bool = False
    ) -> None:
        if value is not None:
            made.append(
                Mark(x, place.y(value), shape, sentences.to(statement), f"{one.year}年 {said}", conflict)
            )

    for point in one.benchmarks:
        name = f"参照 {point.area_name}"
        add(point.value, "benchmark", point.statement_id, f"{numbers.with_unit(point.value, unit)} {name}")
    for target in one.targets:
        verdict = words.name("verdicts", target.verdict).zh
        add(bound(target), "target", target.target_statement_id, f"目标 {target.target_quote}（{verdict}）")
    for told in one.restated:
        shape = "told" if one.point and told.report_id == one.point.report_id else "restated"
        said = f"{numbers.with_unit(level(told), unit)} {words.name('sources', shape).zh}"
        add(level(told), shape, told.statement_id, said, conflict=True)
    if one.point:
        source = words.name("sources", one.point.source_kind).zh
        dispute = "，有矛盾" if one.point.has_conflict else ""
        said = f"{numbers.with_unit(one.point.value, unit)} {source}{dispute}"
        add(one.point.value, one.point.source_kind, one.point.statement_id, said, one.point.has_conflict)
    return _apart(made)


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Move marks of a year aside that another would cover; the last, the best value, stays in its place."""
    placed: list[Mark] = []
    for mark in reversed(marks):
        near = {one.aside for one in placed if abs(one.y - mark.y) < _APART}
        free = (step for step in _STEPS_ASIDE if step not in near)
        aside = next(free, 0)  # where there are hundreds, some lie on each other
        placed.append(replace(mark, aside=aside))
    return placed[::-1]


def _main_lines(series: Series, place: _Place) -> list[Line]:
    points = series.points
    return [
        Line(
            place.x(a.time_period),
            place.y(a.value),
            place.x(b.time_period),
            place.y(b.value),
            "main" if b.time_period - a.time_period == 1 else "gap",
        )
        for a, b in itertools.pairwise(points)
    ]


def _benchmark_lines(series: Series, place: _Place) -> list[Line]:
    made = []
    for area, _ in series.benchmark_areas:
        known = [
            (one.year, point.value)
            for one in series.years
            for point in one.benchmarks
            if point.area_code == area
        ]
        made += [
            Line(place.x(a[0]), place.y(a[1]), place.x(b[0]), place.y(b[1]), "benchmark")
            for a, b in itertools.pairwise(known)
        ]
    return made
