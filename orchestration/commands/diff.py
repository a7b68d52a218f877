"""``zhibiao diff``: what changed between two versions of a report.

What belongs here: which versions, and showing what differs. What does not: comparing
(``orchestration.landing.differences``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orchestration import settings
from orchestration.commands import tables
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError
from orchestration.reports import register
from orchestration.reports.register import Report
from orchestration.settings import Settings

if TYPE_CHECKING:
    from orchestration.landing.differences import Difference

_COLUMNS = ["change", "indicator", "year", "before", "after", "fields", "sentence"]
_KEYS = ["statement_key_before", "statement_key_after"]


def _report(home: Settings, name: str) -> Report:
    known = {report.report_id: report for report in register.load(home)}
    found = [report for report_id, report in known.items() if name in report_id]
    if name in known or len(found) == 1:
        return known.get(name) or found[0]
    listed = ", ".join(one.report_id for one in found) or ", ".join(known)
    raise InputError(name, "is no report" if not found else "is several reports", f"give one of {listed}")


def _row(one: Difference) -> tuple[object, ...]:
    said = one.new or one.old
    assert said is not None
    return (
        one.state,
        said.indicator,
        said.year,
        one.old.quote if one.old else None,
        one.new.quote if one.new else None,
        " ".join(one.fields) or None,
        said.sentence.strip(),
    )


def _keys(one: Difference) -> tuple[object, ...]:
    return tuple(side.statement_key if side else None for side in (one.old, one.new))


@click.command("diff")
@click.argument("report", metavar="REPORT")
@click.option("--from", "first", type=int, help="The older version; by default the one before the newer.")
@click.option("--to", "second", type=int, help="The newer version; by default the current one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "jsonl"]),
    default="table",
    show_default=True,
)
@verbose_option
def command(report: str, first: int | None, second: int | None, form: str, verbose: bool) -> None:
    """List the figures that were added, removed or changed between two versions of a report.

    Both versions are read with today's rules, so that only what the report changed is listed.
    """
    from orchestration.landing import differences

    del verbose
    home = settings.load()
    found = _report(home, report)
    versions = found.manifest.versions
    newer = second if second is not None else versions[-1].number
    older = first if first is not None else newer - 1
    if older < 1:
        raise InputError(
            found.report_id, "has one version only", "`zhibiao add` a corrected report makes another"
        )
    listed = differences.of_report(found, home, older, newer)
    if form != "table":
        rows = [(*_row(one), *_keys(one)) for one in listed]
        tables.WRITERS[form]([*_COLUMNS, *_KEYS], rows)
        return
    for version in versions:
        if version.number in (older, newer):
            click.echo(
                f"{found.report_id} version {version.number}: {version.received}, {version.sha256[:12]}"
            )
    if listed:
        tables.write_table(_COLUMNS, [_row(one) for one in listed])
    else:
        click.echo("no figure differs")
