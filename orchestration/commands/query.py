"""``zhibiao query``: SQL on the current release.

What belongs here: running one statement, and the forms of output. What does not: opening the release safely
(:mod:`release`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from orchestration import settings
from orchestration.commands import landed, release, tables
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError

if TYPE_CHECKING:
    import duckdb

_CHUNK, _SHOWN = 2_000, 200


def _fetched(cursor: duckdb.DuckDBPyConnection) -> Iterator[tables.Row]:
    while rows := cursor.fetchmany(_CHUNK):
        yield from rows


def _reading(connection: duckdb.DuckDBPyConnection, text: str) -> duckdb.Statement:
    """Give the one statement of ``text``, which reads: others could write the very file that is open."""
    import duckdb

    statements = connection.extract_statements(text)
    if len(statements) != 1:
        what = "is empty" if not statements else f"holds {len(statements)} statements"
        raise InputError("query", what, "give one statement")
    if statements[0].type != duckdb.StatementType.SELECT:
        kind = statements[0].type.name.lower()
        raise InputError(
            "query", f"{kind} is no statement that reads", "ask with select; --format writes files"
        )
    return statements[0]


def _write_parquet(cursor: duckdb.DuckDBPyConnection, columns: list[str]) -> None:
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        raise InputError("query", "parquet is no text", "redirect it: … --format parquet > figures.parquet")
    pq.write_table(cursor.to_arrow_table().rename_columns(columns), sys.stdout.buffer)


@click.command("query")
@click.argument("sql")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "jsonl", "parquet"]),
    default="table",
    show_default=True,
)
@click.option("--release", "release_id", default="", help="Ask a release that is kept, not the current one.")
@click.option(
    "--landing", "on_landing", is_flag=True, help="Ask what was read of every version of every report."
)
@verbose_option
def command(sql: str, form: str, release_id: str, on_landing: bool, verbose: bool) -> None:
    """Run SQL on the current release, read-only. `-` reads the SQL from standard input.

    Example: zhibiao query "select quote, sentence from marts.fct_observation limit 5"

    With --landing the tables are reports, passages, statements, skipped_numbers, with report_version.
    """
    import duckdb

    del verbose
    text, home = sys.stdin.read() if sql == "-" else sql, settings.load()
    with landed.connect(home) if on_landing else release.connect(home, release_id) as connection:
        try:
            cursor = connection.execute(_reading(connection, text))
        except duckdb.Error as error:
            unknown = isinstance(error, duckdb.CatalogException)
            mend = '`zhibiao query "show all tables"` lists what there is' if unknown else ""
            raise InputError("query", " ".join(str(error).split()), mend) from error
        columns = tables.distinct([column[0] for column in cursor.description or []])
        if form == "parquet":
            _write_parquet(cursor, columns)
        elif form == "table":
            rows = cursor.fetchmany(_SHOWN)
            more = len(cursor.fetchall()) if len(rows) == _SHOWN else 0
            tables.write_table(columns, rows, total=len(rows) + more)
        else:
            tables.WRITERS[form](columns, _fetched(cursor))
