"""``zhibiao score``: how near an extraction comes to what a person annotated.

What belongs here: reading what is compared, and the forms of output. What does not: comparing
(``orchestration.scoring``).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration.commands.options import verbose_option
from orchestration.errors import InputError

if TYPE_CHECKING:
    from orchestration.scoring.figure import Figure

_TERRITORY = "territory.json"
_path = click.Path(path_type=Path)


def _text(path: Path) -> str:
    from orchestration.reports import readers

    try:
        return readers.read(str(path), path.read_bytes()).text
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "check the path") from error


def _extracted(path: Path) -> list[Figure]:
    from orchestration.commands.extract import read_extraction
    from orchestration.scoring.figure import from_statement

    return [from_statement(statement) for statement in read_extraction(path).statements]


@click.command("score")
@click.argument("gold", type=_path)
@click.argument("text", type=_path)
@click.option("--predicted", type=_path, help="Figures as JSON Lines to score instead of extracting TEXT.")
@click.option(
    "--territory",
    type=_path,
    help="JSON: what each report calls its own territory. Default: territory.json beside GOLD, if there.",
)
@click.option("--errors", "with_errors", is_flag=True, help="List every miss, extra and wrong field.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@verbose_option
def command(
    *,
    gold: Path,
    text: Path,
    predicted: Path | None,
    territory: Path | None,
    with_errors: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Score the figures of TEXT against GOLD, the figures that a person annotated (JSON Lines)."""
    from orchestration.scoring import printing, reading
    from orchestration.scoring.score import score

    del verbose
    content = _text(text)
    wanted = reading.read_gold(gold, content)
    places = territory or gold.with_name(_TERRITORY)
    own = reading.read_territory(places, gold.stem) if territory or places.is_file() else reading.Territory()
    got = reading.read_figures(predicted) if predicted else _extracted(text)
    result = score(wanted, got, content, own)
    if as_json:
        click.echo(json.dumps(printing.as_json(result, content, errors=with_errors), ensure_ascii=False))
        return
    if with_errors:
        click.echo("\n".join(printing.errors(result, content)))
    click.echo("\n".join(printing.summary(result)))
