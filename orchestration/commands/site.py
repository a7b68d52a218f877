"""``zhibiao site``: the release as pages that open from a file.

What belongs here: options, and saying where it lies. What does not: the pages (``orchestration.site``).
"""

from __future__ import annotations

from pathlib import Path

import click

from orchestration import settings
from orchestration.commands.options import verbose_option


@click.command("site")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write it; default: site/ in the home.",
)
@click.option("--release", "release_id", help="The id of a release; default: the current one.")
@verbose_option
def command(output: Path | None, release_id: str | None, verbose: bool) -> None:
    """Write the static site of a release: series, targets, coverage, conflicts, and every report's text.

    It opens from a file, asks nothing of any other place, and leads every number to its sentence.
    """
    from orchestration.site.build import build

    del verbose
    made = build(settings.load(), output, release_id)
    click.echo(f"{made.release_id}: {made.files} files, {made.size / 1e6:.1f} MB")
    click.echo(f"  {(made.folder / 'index.html').as_uri()}")
