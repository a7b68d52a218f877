"""What a person went back from: data that no scheduled run may publish again by itself.

What belongs here: the record ``withdrawn.json`` beside the releases. What does not: when it is asked
(``release``). A record that cannot be read counts as empty: it only ever holds a release back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from orchestration import files

RECORD = "withdrawn.json"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """``contents``: hashes of the marts gone back from; ``is_held``: the candidate is one of them."""

    contents: frozenset[str] = frozenset()
    is_held: bool = False


def read(published: Path) -> Withdrawn:
    """Read the record; empty where there is none."""
    try:
        told = json.loads((published / RECORD).read_text(encoding="utf-8"))
        return Withdrawn(frozenset(map(str, told["contents"])), bool(told["is_held"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Withdrawn()


def go_back(published: Path, content: str, to: str) -> None:
    """Record that ``content`` was withdrawn in favour of ``to``, which thereby is withdrawn no longer."""
    _write(published, (read(published).contents | {content}) - {to}, is_held=False)


def hold(published: Path) -> None:
    """Record that the candidate is one of the withdrawn."""
    _write(published, read(published).contents, is_held=True)


def forget(published: Path, content: str) -> None:
    """Record that ``content`` is published, and so is not withdrawn (any longer)."""
    known = read(published)
    if known.is_held or content in known.contents:
        _write(published, known.contents - {content}, is_held=False)


def _write(published: Path, contents: frozenset[str], *, is_held: bool) -> None:
    told = {"contents": sorted(contents), "is_held": is_held}
    files.write_text(published / RECORD, json.dumps(told, indent=1) + "\n")
