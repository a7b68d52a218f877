"""``zhibiao add``: registering reports.

What belongs here: options, and showing what was inferred. What does not: inferring and keeping
(``orchestration.reports.adding``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration import files, settings
from orchestration.commands.options import verbose_option
from orchestration.errors import BAD_INPUT, InputError
from orchestration.reports.adding import Added
from orchestration.reports.deliveries import Part
from orchestration.reports.inference import Value
from orchestration.settings import Settings

if TYPE_CHECKING:
    from orchestration.reports.web.client import Client


def _show(name: str, added: Added) -> None:
    if not added.is_new:
        why = "the same text as" if added.same_text else "registered already as"
        stays = f"; version {added.current} stays the current one" if added.version != added.current else ""
        click.echo(f"{name}: {why} {added.report_id} version {added.version}; nothing to do{stays}")
        return
    click.echo(f"{name}: registered as {added.report_id} version {added.version}")
    for field, found in added.fields.items():
        if field != "licence":
            click.echo(f"  {field:<14} {found.value}   ({found.evidence})")
    if added.version > 1:
        click.echo(f"  what changed: zhibiao diff {added.report_id}")
    click.echo(f"  mend it in {added.folder / 'manifest.yml'}; `zhibiao run` takes it in")


def _delivered(home: Settings, client: Callable[[], Client], source: str) -> tuple[str, list[Part]]:
    """Get what a file or address holds, and how it came."""
    from orchestration.reports import adding, deliveries, received

    if source.lower().startswith(("http://", "https://")):
        got = received.get(home, client(), source)
        received.remember(home, got)
        return got.how, deliveries.parts(source, got.data)
    name = files.readable(source)
    how = f"added from the file {Path(name).name} on {dt.date.today().isoformat()}"
    return how, deliveries.parts(name, adding.read_file(Path(source)))


@cache
def _client() -> Client:
    from orchestration.reports.web.client import Client

    return Client()


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL...")
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
    ctx: click.Context, /, sources: tuple[str, ...], area: str | None, received: str | None, **options: object
) -> None:
    """Register reports: txt, html, docx, pdf, a zip of those, or the address of one.

    Area, genre and years are inferred from the text, each shown with its evidence; what is given wins.
    """
    from orchestration.reports import adding

    options.pop("verbose")
    options["reviewed_year"] = options.pop("year")
    date = options["date"]
    options["date"] = date.date() if isinstance(date, dt.datetime) else None
    given: dict[str, Value] = {
        name: value for name, value in options.items() if isinstance(value, str | int | dt.date)
    }
    home, failed = settings.load(), 0

    def tell(error: InputError) -> None:
        nonlocal failed
        failed += 1
        click.echo(f"error: {error}", err=True)

    for source in sources:
        try:
            how, parts = _delivered(home, _client, source)
        except InputError as error:
            tell(error)
            continue
        for part in parts:
            member = f" ({part.file} in it)" if len(parts) > 1 or part.name != files.readable(source) else ""
            try:
                added = adding.add_data(
                    home, part.name, part.data, received=received or how + member, given=given, area=area
                )
                _show(part.name, added)
            except InputError as error:
                tell(error)
    ctx.exit(BAD_INPUT if failed else 0)
