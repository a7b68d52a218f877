"""The word lists that extraction reads by: loading, nothing else.

What belongs here: reading the CSV, TXT and TOML files of ``lexicon/`` and the units of
``seeds/reference/units.csv`` into plain tuples and dictionaries, once a process. What does not: any rule that
uses them. Who wants another word, unit or name pattern understood adds a line to a file; no code changes.

Files: ``*.csv`` with a header line; ``*.toml`` of ``[[rule]]`` tables; ``*.txt`` one entry a line, empty
lines and lines that open with ``#`` left out. All are UTF-8.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import cast

FOLDER = Path(__file__).with_name("lexicon")
UNITS = Path(__file__).resolve().parents[2] / "seeds" / "reference" / "units.csv"


class LexiconError(ValueError):
    """A word list cannot be used; the message names the file, the line and the mend."""


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of ``lexicon/<name>.txt`` in file order, each once."""
    lines = (line.strip() for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``lexicon/<name>.csv`` as dictionaries by column name."""
    return _rows(FOLDER / f"{name}.csv")


@cache
def rules(name: str) -> tuple[dict[str, object], ...]:
    """The ``[[rule]]`` tables of ``lexicon/<name>.toml`` in file order."""
    path = FOLDER / f"{name}.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}: mend the TOML") from error
    return tuple(cast("list[dict[str, object]]", content.get("rule", [])))


@cache
def units() -> tuple[dict[str, str], ...]:
    """The rows of the reference units: ``unit base_unit factor dimension aliases name_en``."""
    return _rows(UNITS)


def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise LexiconError(
                    f"{path.name}: line {reader.line_num}: give {len(reader.fieldnames or ())} values, "
                    "and quote those that hold a comma"
                )
            rows.append(row)
    return tuple(rows)
