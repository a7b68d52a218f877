"""``zhibiao targets``: the board of promises.

What belongs here: the board and its filters. What does not: the verdicts (``dbt_project``).
"""

from __future__ import annotations

import click

from orchestration import settings
from orchestration.commands import release, tables
from orchestration.commands.options import verbose_option
from orchestration.wording import counted

_BOARD = """
select
    outcome.time_period as year,
    coalesce(area.area_name, outcome.area_code) as area,
    indicator.name_zh as indicator,
    said.quote as promised,
    outcome.outcome_value as reached,
    outcome.unit_code as unit,
    outcome.verdict,
    outcome.gap
from marts.fct_target_outcome as outcome
left join marts.dim_indicator as indicator using (indicator_code)
left join marts.dim_area as area using (area_code)
left join (
    select statement_id, any_value(quote) as quote from marts.fct_observation group by statement_id
) as said on outcome.target_statement_id = said.statement_id
where {verdict} in ('', outcome.verdict)
    and {area} in ('', outcome.area_code, area.area_name, area.short_name)
    and {year} in (0, outcome.time_period)
order by year, area, verdict, indicator
"""


@click.command("targets")
@click.option(
    "--verdict", type=click.Choice(["met", "missed", "pending", "no_outcome_found"]), help="Only these."
)
@click.option("--area", default="", help="Only of this place: its code or its name.")
@click.option("--year", type=int, default=0, help="Only for this year.")
@click.option(
    "--format", "form", type=click.Choice(["table", *tables.WRITERS]), default="table", show_default=True
)
@verbose_option
def command(verdict: str | None, area: str, year: int, form: str, verbose: bool) -> None:
    """Show every promise beside what came of it: met, missed, pending, no outcome found."""
    del verbose
    with release.connect(settings.load()) as connection:
        wanted = {"verdict": release.literal(verdict or ""), "area": release.literal(area), "year": year}
        cursor = connection.execute(_BOARD.format(**wanted))
        columns, rows = [column[0] for column in cursor.description or []], cursor.fetchall()
    if form != "table":
        tables.WRITERS[form](columns, rows)
        return
    tables.write_table(columns, rows)
    place = columns.index("verdict")
    verdicts = [row[place] for row in rows]
    counts = ", ".join(f"{verdicts.count(one)} {one}" for one in dict.fromkeys(verdicts))
    click.echo(f"{counted(len(rows), 'targets')}: {counts}" if rows else "no targets")
