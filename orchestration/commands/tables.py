"""Rows as a person or a program wants them: table, csv, json, jsonl, parquet.

What belongs here: writing rows to standard output. What does not: getting them.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import math
import shutil
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal

from orchestration.commands import drawing
from orchestration.wording import counted

Row = Sequence[object]
# A terminal obeys control characters; words of reports are shown, not obeyed.
_PICTURES: dict[int, int | str] = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_PICTURES |= dict.fromkeys(range(0x7F, 0xA0), "\ufffd")
PIPED_WIDTH = 160  # characters of a table that goes into a file or another program


def plain(value: object) -> object:
    """Turn a value into what JSON knows; decimals become numbers without losing digits that floats hold.

    What is no number, and what is endless, becomes null.
    """
    if isinstance(value, Decimal | float) and not math.isfinite(value):
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date | dt.datetime | dt.time | dt.timedelta):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def shown(value: object) -> str:
    """Turn a value into what a table cell shows."""
    if value is None:
        return ""
    if isinstance(value, Decimal | float):
        return f"{value:,.10f}".rstrip("0").rstrip(".") if value == value else "nan"  # noqa: PLR0124 - NaN
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return str(plain(value)).translate(_PICTURES)


def distinct(columns: Sequence[str]) -> list[str]:
    """Number the names that stand more than once, as the database does: ``a, a`` become ``a, a_1``."""
    taken, found = set(columns), list[str]()
    for name in columns:
        free, number = name, 0
        while free in found or (number and free in taken):
            number += 1
            free = f"{name}_{number}"
        found.append(free)
    return found


def write_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write CSV with a header; empty cells are nulls."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([["" if value is None else plain(value) for value in row] for row in rows])


def write_jsonl(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write one JSON object a row."""
    for row in rows:
        print(json.dumps(dict(zip(columns, map(plain, row), strict=True)), ensure_ascii=False))


def write_json(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write one JSON array of objects."""
    objects = [dict(zip(columns, map(plain, row), strict=True)) for row in rows]
    print(json.dumps(objects, ensure_ascii=False, indent=1))


def write_records(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write one line a column and one block a row, for rows too wide for a table; nulls are left out."""
    name_width = max(map(len, columns))
    for number, row in enumerate(rows, start=1):
        print(f"── row {number}")
        for column, value in zip(columns, row, strict=True):
            if value is not None:
                print(f"{column:<{name_width}}  {shown(value)}")


def _too_wide(columns: Sequence[str], width: int) -> bool:
    """Say whether the headings alone would have to be broken, after which nobody can read the table."""
    return sum(len(column) + 3 for column in columns) > width


def write_table(
    columns: Sequence[str], rows: Iterable[Row], *, title: str = "", total: int | None = None
) -> None:
    """Draw a table for a person, wide characters aligned; numbers stand to the right.

    More columns than fit side by side are written as one block a row. No row at all is said.
    """
    kept, title = list(rows), shown(title)
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH
    if title:
        print(title)
    if not kept:
        print("no rows")
    elif _too_wide(columns, room):
        write_records(columns, kept)
    else:
        right = [_is_numeric(row[position] for row in kept) for position in range(len(columns))]
        cells = [[shown(value) for value in row] for row in kept]
        for line in drawing.lines(columns, cells, right, room):
            print(line)
    _say_more(total, len(kept))


def _is_numeric(values: Iterable[object]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(isinstance(value, int | float | Decimal) for value in given)


def _say_more(total: int | None, written: int) -> None:
    if total is not None and total > written:
        print(f"… {counted(total - written, 'more rows')}")


WRITERS = {"csv": write_csv, "json": write_json, "jsonl": write_jsonl}
