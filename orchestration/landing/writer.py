"""Landing files: written whole, in one atomic step, and read back.

What belongs here: where the Parquet of a report lies, writing, reading and dropping it. What does not:
what is in the rows (:mod:`frames`), when to write (:mod:`ingest`).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration import files
from orchestration.landing import frames, schema
from orchestration.settings import Settings


def part(settings: Settings, table: str, report_id: str) -> Path:
    """Say where a report's rows of a table lie."""
    return settings.landing / table / f"report_id={report_id}" / "part.parquet"


def write_table(path: Path, table: pa.Table) -> None:
    """Write Parquet in one atomic step, readable by any engine."""
    with files.replacing(path) as temporary:
        pq.write_table(table, temporary, compression="zstd", store_decimal_as_integer=False)


def write(settings: Settings, report_id: str, parts: Mapping[str, pd.DataFrame]) -> None:
    """Write all tables of a report; ``reports`` last, for it is what says that the others are there."""
    for name in sorted(parts, key=lambda name: name == "reports"):
        write_table(part(settings, name, report_id), frames.to_arrow(name, parts[name]))


def read_reports(settings: Settings, report_id: str) -> pd.DataFrame | None:
    """Read the landed ``reports`` rows of a report; ``None`` where not all of its tables are readable."""
    try:
        parts = {name: pq.ParquetFile(part(settings, name, report_id)) for name in schema.TABLES}
        table = parts["reports"].read()
    except (pa.ArrowInvalid, OSError):
        return None
    return table.to_pandas() if table.schema.names == schema.REPORTS.names else None


def landed(settings: Settings) -> list[str]:
    """List the ids of all reports that have rows in any table."""
    folders = (settings.landing / name for name in schema.TABLES)
    found = (path.name.partition("=")[2] for folder in folders for path in folder.glob("report_id=*"))
    return sorted(set(found))


def drop(settings: Settings, report_id: str) -> None:
    """Remove a report's rows from every table, ``reports`` first."""
    for name in sorted(schema.TABLES, key=lambda name: name != "reports"):
        shutil.rmtree(part(settings, name, report_id).parent, ignore_errors=True)
