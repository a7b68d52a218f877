"""What a connection that only reads lets through: the rows of one file, and nothing that does anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from bi.superset import duckdb_reading
from bi.superset.duckdb_reading import Reading

DOES = [
    "copy (select 1) to '{file}' (format csv, use_tmp_file false)",
    "copy (select 1) to '{file}.wal' (format csv)",
    "copy (select 1) to '{file}.wal.checkpoint' (format csv)",
    "copy (select 1) to '{file}.tmp/x.csv'",
    "explain analyze copy (select 1) to '{file}.wal' (format csv)",
    "select 1; copy (select 1) to '{file}.wal' (format csv)",
    "call enable_logging('FileSystem', storage = 'file', storage_path = '{file}.log')",
    "select * from enable_logging('FileSystem', storage = 'file', storage_path = '{file}.log')",
    'select * from system.main."Enable_Logging" /* so */ ()',
    "from query('from enable_' || 'logging()')",
    "select '中', * from query_table('figures')",
    "select * from json_execute_serialized_sql(json_serialize_sql('select 1'))",
    "pragma enable_profiling = 'json'",
    "set variable x = 1",
    "attach ':memory:' as other",
    "install httpfs",
    "load json",
    "checkpoint",
    "prepare p as select 1",
    "create temp table mine as select 1",
    "export database '{file}.out'",
]
READS = [
    "select name, value from figures",
    "from figures",
    "with a as (select value from figures) select max(value) from a",
    "select 'query (copy)' as query, 1 as checkpoint",
    "describe figures",
    "show all tables",
    "pragma table_info('figures')",
    "pivot figures on name in ('巩固率') using sum(value)",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "release" / "zhibiao.duckdb"
    path.parent.mkdir()
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table figures as select '巩固率' as name, 99.1 as value")
    return path


@pytest.fixture
def reading(file: Path) -> Iterator[Reading]:
    opened = duckdb_reading.open_file(str(file), {})
    yield opened
    opened.close()


@pytest.mark.parametrize("statement", DOES)
def test_what_does_something_is_refused_and_the_file_stays(
    reading: Reading, file: Path, statement: str
) -> None:
    before = file.read_bytes()
    with pytest.raises(duckdb.PermissionException, match="run here"):
        reading.execute(statement.format(file=file))
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("statement", READS)
def test_what_reads_is_run(reading: Reading, statement: str) -> None:
    assert reading.execute(statement).fetchall()
    assert reading.description


def test_parameters_reach_the_statement(reading: Reading) -> None:
    found = reading.execute("select value from figures where name = $1", ["巩固率"])
    assert float(found.fetchone()[0]) == 99.1


@pytest.mark.parametrize("statement", ["from read_text('/etc/passwd')", "from glob('/etc/*')"])
def test_other_files_stay_closed(reading: Reading, statement: str) -> None:
    with pytest.raises(duckdb.PermissionException, match="disabled by configuration"):
        reading.execute(statement)


def test_nothing_of_python_can_be_read(reading: Reading) -> None:
    secret = duckdb.sql("select 'secret' as word").arrow()
    assert secret is not None
    with pytest.raises(duckdb.CatalogException):
        reading.execute("from secret")


def test_a_statement_without_end_is_stopped(file: Path) -> None:
    opened = duckdb_reading.open_file(str(file), {}, seconds=0.2)
    with pytest.raises(duckdb.InterruptException):
        opened.execute("select count(*) from range(100000000) as a, range(100000) as b")
    opened.close()


def test_after_a_stop_the_next_statement_has_its_own_time(file: Path) -> None:
    opened = duckdb_reading.open_file(str(file), {}, seconds=0.5)
    with pytest.raises(duckdb.InterruptException):
        opened.execute("select count(*) from range(100000000) as a, range(100000) as b")
    assert opened.execute("select count(*) from figures").fetchone() == (1,)
    opened.close()


def test_only_limits_can_be_asked_for(file: Path) -> None:
    asked = {"threads": 1, "enable_external_access": True, "temp_directory": "/", "allowed_paths": ["/"]}
    opened = duckdb_reading.open_file(str(file), asked)
    names = "'threads', 'enable_external_access', 'temp_directory', 'allowed_directories'"
    rows = opened.execute(f"select name, value from duckdb_settings() where name in ({names})").fetchall()
    told = {"threads": "1", "enable_external_access": "false", "temp_directory": ""}
    assert dict(rows) == told | {"allowed_directories": "[]"}
    opened.close()


def test_a_link_is_followed_so_that_its_next_end_is_seen(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(file)
    first = duckdb_reading.open_file(str(link), {})
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table figures as select 'x' as name, 1 as value from range(7)")
    link.unlink()
    link.symlink_to(other)
    second = duckdb_reading.open_file(str(link), {})
    assert second.execute("select count(*) from figures").fetchone() == (7,)
    assert first.execute("select count(*) from figures").fetchone() == (1,)
    first.close()
    second.close()


@pytest.mark.parametrize("path", ["", ":memory:", "md:x", "/nowhere/at/all.duckdb"])
def test_what_is_no_file_is_not_opened(path: str) -> None:
    with pytest.raises(duckdb.IOException, match="is no file"):
        duckdb_reading.open_file(path, {})
