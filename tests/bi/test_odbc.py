"""The driver of Excel and of Power BI's ODBC connector, on a real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyodbc
import pytest

from tests.bi.postgres import DATABASE, PASSWORD, READER, Loaded

FOLDERS = (Path("/usr/lib/x86_64-linux-gnu/odbc"), Path("/usr/lib/aarch64-linux-gnu/odbc"))


def _driver() -> Path:
    found = [folder / "psqlodbcw.so" for folder in FOLDERS if (folder / "psqlodbcw.so").is_file()]
    if not found:
        message = "odbc-postgresql is not installed: `make system-ci` brings it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found[0]


@pytest.fixture(scope="module")
def connection(database: Loaded) -> Iterator[pyodbc.Connection]:
    address = f"Driver={_driver()};Server=127.0.0.1;Port={database.port};Database={DATABASE}"
    opened = pyodbc.connect(f"{address};UID={READER};PWD={{{PASSWORD}}}", autocommit=True)
    yield opened
    opened.close()


def test_tables_views_and_columns_are_listed(connection: pyodbc.Connection) -> None:
    cursor = connection.cursor()
    tables = {row.table_name for row in cursor.tables(schema="marts").fetchall()}
    assert {"fct_observation", "dim_indicator", "rpt_indicator_series"} <= tables
    views = {row.table_name for row in cursor.tables(schema="中文").fetchall()}
    assert {"指标观测", "目标完成情况"} <= views
    columns = {row.column_name for row in cursor.columns(table="指标观测", schema="中文").fetchall()}
    assert {"指标名称", "数值", "原句"} <= columns


def test_a_query_with_chinese_words_and_a_parameter(connection: pyodbc.Connection) -> None:
    sql = "select 年份, 数值 from 中文.指标序列 where 指标名称 = ? order by 年份"
    rows = connection.cursor().execute(sql, "普惠性幼儿园覆盖率").fetchall()
    assert len(rows) == 11
    assert all(0 < value <= 100 for _, value in rows)
    assert [year for year, _ in rows] == sorted(year for year, _ in rows)


@pytest.mark.parametrize(
    "statement", ["delete from marts.fct_observation", "create table marts.mine (x int)"]
)
def test_writes_are_refused(connection: pyodbc.Connection, statement: str) -> None:
    cursor = connection.cursor()
    cursor.execute("set default_transaction_read_only = off")
    with pytest.raises(pyodbc.Error, match="permission denied"):
        cursor.execute(statement)
