"""Reading annotated and extracted figures, and what a report calls its own territory.

What belongs here: JSON Lines and JSON into records, every fault named by file and line. What does not:
comparing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

from orchestration.errors import InputError
from orchestration.extraction.model import Kind, Qualifier
from orchestration.scoring.figure import Figure, GoldFigure, fields_of

F = TypeVar("F", bound=Figure)
_CLOSED = {"kind": get_args(Kind), "qualifier": get_args(Qualifier)}


@dataclass(frozen=True, slots=True)
class Territory:
    """Names of the report's own territory or body, and groups of names that mean one other place."""

    own: frozenset[str] = frozenset()
    aliases: tuple[frozenset[str], ...] = ()


def read_gold(path: Path, text: str) -> list[GoldFigure]:
    """Read annotated figures in file order; each quote must stand in ``text`` at its offsets.

    Raises:
        InputError: a line that is no annotated figure, or a quote that the text does not have there.

    """
    figures = []
    for number, row in _rows(path):
        where = f"{path}:{number}"
        for name, allowed in _CLOSED.items():
            if name in row and row[name] not in allowed:
                raise InputError(
                    where, f"{name} {row[name]!r} is unknown", f"give one of {', '.join(allowed)}"
                )
        figure = _build(GoldFigure, row, where)
        if (there := text[figure.start : figure.end]) != figure.quote:
            mend = "mend start and end, or give the text that was annotated"
            raise InputError(where, f"the quote is {figure.quote!r}, but the text has {there!r} there", mend)
        figures.append(figure)
    if not figures:
        raise InputError(path, "no annotated figure in it", "give one JSON object a line")
    return figures


def read_figures(path: Path) -> list[Figure]:
    """Read extracted figures in file order, such as ``zhibiao extract --format jsonl`` prints them."""
    return [_build(Figure, row, f"{path}:{number}") for number, row in _rows(path)]


def read_territory(path: Path, report: str) -> Territory:
    """Read what ``report``, a gold file's name without its ending, calls its own; nothing if not listed."""
    try:
        entry = json.loads(_decoded(path)).get(report, {})
        own, aliases = entry.get("own", []), entry.get("aliases", [])
    except (json.JSONDecodeError, AttributeError) as error:
        mend = 'give {"<report>": {"own": [names], "aliases": [[names of one place]]}}'
        raise InputError(path, f"no territory file ({error})", mend) from error
    return Territory(frozenset(own), tuple(frozenset(group) for group in aliases))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_decoded(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            where = f"{path}:{number}:{error.colno}"
            raise InputError(where, f"no JSON ({error.msg})", "give one JSON object a line") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}:{number}", "no JSON object", "give one JSON object a line")
        yield number, row


def _build(record: type[F], row: dict[str, Any], where: str) -> F:
    try:
        return record(**fields_of(row), **_annotation(row) if record is GoldFigure else {})
    except KeyError as error:
        raise InputError(
            where, f"the field {error} is missing", "see the guidelines for the fields"
        ) from error
    except (TypeError, ValueError) as error:
        raise InputError(where, f"a field has the wrong type ({error})", "see the guidelines") from error


def _annotation(row: dict[str, Any]) -> dict[str, Any]:
    keywords: Sequence[str] = row.get("keywords", ())
    if isinstance(keywords, str) or not all(isinstance(word, str) for word in keywords):
        raise TypeError("keywords must be a list of strings")
    return {"keywords": tuple(keywords), "optional": bool(row.get("optional", False))}


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(path, error.strerror or "unreadable", "check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "no UTF-8 text", "save it as UTF-8") from error
