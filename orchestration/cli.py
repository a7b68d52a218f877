"""The command ``zhibiao``.

What belongs here: the list of subcommands, loaded only when called, and how errors end. What does not: what
a subcommand does (``orchestration.commands``).
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version

import click

from orchestration import settings
from orchestration.errors import BAD_INPUT, DONE, STOPPED, FullDiskError, ZhibiaoError, tells_full_disk

COMMANDS: Mapping[str, str] = {
    "run": "Read, build, check and publish everything that is new.",
    "add": "Register reports: area, genre and years are inferred and can be given.",
    "fetch": "Look for new reports at their sources and register them.",
    "diff": "List what changed between two versions of a report.",
    "extract": "Print every figure of a text.",
    "query": "Run SQL on the current release, read-only.",
    "show": "Show the series of an indicator, as table and plot.",
    "targets": "Show every promise beside what came of it.",
    "review": "Decide what doubtful names of figures mean.",
    "site": "Write the release as pages that open from a file.",
    "status": "Show reports, last run, release and what is new.",
    "check": "Run the gate alone, on the candidate or the release.",
    "correct": "Decide on one figure: accept, override or drop it, with a reason.",
    "score": "Score an extraction against figures that a person annotated.",
    "publish": "Publish the candidate, after the gate.",
    "rollback": "Let readers see an earlier release again.",
    "grant-reader": "Let a role of PostgreSQL read what is loaded there, and nothing else.",
    "serve": "Open the Dagster web page, with schedule and sensor.",
}


class LazyGroup(click.Group):
    """A group that imports a subcommand only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the names, in the order of use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a subcommand, which holds it as ``command``."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"orchestration.commands.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; a reader that has seen enough (`| head`) is no error."""
        try:
            done: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(DONE) from None
        return done

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list for ``--help`` without importing anything."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("zhibiao"), prog_name="zhibiao")
@click.option("-v", "--verbose", is_flag=True, help="Show everything, stack traces included.")
@click.pass_context
def group(ctx: click.Context, verbose: bool) -> None:
    """指标: every figure of Chinese annual reports, with the sentence that says it.

    All that running makes lies in $ZHIBIAO_HOME (default: var/ beside the sources).
    """
    ctx.obj = ctx.obj or {}
    ctx.obj["verbose"] = verbose


def _speak_utf8() -> None:
    """Write UTF-8 also where the locale says otherwise, and into nothing where nobody listens."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115 - a device, for the whole life
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _wants_trace() -> bool:
    return any(argument in {"-v", "--verbose"} for argument in sys.argv[1:])


def main() -> None:
    """Run the command and exit: 0 done, 1 a check failed, 2 usage or bad input."""
    _speak_utf8()
    try:
        code = group(standalone_mode=False, obj={})
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        code = STOPPED
    except Exception as error:
        if _wants_trace() and not isinstance(error, click.ClickException):
            raise
        click.echo(f"error: {_line(error)}", err=True)
        code = error.exit_code if isinstance(error, ZhibiaoError) else BAD_INPUT
    _end(code if isinstance(code, int) else 0)


def _line(error: Exception) -> str:
    """Say on one line what is wrong, and what mends it."""
    if isinstance(error, ZhibiaoError):
        return str(error)
    if isinstance(error, click.ClickException):
        context = error.ctx if isinstance(error, click.UsageError) else None
        see = f"; see `{context.command_path} --help`" if context else ""
        return _joined(error.format_message()).removesuffix(".") + see
    if isinstance(error, OSError):
        place, why = error.filename or "the disk", error.strerror or _joined(str(error))
        return f"{place}: {why}; see to it that the place is there, may be written and has room"
    if tells_full_disk(str(error)):
        return str(FullDiskError(settings.load().home))
    return f"{type(error).__name__}: {_joined(str(error))}; --verbose for the rest"


def _end(code: int) -> None:
    """Exit; where Dagster was loaded, without taking seconds to tear down thousands of modules."""
    if "dagster" in sys.modules:
        for stream in (sys.stdout, sys.stderr):
            with suppress(BrokenPipeError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def _joined(text: str) -> str:
    return " ".join(text.split())[:500]
