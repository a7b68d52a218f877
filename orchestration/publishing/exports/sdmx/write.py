"""Writing the two files of SDMX.

What belongs here: the order of the steps. What does not: the query (``data.sql``), codes and structure.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.publishing.exports.facts import Facts
from orchestration.publishing.exports.sdmx import codes, structure

_UNITS = """
select unit_code from release.marts.rpt_indicator_series where unit_code is not null
union
select unit_code from release.marts.fct_target_outcome where unit_code is not null
order by 1
"""


def write(connection: duckdb.DuckDBPyConnection, folder: Path, facts: Facts) -> None:
    """Write ``indicators.csv`` (SDMX-CSV 2.0, UTF-8 without BOM) and ``structure.xml`` into ``folder``."""
    units = codes.unit_codes([row[0] for row in connection.execute(_UNITS).fetchall()])
    query = Path(__file__).with_name("data.sql").read_text(encoding="utf-8")
    connection.execute("create or replace temp table sdmx_units (unit varchar, code varchar)")
    for unit, code in units.items():
        connection.execute("insert into sdmx_units values (?, ?)", [unit, code.id])
    connection.execute(f"create or replace temp table sdmx_data as {query}")
    path = str(folder / "indicators.csv").replace("'", "''")
    connection.execute(f"copy (select * from sdmx_data order by all) to '{path}' (format csv, header)")
    lists = codes.code_lists(connection, units)
    (folder / "structure.xml").write_bytes(structure.message(lists, facts))
