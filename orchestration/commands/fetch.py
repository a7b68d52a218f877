"""``zhibiao fetch``: looking for new reports at their sources.

What belongs here: showing sources and what was found there. What does not: looking
(``orchestration.reports.fetching``).
"""

from __future__ import annotations

import click

from orchestration import settings
from orchestration.commands import tables
from orchestration.commands.options import verbose_option
from orchestration.errors import BAD_INPUT, InputError
from orchestration.reports import register, sources
from orchestration.reports.fetching import Looked
from orchestration.reports.sources import Source
from orchestration.settings import Settings


def _list(home: Settings, wanted: tuple[Source, ...]) -> None:
    reports = register.load(home)
    rows = [
        (
            source.source_id,
            source.publisher,
            sources.spans(source.loaded(reports)),
            sources.spans(source.missing(reports)),
            sources.spans(source.late(reports)),
            len(source.addresses),
            source.listing_url,
        )
        for source in wanted
    ]
    tables.write_table(["source", "publisher", "registered", "missing", "late", "addresses", "listing"], rows)
    for source in wanted:
        if source.note:
            click.echo(f"{source.source_id}: {source.note}")


def _wanted(home: Settings, names: tuple[str, ...]) -> tuple[Source, ...]:
    known = {source.source_id: source for source in sources.load(home)}
    for name in names:
        if name not in known:
            raise InputError(name, "is no source", f"known are {', '.join(known)}")
    return tuple(known[name] for name in names) if names else tuple(known.values())


def _show(looked: Looked) -> None:
    added = looked.added
    if looked.note:
        click.echo(f"{looked.source_id}: {looked.address}: {looked.note}")
    elif added is None:
        click.echo(f"error: {looked.source_id}: {looked.error}", err=True)
    elif added.is_new:
        click.echo(f"{looked.source_id}: {added.report_id} version {added.version} from {looked.address}")
    else:
        click.echo(f"{looked.source_id}: {added.report_id} is as it was")


@click.command("fetch")
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@click.option("--list", "only_list", is_flag=True, help="List the sources and the years that are missing.")
@click.option("--all", "again", is_flag=True, help="Ask every known address whether its report changed.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], only_list: bool, again: bool, verbose: bool) -> None:
    """Look for new reports at their sources (sources.csv) and register them.

    Years that are registered are left in peace, but for the newest: is it still the same?
    """
    del verbose
    home = settings.load()
    wanted = _wanted(home, names)
    if only_list:
        _list(home, wanted)
        return
    from orchestration.reports import fetching
    from orchestration.reports.web.client import Client

    client, new, failed = Client(), 0, 0
    for source in wanted:
        in_vain = False
        for looked in fetching.look(home, client, source, again=again):
            _show(looked)
            new += looked.added is not None and looked.added.is_new
            failed += bool(looked.error)
            in_vain |= looked.added is None
        reports = register.load(home)
        if missing := source.missing(reports):
            late = sources.spans(source.late(reports))
            click.echo(
                f"{source.source_id}: missing {sources.spans(missing)}" + (f" (late: {late})" if late else "")
            )
        if in_vain and source.note:
            click.echo(f"{source.source_id}: {source.note}")
    click.echo(f"{new} new; `zhibiao run` takes them in" if new else "nothing new")
    ctx.exit(BAD_INPUT if failed else 0)
