"""``zhibiao status``: where things stand.

What belongs here: asking every part how things are. What does not: judging them.
"""

from __future__ import annotations

import click

from orchestration import files, settings, state
from orchestration.commands import release, tables
from orchestration.commands.options import verbose_option
from orchestration.reports import inbox, register, sources
from orchestration.reports.register import Report
from orchestration.settings import Settings
from orchestration.state import LastRun
from orchestration.wording import counted


def _reports(home: Settings) -> None:
    rows = [
        (
            report.report_id,
            len(report.manifest.versions),
            report.manifest.publisher,
            report.manifest.reviewed_year,
            "landed" if _is_landed(home, report) else "waits for a run",
        )
        for report in register.load(home)
    ]
    tables.write_table(["report", "versions", "publisher", "year", "state"], rows)


def _is_landed(home: Settings, report: Report) -> bool:
    """Whether the landing holds every version of a report."""
    import pyarrow.parquet as pq

    path = home.landing / "reports" / f"report_id={report.report_id}" / "part.parquet"
    versions = len(report.manifest.versions)
    return path.is_file() and pq.ParquetFile(path).metadata.num_rows == versions


def _missing(home: Settings) -> list[str]:
    """Say of every source which of its years are not registered."""
    reports = register.load(home)
    found = [
        (one.source_id, sources.spans(years)) for one in sources.load(home) if (years := one.missing(reports))
    ]
    heads = ["missing", *[""] * len(found)]
    return [f"{head:<9} {name}: {years}" for head, (name, years) in zip(heads, found, strict=False)]


def _late(home: Settings) -> list[str]:
    """Say of every source in use which of its reports should be there by now."""
    reports = register.load(home)
    found = [
        f"{one.source_id} {sources.spans(years)}"
        for one in sources.load(home)
        if (years := one.late(reports))
    ]
    return [f"late      {', '.join(found)}; `zhibiao fetch` looks for them"] if found else []


def _run(last: LastRun | None) -> str:
    if last is None:
        return "never"
    how = "done" if last.ok else f"failed: {last.message}"
    return f"{last.finished_at}, {last.seconds} s, {how}"


def _new(home: Settings, last: LastRun | None) -> str:
    """Say what a run would take in, or that the last one failed with all that there is."""
    new = state.changed(last.fingerprint, state.fingerprint(home)) if last else ["everything"]
    if new:
        return f"{', '.join(new)}; `zhibiao run` takes it in"
    return "nothing" if last and last.ok else "nothing since the run that failed"


@click.command("status")
@verbose_option
def command(verbose: bool) -> None:
    """Show the registered reports, the last run, the release, the gate, and what is new."""
    del verbose
    home = settings.load()
    click.echo(f"home      {home.home}")
    _reports(home)
    last = state.read(home)
    click.echo(f"last run  {_run(last)}")
    identity = release.identity(home)
    click.echo(f"release   {identity or 'none yet'}")
    if identity:
        counts, _ = release.counts(home)
        click.echo("          " + ", ".join(counted(number, name) for name, number in counts.items()))
        click.echo(f"gate      {release.gate_summary(home)}")
    for line in release.held(home):
        click.echo(f"          {line}")
    for line in [*_missing(home), *_late(home)]:
        click.echo(line)
    waiting = inbox.waiting(home, settled=0)
    if waiting:
        click.echo(f"inbox     {', '.join(files.readable(path.name) for path in waiting)}")
    click.echo(f"new       {_new(home, last)}")
