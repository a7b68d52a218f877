"""``zhibiao check``: the gate alone, or one of its findings explained.

What belongs here: the board, and which database is asked. What does not: the rules and what they find
(``orchestration.quality``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration import instance, settings, warehouse
from orchestration.commands import explaining, tables
from orchestration.commands.options import verbose_option
from orchestration.errors import CHECK_FAILED, InputError
from orchestration.settings import Settings

if TYPE_CHECKING:
    from orchestration.quality.result import GateResult


def _board(result: GateResult, *, every: bool) -> None:
    from orchestration.quality import message

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
        if every or check.is_open
    ]
    if rows:
        tables.write_table(["outcome", "severity", "table", "check", "rows", "failed"], rows)
    for line in (*message.blocking_lines(result), *message.warning_lines(result)):
        click.echo(line)
    click.echo(message.summary(result))


def _released(home: Settings, name: str) -> Path:
    """The database of a release, named by its id or the beginning of it."""
    if name == "current":
        return home.current_release
    kept = sorted(path.name for path in (home.published / "releases").glob("*") if path.is_dir())
    found = [one for one in kept if one.startswith(name)]
    if len(found) != 1:
        what = "fits several releases" if found else "is no release"
        raise InputError(name, what, f"kept are {', '.join(kept) or 'none'}")
    return home.published / "releases" / found[0] / home.current_release.name


def _explain(home: Settings, name: str) -> int:
    lines = list(explaining.lines(home, name))
    for line in lines:
        click.echo(line)
    return 0


@click.command("check")
@click.option(
    "--release",
    "released",
    is_flag=False,
    flag_value="current",
    metavar="[ID]",
    help="Check a release instead of the candidate: that of the id, without one the current.",
)
@click.option("--all", "every", is_flag=True, help="List also the checks that passed.")
@click.option(
    "--explain",
    metavar="ID",
    help="Show a figure (statement_id or statement_key) or what a check found: sentence, what was read, what"
    " was expected, and the rows of corrections that would settle it.",
)
@click.option(
    "--data-docs",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the Data Docs of Great Expectations into this folder as well.",
)
@verbose_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    released: str | None,
    every: bool,
    explain: str | None,
    data_docs: Path | None,
    verbose: bool,
) -> None:
    """Run the gate on the candidate or the release and show the board; exit code 1 where it is closed."""
    del verbose
    home = settings.load()
    if explain:
        ctx.exit(_explain(home, explain))
    database = _released(home, released) if released else home.candidate
    if not released:
        warehouse.require_whole(home)
    if not database.is_file():
        raise InputError(database, "there is nothing to check", "`zhibiao run` makes it")
    from orchestration.quality import gate, page

    instance.prepare(home)
    result = gate.run_gate(home, database.resolve(), data_docs=data_docs)
    _board(result, every=every)
    click.echo(f"  {page.path(home, result.subject)}")
    if data_docs is not None:
        click.echo(f"  {data_docs / 'index.html'}")
    ctx.exit(0 if result.passed else CHECK_FAILED)
