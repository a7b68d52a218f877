"""``zhibiao correct``: a decision on one figure, written down.

What belongs here: options, and saying what was written. What does not: what a decision may be
(``orchestration.quality.corrections``).
"""

from __future__ import annotations

import click

from orchestration import settings
from orchestration.commands.options import verbose_option


@click.command("correct")
@click.argument("statement_key")
@click.option("--accept", is_flag=True, help="The figure is right as the report says it.")
@click.option("--drop", is_flag=True, help="Leave the figure out.")
@click.option("--override", metavar="FIELD=VALUE", help="Put VALUE, in the base unit, for what was read.")
@click.option("--reason", required=True, help="Why; every reader sees it.")
@click.option("--author", default="", help="Who decides.")
@verbose_option
def command(
    *,
    statement_key: str,
    accept: bool,
    drop: bool,
    override: str | None,
    reason: str,
    author: str,
    verbose: bool,
) -> None:
    """Write a decision on the figure STATEMENT_KEY into the user's corrections; the next run applies it.

    `zhibiao check --explain STATEMENT_KEY` shows the figure first.
    """
    from orchestration.quality import corrections, landed

    del verbose
    if [accept, drop, override is not None].count(True) != 1:
        raise click.UsageError("give exactly one of --accept, --drop and --override FIELD=VALUE")
    field, equals, value = (override or "").partition("=")
    if override and not equals:
        raise click.UsageError(f"--override {override}: write it as FIELD=VALUE, for example value=92.79")
    home = settings.load()
    found = landed.find(home, statement_key)
    action = "accept" if accept else "drop" if drop else "override"
    row = corrections.make(found, action, reason, field=field.strip(), value=value.strip(), author=author)
    path = corrections.add(home, row)
    change = f" {row.field} {row.expect} → {row.value}" if row.action == "override" else ""
    click.echo(f"{row.action} {found.report_id} «{found.quote}»{change}: {row.reason}")
    click.echo(f"  {found.marked}")
    click.echo(f"  written to {path}; `zhibiao run` applies it")
