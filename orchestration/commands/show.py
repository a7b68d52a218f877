"""``zhibiao show``: one indicator over the years.

What belongs here: finding an indicator by any of its names, its series as table and plot. What does not:
drawing (:mod:`tables`, :mod:`plot`).
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import click

from orchestration import settings
from orchestration.commands import release, tables
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError

if TYPE_CHECKING:
    import duckdb

_MATCHES = """
select indicator_code, any_value(indicator_name_zh) as name, count(*) as years
from marts.rpt_indicator_series
where indicator_code = {word} or contains(indicator_name_zh, {word})
group by indicator_code
order by indicator_code <> {word}, any_value(indicator_name_zh) <> {word}, years desc, indicator_code
"""
_BY_WORDING = """
select s.indicator_code, any_value(s.indicator_name_zh) as name, count(distinct s.observation_id) as years
from marts.rpt_indicator_series as s
inner join (
    select distinct indicator_code from marts.fct_observation where contains(indicator_label, {word})
) as told using (indicator_code)
group by s.indicator_code
order by years desc, s.indicator_code
"""
_SERIES = """
select
    series.time_period as year, coalesce(area.area_name, series.area_code) as area, series.scope,
    case when series.period_type = 'annual' then '' else series.period_type end as period,
    case series.obs_status when 'B' then 'break' when 'P' then 'preliminary' else '' end as status,
    series.value, series.unit_code as unit, series.yoy_change as change, series.source_kind as source,
    series.has_conflict as conflict, said.quote, said.sentence
from marts.rpt_indicator_series as series
left join marts.dim_area as area using (area_code)
left join (
    select statement_id, any_value(quote) as quote, any_value(sentence) as sentence
    from marts.fct_observation group by statement_id
) as said using (statement_id)
where series.indicator_code = {code}
order by area, series.scope, series.period_type <> 'annual', series.period_type, year
"""
_NAMES = "select distinct indicator_name_zh from marts.rpt_indicator_series order by indicator_name_zh"
_COLUMNS = ["year", "area", "scope", "period", "status", "value", "unit", "change", "source", "conflict"]
_COLUMNS += ["quote", "sentence"]
_VALUE, _UNIT = _COLUMNS.index("value"), _COLUMNS.index("unit")
_LISTED, _SENTENCE, _PLOTS, _NEAR = 20, 60, 3, 3


def near(word: str, names: list[str]) -> list[str]:
    """Give the few names most like a word that is none: first those that have all its characters in order."""

    def holds(name: str) -> bool:
        rest = iter(name)
        return all(one in rest for one in word)

    whole = sorted((name for name in names if holds(name)), key=len)
    alike = difflib.get_close_matches(word, names, n=_NEAR, cutoff=0.5)
    return list(dict.fromkeys([*whole, *alike]))[:_NEAR]


def _unknown(connection: duckdb.DuckDBPyConnection, word: str) -> InputError:
    like = near(word, [str(name) for (name,) in connection.execute(_NAMES).fetchall()])
    mend = f"it may be {', '.join(map(tables.shown, like))}" if like else "try a shorter part of its name"
    return InputError("show", f"no series is called {word!r}", mend)


def _plot(rows: list[tuple[object, ...]]) -> None:
    """Draw the series of each place and kind of period that has two years or more, a few at most."""
    places: dict[tuple[object, ...], list[tuple[int, float]]] = {}
    for row in rows:
        if row[_VALUE] is not None:
            places.setdefault(row[1:4], []).append((int(str(row[0])), float(str(row[_VALUE]))))
    drawn = [(place, points) for place, points in places.items() if len(points) > 1]
    for place, points in drawn[:_PLOTS]:
        from orchestration.commands import plot

        years = [year for year, _ in points]
        values, scale = plot.scaled([value for _, value in points])
        told = " ".join(str(one) for one in place if one)
        click.echo(tables.shown(f"{told} ({scale}{rows[0][_UNIT]})"))
        click.echo(plot.line(years, values))


@click.command("show")
@click.argument("indicator")
@verbose_option
def command(indicator: str, verbose: bool) -> None:
    """Show the series of INDICATOR: a code, part of a name, or a wording of a report; as table and plot."""
    del verbose
    if not indicator.strip():
        raise InputError("show", "the name is empty", "give a part of an indicator's name, or its code")
    with release.connect(settings.load()) as connection:
        found = connection.execute(_MATCHES.format(word=release.literal(indicator))).fetchall()
        if not found:
            found = connection.execute(_BY_WORDING.format(word=release.literal(indicator))).fetchall()
        if not found:
            raise _unknown(connection, indicator)
        code, name, _ = found[0]
        rows = connection.execute(_SERIES.format(code=release.literal(code))).fetchall()
    cut = [(*row[:-1], str(row[-1] or "").strip()[:_SENTENCE]) for row in rows]
    shown = [
        place for place in range(len(_COLUMNS)) if any(row[place] not in (None, "", False) for row in cut)
    ]
    tables.write_table(
        [_COLUMNS[place] for place in shown],
        [[row[place] for place in shown] for row in cut],
        title=f"{name}  {code}",
    )
    _plot(rows)
    others = [f"{tables.shown(one[1])} ({one[0]})" for one in found[1 : _LISTED + 1]]
    if others:
        click.echo(f"{len(found) - 1} more match: " + ", ".join(others))
