"""``zhibiao review``: doubtful names, and a person's decision on them.

What belongs here: the list, and the keys of a session in a terminal. What does not: what waits and what a
decision writes (``orchestration.reviewing``).
"""

from __future__ import annotations

import dataclasses
import sys

import click

from orchestration import settings
from orchestration.commands import release, tables
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError
from orchestration.reviewing import decisions, queue
from orchestration.reviewing.decisions import Decision
from orchestration.reviewing.queue import Item
from orchestration.settings import Settings
from orchestration.wording import counted

_LISTED, _SHOWN, _SENTENCE = 20, 3, 120
_COLUMNS = ["id", "reason", "name", "unit", "figures", "now", "best candidate", "score", "sentence"]
_KEYS = "1–3 that candidate · c another code · n a new indicator · r none of them · Enter later · q end"


def items(home: Settings) -> list[Item]:
    """Read the names that wait, from the current release."""
    with release.connect(home) as connection:
        return queue.read(connection)


def _row(item: Item) -> tuple[object, ...]:
    best = item.candidates[0] if item.candidates else None
    now = item.indicator_name if item.reason == "doubtful_link" else None
    said = item.figures[0].marked
    sentence = said if len(said) <= _SENTENCE else f"{said[:_SENTENCE]}…"
    return (
        item.review_id,
        item.reason,
        item.name,
        item.unit,
        len(item.figures),
        now,
        f"{best.name} ({best.code})" if best else None,
        round(best.score, 2) if best else None,
        sentence,
    )


def _list(found: list[Item], form: str, limit: int) -> None:
    if form in ("json", "jsonl"):
        told = [dataclasses.asdict(one) for one in found]
        tables.WRITERS[form](list(told[0]) if told else [], [tuple(one.values()) for one in told])
    elif form == "csv":
        tables.write_csv(_COLUMNS, [_row(one) for one in found])
    else:
        tables.write_table(_COLUMNS, [_row(one) for one in found[:limit]], total=len(found))


def show(item: Item) -> None:
    """Print one name with its sentences and candidates."""
    click.echo(f"{item.review_id}  «{item.name}»" + (f"  in {item.unit}" if item.unit else ""))
    if item.reason == "doubtful_link":
        click.echo(f"  linked by likeness to {item.indicator_code} {item.indicator_name}")
    for figure in item.figures[:_SHOWN]:
        click.echo(f"  {figure.report_id} ({figure.year}): {figure.marked}")
    if len(item.figures) > _SHOWN:
        click.echo(f"  … {counted(len(item.figures) - _SHOWN, 'more figures')}")
    for number, one in enumerate(item.candidates, start=1):
        click.echo(f"  [{number}] {one.name}  {one.code}  {one.score:.2f}")


def _said(decision: Decision) -> None:
    click.echo(decision.said)
    click.echo(f"  written to {decision.path}; `zhibiao run` applies it")


def _ask(home: Settings, item: Item) -> Decision | None:
    """Read keys until one decides; ``None`` to leave it for later.

    Raises:
        click.Abort: the person ends the session.

    """
    while True:
        key = click.getchar()
        if key in ("q", "\x03", "\x04"):
            raise click.Abort
        if key in ("\r", "\n", " "):
            return None
        if key.isdigit() and 0 < int(key) <= len(item.candidates):
            return decisions.link(home, item, item.candidates[int(key) - 1].code)
        if key == "n":
            return decisions.make_new(home, item)
        if key == "r":
            return decisions.set_apart(home, item)
        if key == "c":
            return decisions.link(home, item, click.prompt("  code", type=str).strip())
        click.echo(f"  {_KEYS}")


def _session(home: Settings, found: list[Item]) -> None:
    click.echo(f"Waiting: {counted(len(found), 'names')}.  {_KEYS}")
    decided = 0
    try:
        for number, item in enumerate(found, start=1):
            click.echo(f"\n{number}/{len(found)}  ", nl=False)
            show(item)
            while True:
                try:
                    decision = _ask(home, item)
                    break
                except InputError as error:
                    click.echo(f"error: {error}", err=True)
            if decision is not None:
                decided += 1
                click.echo(f"  {decision.said}")
    except click.Abort:
        pass
    click.echo(f"\n{decided} decided" + ("; `zhibiao run` applies them" if decided else ""))


@click.command("review")
@click.argument("name", required=False, metavar="[ID]")
@click.option("--as", "code", metavar="CODE", help="The name means this indicator of the dictionary.")
@click.option("--new", "is_new", is_flag=True, help="The name is an indicator of its own.")
@click.option("--code", "own_code", default="", help="With --new: the code it gets.")
@click.option("--reject", is_flag=True, help="It means none of the candidates; ask no more.")
@click.option("--list", "only_list", is_flag=True, help="List the names that wait, and ask nothing.")
@click.option("--reason", type=click.Choice(["doubtful_link", "unlinked"]), help="Only these.")
@click.option("--limit", default=_LISTED, show_default=True, help="Rows of a table.")
@click.option(
    "--format", "form", type=click.Choice(["table", *tables.WRITERS]), default="table", show_default=True
)
@verbose_option
def command(
    *,
    name: str | None,
    code: str | None,
    is_new: bool,
    own_code: str,
    reject: bool,
    only_list: bool,
    reason: str | None,
    limit: int,
    form: str,
    verbose: bool,
) -> None:
    """Decide what doubtful names of figures mean; the next run applies it.

    In a terminal each name is shown with its sentences and candidates, and a key decides. Decisions are rows
    of indicator_aliases.csv and indicators.csv under reference/ of the home.
    """
    del verbose
    chosen = (code is not None) + is_new + reject
    if chosen > 1 or (chosen and name is None):
        raise click.UsageError("give an ID and one of --as CODE, --new and --reject")
    home = settings.load()
    found = [one for one in items(home) if reason in (None, one.reason)]
    if name is None:
        if only_list or form != "table" or not sys.stdin.isatty():
            _list(found, form, limit)
        else:
            _session(home, found)
        return
    item = queue.find(found, name)
    if code is not None:
        _said(decisions.link(home, item, code))
    elif is_new:
        _said(decisions.make_new(home, item, own_code))
    elif reject:
        _said(decisions.set_apart(home, item))
    elif form != "table":
        _list([item], form, limit)
    else:
        show(item)
