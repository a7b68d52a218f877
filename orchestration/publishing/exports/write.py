"""All files of a release beside its database.

What belongs here: which files there are and where they lie. What does not: how each is written.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.publishing import catalog
from orchestration.publishing.build import DATABASE
from orchestration.publishing.chinese import views
from orchestration.publishing.content import quoted
from orchestration.publishing.exports import package, parquet, text, workbook
from orchestration.publishing.exports.facts import dictionary, gather
from orchestration.publishing.exports.sdmx import write as sdmx
from orchestration.settings import Settings


def write(folder: Path, settings: Settings, release_id: str, created_at: str) -> None:
    """Write every file out of ``folder/zhibiao.duckdb`` into ``folder``.

    Raises InputError where the user's terms cannot be read, PublishError, OSError or duckdb.Error where the
    disk does not take them.
    """
    connection = duckdb.connect()
    try:
        connection.execute(f"attach '{_quoted(folder / DATABASE)}' as release (read_only)")
        tables, relations = catalog.read(connection, "release"), catalog.relations()
        facts = gather(connection, settings, release_id, created_at)
        for name in ("parquet", "csv", "sdmx"):
            (folder / name).mkdir()
        for table in tables:
            parquet.write(connection, table, folder / "parquet", facts)
            text.write(connection, table, folder / "csv")
        rows = dictionary(tables, _refers(relations))
        text.write_dictionary(rows, folder / "dictionary.csv")
        text.write_readme(tables, facts, folder / "README.txt")
        unfit = frozenset(table.name for table in tables if _has_empty_key(connection, table))
        package.write(tables, relations, facts, folder / "datapackage.json", unfit)
        workbook.write(connection, views.views(tables), rows, facts, folder / "zhibiao.xlsx")
        sdmx.write(connection, folder / "sdmx", facts)
    finally:
        connection.close()


def _has_empty_key(connection: duckdb.DuckDBPyConnection, table: catalog.Table) -> bool:
    texts = [column.name for column in table.columns if column.type.startswith("VARCHAR")]
    keys = [f"{quoted(name)} = ''" for name in table.primary_key if name in texts]
    asked = f"from release.{table.schema}.{quoted(table.name)} where {' or '.join(keys) or 'false'} limit 1"
    return connection.execute(f"select 1 {asked}").fetchone() is not None


def _refers(relations: tuple[catalog.Relation, ...]) -> dict[tuple[str, str], str]:
    return {
        (one.table, column): f"{one.to_table}.{to}"
        for one in relations
        for column, to in zip(one.columns, one.to_columns, strict=True)
    }


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
