"""The driver of Metabase, Tableau, DBeaver, FineBI and DataEase, on a real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jaydebeapi
import jpype
import pytest

from tests.bi.postgres import DATABASE, PASSWORD, READER, Loaded
from tests.conftest import need

JAR = Path("/usr/share/java/postgresql.jar")
DRIVER = "org.postgresql.Driver"
Rows = list[tuple[Any, ...]]


def _machine() -> None:
    """Start Java inside this process, once."""
    need("java")
    if not JAR.is_file():
        message = f"{JAR} is not installed: `make system-ci` brings it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(JAR)])


@pytest.fixture(scope="module")
def connection(database: Loaded) -> Iterator[jaydebeapi.Connection]:
    _machine()
    url = f"jdbc:postgresql://127.0.0.1:{database.port}/{DATABASE}"
    opened = jaydebeapi.connect(DRIVER, url, [READER, PASSWORD], str(JAR))
    yield opened
    opened.close()


def _query(connection: jaydebeapi.Connection, sql: str, *given: object) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(given))
        rows: Rows = cursor.fetchall()
        return rows


def _told(results: Any, *names: str) -> list[tuple[str, ...]]:
    """Read what the driver tells of the database."""
    found = []
    while results.next():
        found.append(tuple(str(results.getString(name)) for name in names))
    results.close()
    return found


def test_tables_and_views_are_listed_with_their_comments(connection: jaydebeapi.Connection) -> None:
    meta = connection.jconn.getMetaData()
    tables = dict(_told(meta.getTables(None, "marts", "%", ["TABLE"]), "TABLE_NAME", "REMARKS"))
    assert {"fct_observation", "dim_indicator", "rpt_indicator_series", "release_info"} <= set(tables)
    assert "观测事实表" in tables["fct_observation"]
    views = dict(_told(meta.getTables(None, "中文", "%", ["VIEW"]), "TABLE_NAME", "REMARKS"))
    assert "推算" in views["指标观测"]


def test_every_column_has_its_comment(connection: jaydebeapi.Connection) -> None:
    meta = connection.jconn.getMetaData()
    columns = _told(meta.getColumns(None, "marts", "fct\\_%", "%"), "COLUMN_NAME", "REMARKS", "TYPE_NAME")
    assert len(columns) > 50
    assert not [name for name, remarks, _ in columns if remarks.isascii()]
    assert ("period_end", "date") in {(name, kind) for name, _, kind in columns}


def test_keys_are_there_to_draw_relations_from(connection: jaydebeapi.Connection) -> None:
    meta = connection.jconn.getMetaData()
    keys = _told(meta.getPrimaryKeys(None, "marts", "dim_report"), "COLUMN_NAME")
    assert sorted(keys) == [("report_id",), ("report_version",)]
    names = ("FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME")
    found = set(_told(meta.getImportedKeys(None, "marts", "fct_observation"), *names))
    assert ("indicator_code", "dim_indicator", "indicator_code") in found
    assert {table for _, table, _ in found} == {"dim_indicator", "dim_area", "dim_unit", "dim_report"}


def test_a_prepared_query_takes_chinese_words(connection: jaydebeapi.Connection) -> None:
    sql = "select time_period, value_latest from marts.rpt_indicator_series where indicator_name_zh = ?"
    rows = _query(connection, f"{sql} order by time_period", "普惠性幼儿园覆盖率")
    assert len(rows) == 11
    words = _query(
        connection, 'select "指标名称", "结论" from 中文."目标完成情况" where "结论" = ?', "已达成"
    )
    assert words
    assert set(words) == {(name, "已达成") for name, _ in words}


def test_the_words_of_a_date_and_a_null_come_through(connection: jaydebeapi.Connection) -> None:
    sql = "select period_end, outcome_value from marts.fct_target_outcome where verdict = ? limit 1"
    ((day, value),) = _query(connection, sql, "pending")
    assert str(day).endswith("-12-31")
    assert value is None


@pytest.mark.parametrize(
    "statement",
    [
        "delete from marts.fct_observation",
        "insert into marts.release_info select * from marts.release_info",
        "create table marts.mine (x int)",
        "create temp table mine (x int)",
        "update 中文.指标观测 set 数值 = 1",
    ],
)
def test_writes_are_refused(connection: jaydebeapi.Connection, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set default_transaction_read_only = off")
        with pytest.raises(jaydebeapi.DatabaseError, match="permission denied"):
            cursor.execute(statement)


def test_a_wrong_password_is_refused(database: Loaded) -> None:
    _machine()
    url = f"jdbc:postgresql://127.0.0.1:{database.port}/{DATABASE}"
    with pytest.raises(Exception, match="password authentication failed"):
        jaydebeapi.connect(DRIVER, url, [READER, "guess"], str(JAR))
