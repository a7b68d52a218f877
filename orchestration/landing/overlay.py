"""The user's rows of reference data, laid over the seeds.

What belongs here: reading ``$ZHIBIAO_HOME/reference/<name>.csv`` strictly and landing it as Parquet with the
columns of the seed of that name, all text. What does not: whose row wins (staging decides that).
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyarrow as pa

from orchestration.errors import InputError
from orchestration.landing import cells as cells_of
from orchestration.landing import writer
from orchestration.settings import Settings


def part(settings: Settings, name: str) -> Path:
    """Say where the user's rows of a reference table lie."""
    return settings.landing / "overlay" / name / "part.parquet"


def seeds(settings: Settings) -> dict[str, list[str]]:
    """Read the columns of every seed, by its name."""
    found = {}
    for path in sorted(settings.reference[0].glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = next(csv.reader(file), [])
    return found


def read(path: Path, columns: list[str]) -> list[dict[str, str | None]]:
    """Read a user's CSV; columns may be in any order and left out, empty cells are ``None``.

    Raises:
        InputError: no UTF-8, a column the seed does not have, a row with too many or too few cells, or a cell
            that cannot be what its column says.

    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, "cannot be read as UTF-8", "save it as UTF-8 CSV") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    for name in header:
        if name not in columns or header.count(name) > 1:
            what = "stands twice" if name in columns else "is unknown"
            mend = f"known are {', '.join(columns)}"
            parted = next(
                (sign for sign in ";\t" if set(columns) & set(name.split(sign)) and sign in name), ""
            )
            raise InputError(
                path,
                f"column {name!r} {what}",
                f"part cells by commas, not by {parted!r}" if parted else mend,
            )
    rows = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            what = f"line {reader.line_num} has {len(cells)} cells, the header {len(header)}"
            raise InputError(path, what, "quote cells that hold a comma")
        given = dict(zip(header, (cell.strip() or None for cell in cells), strict=True))
        row = {name: given.get(name) for name in columns}
        if wrong := cells_of.fault(path.stem, row):
            raise InputError(path, f"line {reader.line_num}: {wrong[0]}", wrong[1])
        rows.append(row)
    return rows


def _table(rows: list[dict[str, str | None]], columns: list[str]) -> pa.Table:
    schema = pa.schema([pa.field(name, pa.string()) for name in columns])
    return pa.Table.from_pylist(rows, schema=schema)


def land(settings: Settings) -> dict[str, int]:
    """Land the user's rows of every reference table, also where there are none; returns how many each.

    Raises:
        InputError: a file that is no reference table, or is wrong in itself, in one line.

    """
    known, folder = seeds(settings), settings.reference[1]
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in known:
            raise InputError(path, "is no reference table", f"known are {', '.join(known)}")
    tables = {}
    for name, columns in known.items():
        path = folder / f"{name}.csv"
        tables[name] = _table(read(path, columns) if path.is_file() else [], columns)
    for name, table in tables.items():
        writer.write_table(part(settings, name), table)
    return {name: table.num_rows for name, table in tables.items()}
