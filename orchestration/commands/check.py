"""``zhibiao check``: the gate alone."""

from __future__ import annotations

import click

from orchestration import instance, settings
from orchestration.commands import tables
from orchestration.commands.options import verbose_option
from orchestration.errors import CHECK_FAILED, InputError


@click.command("check")
@click.option(
    "--release", "released", is_flag=True, help="Check the current release instead of the candidate."
)
@click.option("--all", "every", is_flag=True, help="List also the checks that passed.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, released: bool, every: bool, verbose: bool) -> None:
    """Run the gate on the candidate or the release and show the board; exit code 1 where it is closed."""
    from orchestration.quality import gate, message

    del verbose
    home = settings.load()
    database = home.current_release if released else home.candidate
    if not database.is_file():
        raise InputError(database, "there is nothing to check", "`zhibiao run` makes it")
    instance.prepare(home)
    result = gate.run_gate(home, database.resolve())
    rows = [
        (
            check.outcome,
            check.rule.severity,
            check.rule.table,
            check.rule.name,
            check.rows_checked,
            check.rows_failed,
        )
        for check in result.checks
        if every or check.outcome != "passed"
    ]
    if rows:
        tables.write_table(["outcome", "severity", "table", "check", "rows", "failed"], rows)
    for line in (*message.blocking_lines(result), *message.warning_lines(result)):
        click.echo(line)
    click.echo(message.summary(result))
    ctx.exit(0 if result.passed else CHECK_FAILED)
