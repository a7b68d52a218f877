"""Parquet, one file a table, with what each column means in its field.

What belongs here: the schema with its metadata, and writing in batches. What does not: which tables there
are.
"""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.publishing.catalog import Column, Table
from orchestration.publishing.content import quoted
from orchestration.publishing.exports.facts import Facts, unit

_ROWS = 100_000  # in one group: what is held in memory at a time


def write(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path, facts: Facts) -> None:
    """Write ``<table>.parquet``; fields carry name_zh, description and unit, the file terms and sources."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    relation = f"release.{table.schema}.{quoted(table.name)}"
    reader = connection.execute(f"select {names} from {relation}").to_arrow_reader(_ROWS)
    schema = _described(reader.schema, table, facts)
    with pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))


def _described(schema: pa.Schema, table: Table, facts: Facts) -> pa.Schema:
    fields = [
        field.with_metadata(_field(column)) for field, column in zip(schema, table.columns, strict=True)
    ]
    about = {
        "title": table.name,
        "description": table.comment,
        "release_id": facts.release_id,
        "created_at": facts.created_at,
        "license": facts.licence,
        "sources": "\n".join(map(str, facts.sources)),
        # once more for readers that show the metadata of a file but not that of its fields
        "columns": json.dumps({column.name: _field(column) for column in table.columns}, ensure_ascii=False),
    }
    return pa.schema(fields, metadata=about)


def _field(column: Column) -> dict[str, str]:
    told = {"name_zh": column.title, "description": column.comment, "unit": unit(column)}
    return {name: value for name, value in told.items() if value}
