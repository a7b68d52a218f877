"""``zhibiao extract``: the figures of one text.

What belongs here: reading one file, and the forms of output. What does not: the engine
(``orchestration.extraction``).
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import click

from orchestration import files, settings
from orchestration.commands import tables
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError
from orchestration.extraction.model import Extraction, Statement
from orchestration.wording import counted

_SHOWN = ("start", "quote", "low", "high", "unit", "qualifier", "indicator", "kind", "year", "scope")


def read_extraction(path: Path) -> Extraction:
    """Extract with the manifest's context where these bytes are registered, else with an inferred one."""
    from orchestration.extraction.context import infer_context
    from orchestration.extraction.engine import extract
    from orchestration.reports import context, readers, register

    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "check the path") from error
    text = readers.read(str(path), data).text
    digest, home = files.sha256(data), settings.load()
    registered = register.find_by_hash(home, digest)
    if registered is None:
        return extract(text, infer_context(text, report_id=digest, sha256=digest))
    return extract(text, context.of_version(*registered, text, home))


@click.command("extract")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "html"]),
    default="table",
    show_default=True,
    help="html is one page with every figure marked in the text; redirect it into a file.",
)
@verbose_option
def command(file: Path, form: str, verbose: bool) -> None:
    """Print every figure of a text: one row a statement, or one page of HTML. `-` reads standard input."""
    del verbose
    extraction = read_extraction(file)
    if form == "html":
        from orchestration.rendering.page import render

        sys.stdout.write(render(extraction, title=file.stem))
        return
    every = tuple(field.name for field in dataclasses.fields(Statement))
    names = _SHOWN if form == "table" else every
    rows = ([getattr(statement, name) for name in names] for statement in extraction.statements)
    if form == "table":
        tables.write_table(names, rows)
        statements, skipped = len(extraction.statements), len(extraction.skipped)
        click.echo(f"{counted(statements, 'statements')}, {counted(skipped, 'skipped numbers')}")
    else:
        tables.WRITERS[form](names, rows)
