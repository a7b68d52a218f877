"""``zhibiao run``: everything, from inbox and register to release.

What belongs here: what comes before and after the job, and what is said of it. What does not: the job
(``orchestration.defs``), the meaning of a failure (:mod:`outcome`).
"""

from __future__ import annotations

import datetime as dt
import importlib
import shlex
import shutil
import sys
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from orchestration import instance, settings, state
from orchestration.commands import outcome, progress, release
from orchestration.commands.options import verbose_option
from orchestration.errors import BAD_INPUT, DONE, InputError
from orchestration.locking import run_lock
from orchestration.reports import inbox, readers, register
from orchestration.reports.register import Report
from orchestration.settings import Settings
from orchestration.state import LastRun
from orchestration.wording import counted

_LOOK = """\
Look into it:
  {zhibiao} show {example}
  {zhibiao} targets
  {zhibiao} query "select indicator_name_zh, time_period, value, unit_code from marts.rpt_indicator_series"\
"""


def take_inbox(home: Settings) -> int:
    """Register what was dropped into the inbox; returns how many files had to be put aside."""
    if any(home.inbox.glob("*")) and len(inbox.waiting(home, settled=0)) > len(inbox.waiting(home)):
        time.sleep(inbox.SETTLED_SECONDS)
    rejected = 0
    for taken in inbox.take(home):
        if taken.added is None:
            rejected += 1
            click.echo(f"error: {taken.error}; put aside in {home.inbox / inbox.REJECTED}", err=True)
        else:
            click.echo(f"inbox: {taken.name} is registered as {taken.added.report_id}", err=True)
    return rejected


def _verified(home: Settings) -> tuple[Report, ...]:
    """Load the register and read every report once, so that bad input ends here and costs nothing."""
    if home.postgres_url:
        from orchestration.publishing.postgres import target

        target.parse(home.postgres_url)  # a wrong address ends here too
    reports = register.load(home)
    if not reports:
        raise InputError(home.reports[1], "no report is registered", "`zhibiao add FILE` registers one")
    register.verify(reports, home)
    for report in reports:
        for version in report.manifest.versions:
            readers.read(str(report.path(version)), report.data(version))
    return reports


def _execute(reports: tuple[Report, ...], *, rebuild: bool, watch: progress.Progress) -> Any:
    import dagster as dg

    from orchestration.definitions import defs

    # the gate's library takes seconds to import: that can go on while dbt works in a process of its own
    threading.Thread(target=importlib.import_module, args=("great_expectations",), daemon=True).start()
    run_id = str(uuid.uuid4())
    years = instance.range_tags(report.manifest.reviewed_year for report in reports)
    job = defs().resolve_job_def("everything")
    with dg.DagsterInstance.get() as dagster:
        dagster.add_event_listener(run_id, watch)
        return job.execute_in_process(
            instance=dagster,
            run_config={"ops": {"landing": {"config": {"rebuild": rebuild}}}},
            tags={**years, **instance.COMMAND_TAG},
            run_id=run_id,
            raise_on_error=False,
        )


def _finished(home: Settings, started: float, **told: Any) -> LastRun:
    run = LastRun(
        finished_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        seconds=round(time.monotonic() - started, 1),
        fingerprint=state.fingerprint(home),
        **told,
    )
    state.write(home, run)
    return run


def _typed() -> str:
    """Give what a person types to call this command: its path, where no PATH leads to it."""
    called = Path(sys.argv[0])
    found = shutil.which(called.name)
    is_found = found is not None and Path(found).resolve() == called.resolve()
    return called.name if is_found or called == Path(called.name) else shlex.quote(str(called))


def _tell(home: Settings, run: LastRun, typed: str) -> None:
    from orchestration.reviewing import applied
    from orchestration.site import hook

    for line in applied.lines(home.candidate):
        click.echo(f"Your names: {line}")
    counts = ", ".join(counted(number, name) for name, number in run.counts.items())
    click.echo(f"Release {run.release_id} ({counts}) in {run.seconds} s")
    for line in release.held(home):
        click.echo(f"  {line}")
    click.echo(f"  {home.current_release}")
    if hook.shown(home) == run.release_id:
        click.echo(f"  {home.site / 'index.html'}")
    click.echo(_LOOK.format(zhibiao=typed, example=release.example(home)))


def build(home: Settings, *, rebuild: bool, verbose: bool) -> int:
    """Build, check and publish whatever is new; returns the exit code."""
    last = state.read(home)
    if last is not None and last.ok and not rebuild and last.fingerprint == state.fingerprint(home):
        click.echo(f"Nothing new since {last.finished_at}: release {last.release_id} stands.")
        for line in release.held(home):
            click.echo(f"  {line}")
        click.echo(f"  {home.current_release}")
        return DONE
    started, log = time.monotonic(), home.home / "logs" / "run.log"
    reports, typed = _verified(home), _typed()
    click.echo(f"Home {home.home}, registered reports: {len(reports)}", err=True)
    instance.prepare(home)
    with progress.watching(log, verbose=verbose) as watch:
        result = _execute(reports, rebuild=rebuild, watch=watch)
    if not result.success:
        failure = outcome.of(result.all_events, home, log)
        with suppress(OSError):  # a disk that is full keeps no record of that
            _finished(home, started, ok=False, message=failure.lines[0])
        for line in failure.lines:
            click.echo(f"error: {line}", err=True)
        return failure.exit_code
    counts, release_id = release.counts(home)
    run = _finished(home, started, ok=True, counts=counts, release_id=release_id)
    _tell(home, run, typed)
    return DONE


@click.command("run")
@click.option("--rebuild", is_flag=True, help="Read every report anew, also where nothing changed.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, rebuild: bool, verbose: bool) -> None:
    """Read, build, check and publish everything that is new: inbox, register, warehouse, gate, release."""
    home = settings.load()

    def waiting(process: str) -> None:
        click.echo(f"another run is under way (process {process}): waiting for it to end", err=True)

    with run_lock(home.home, waiting):
        if take_inbox(home):
            ctx.exit(BAD_INPUT)
        ctx.exit(build(home, rebuild=rebuild, verbose=verbose))
