"""``zhibiao add``: registering reports."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from orchestration import settings
from orchestration.commands.options import verbose_option
from orchestration.errors import BAD_INPUT, InputError
from orchestration.reports.adding import Added
from orchestration.reports.inference import Value


def _show(path: Path, added: Added) -> None:
    if not added.is_new:
        click.echo(f"{path}: registered already as {added.report_id} version {added.version}; nothing to do")
        return
    click.echo(f"{path}: registered as {added.report_id} version {added.version}")
    for name, found in added.fields.items():
        if name != "licence":
            click.echo(f"  {name:<14} {found.value}   ({found.evidence})")
    click.echo(f"  mend it in {added.folder / 'manifest.yml'}; `zhibiao run` takes it in")


@click.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--area", help="Code of GB/T 2260, CN, or a name.")
@click.option("--genre", help="education, gov-work-report, stat-communique, … (a new word makes a new genre)")
@click.option("--year", type=int, help="The reviewed year.")
@click.option("--planned-year", type=int, help="The year its plans are for.")
@click.option("--publisher")
@click.option("--title")
@click.option("--speaker")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="When it was given.")
@click.option("--received", help="How it came to you; kept in the manifest.")
@verbose_option
@click.pass_context
def command(
    ctx: click.Context, /, files: tuple[Path, ...], area: str | None, received: str | None, **options: object
) -> None:
    """Register reports: area, genre and years are inferred from the text, what is given wins."""
    from orchestration.reports import adding

    options.pop("verbose")
    options["reviewed_year"] = options.pop("year")
    date = options["date"]
    options["date"] = date.date() if isinstance(date, dt.datetime) else None
    given: dict[str, Value] = {
        name: value for name, value in options.items() if isinstance(value, str | int | dt.date)
    }
    home, failed = settings.load(), 0
    for path in files:
        how = received or f"added from the file {path.name} on {dt.date.today().isoformat()}"
        try:
            _show(path, adding.add(home, path, received=how, given=given, area=area))
        except InputError as error:
            failed += 1
            click.echo(f"error: {error}", err=True)
    ctx.exit(BAD_INPUT if failed else 0)
