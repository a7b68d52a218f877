"""A decision on a name, as a row of the user's own reference data.

What belongs here: making such a row, refusing one that could not be applied, writing it. What does not:
applying it (``dbt_project``), asking for it (``orchestration.commands.review``).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration import files
from orchestration.errors import InputError
from orchestration.landing import overlay
from orchestration.reviewing.queue import Item
from orchestration.settings import Settings

ALIASES, INDICATORS, UNITS = "indicator_aliases", "indicators", "units"
NO_UNIT = "无单位"
_CODE = re.compile(r"[a-z][a-z0-9_]{2,60}")
_COUNTED = frozenset({"people", "count", "visits", "households", "pairs", "lessons", "trips"})
Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a name: ``table`` is where ``row`` was written, ``said`` tells it in words."""

    table: str
    row: Row
    said: str
    path: Path


def reference(settings: Settings, name: str) -> dict[str, dict[str, str | None]]:
    """Read a reference table by its first column, the user's rows over those of the project."""
    columns = overlay.seeds(settings)[name]
    paths = [folder / f"{name}.csv" for folder in settings.reference]
    rows = [row for path in paths if path.is_file() for row in overlay.read(path, columns)]
    return {str(row[columns[0]]): row for row in rows}


def link(settings: Settings, item: Item, code: str) -> Decision:
    """Let the name mean an indicator of the dictionary.

    Raises:
        InputError: there is no such indicator, or it is measured in another kind of unit.

    """
    known = reference(settings, INDICATORS)
    if code not in known:
        near = [one for one in known if code.lower() in one][:3] or [one.code for one in item.candidates]
        mend = f"it may be {', '.join(near)}" if near else "`zhibiao review ID --new` makes one"
        raise InputError(f"--as {code}", "is no indicator of the dictionary", mend)
    _demand_same_kind(settings, item, code, str(known[code]["unit"]))
    said = f"«{item.name}» means {code} ({known[code]['name_zh']})"
    return _write(settings, ALIASES, _alias(item, code), said)


def set_apart(settings: Settings, item: Item) -> Decision:
    """Let the name mean none of the indicators proposed: it keeps a code of its own and waits no more."""
    said = f"«{item.name}» means no known indicator; it keeps a code of its own"
    return _write(settings, ALIASES, _alias(item, None), said)


def make_new(settings: Settings, item: Item, code: str = "") -> Decision:
    """Make the name an indicator of its own in the user's dictionary.

    Raises:
        InputError: the code is none, or taken; the unit of the name is not known.

    """
    code = code or f"own_{item.review_id}"
    if not _CODE.fullmatch(code) or code.startswith("p_"):
        raise InputError(f"--code {code}", "is no code", "write small letters, digits and _, not p_ first")
    known = reference(settings, INDICATORS)
    if code in known and known[code]["name_zh"] != item.name:
        raise InputError(f"--code {code}", f"is taken by {known[code]['name_zh']}", "give another")
    if item.unit in ("", NO_UNIT):
        what = f"«{item.name}» is told without a unit"
        raise InputError(item.review_id, what, "add it to reference/indicators.csv with its unit by hand")
    dimension = _dimension(settings, item.unit)
    level, population, ownership = item.facets
    row = {
        "indicator_code": code,
        "name_zh": item.name,
        "domain": "own",
        "concept": code,
        "level_of_schooling": level,
        "population": population,
        "ownership": ownership,
        "unit": item.unit,
        "direction": "neither",
        "growth_basis": "unknown" if dimension.startswith("money") else "nominal",
        "lower_bound": "0" if dimension in _COUNTED else None,
        "aggregation": "none",
        "definition": f"由审核新增（{dt.date.today().isoformat()}）。",
    }
    return _write(settings, INDICATORS, row, f"«{item.name}» is a new indicator {code} in {item.unit}")


def _alias(item: Item, code: str | None) -> Row:
    note = f"reviewed {dt.date.today().isoformat()} ({item.review_id})"
    return {"alias": item.name, "unit": item.unit or None, "indicator_code": code, "note": note}


def _dimension(settings: Settings, unit: str) -> str:
    row = reference(settings, UNITS).get(unit)
    return str(row["dimension"]) if row else unit


def _demand_same_kind(settings: Settings, item: Item, code: str, unit: str) -> None:
    """Refuse a link that the build would pass over: figures of another kind of unit are never linked."""
    if item.unit and _dimension(settings, item.unit) != _dimension(settings, unit):
        what = f"is measured in {unit}, «{item.name}» in {item.unit}"
        raise InputError(f"--as {code}", what, "choose an indicator in that unit, or --new")


def _keys(table: str) -> tuple[str, ...]:
    return ("alias", "unit") if table == ALIASES else ("indicator_code",)


def _write(settings: Settings, table: str, row: Row, said: str) -> Decision:
    """Write the row in one atomic step; an earlier decision on the same key gives way and is named."""
    columns, path = overlay.seeds(settings)[table], settings.reference[1] / f"{table}.csv"
    rows = overlay.read(path, columns) if path.is_file() else []
    full = {name: row.get(name) for name in columns}
    key = [full[name] for name in _keys(table)]
    before = [one for one in rows if [one[name] for name in _keys(table)] == key]
    if before and (was := before[-1].get("indicator_code")) != full["indicator_code"]:
        said += f"; before it was {was or 'set apart'}"
    kept = [one for one in rows if one not in before]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: value or "" for name, value in one.items()} for one in [*kept, full])
    bom = "\ufeff" if path.is_file() and path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    files.write_text(path, bom + out.getvalue())
    return Decision(table, full, said, path)
