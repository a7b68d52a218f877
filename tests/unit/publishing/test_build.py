"""A small candidate carried into a release: keys, comments, order, Parquet."""

from pathlib import Path

import duckdb
import pytest

from orchestration.publishing import build, catalog, content
from orchestration.publishing.errors import PublishError
from orchestration.publishing.exports import parquet
from orchestration.publishing.exports.facts import Facts
from orchestration.publishing.verify import verify
from orchestration.quality import history


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "candidate's.duckdb"
    with duckdb.connect(str(path)) as connection:
        for statement in (
            "create schema marts",
            "create table marts.z_dim (code varchar primary key, name varchar)",
            "insert into marts.z_dim values ('b', '乙'), ('a', '甲')",
            "create table marts.a_fact (id integer primary key, code varchar references marts.z_dim (code),"
            " report_id varchar, char_start integer)",
            "insert into marts.a_fact values (1, 'a', 'r2', 5), (2, 'b', 'r1', 9), (3, 'b', 'r1', 2)",
            "comment on table marts.a_fact is '事实''s'",
            "comment on column marts.a_fact.code is '代码'",
            "create view marts.v_wide as select code, count(*) as n from marts.a_fact group by all",
            "create schema staging",
            "create table staging.secret (x integer)",
        ):
            connection.execute(statement)
    return path


def _build(source: Path, folder: Path) -> content.Content:
    folder.mkdir()
    with build.candidate(source) as connection:
        build.build(connection, folder, history.SCHEMA.empty_table())
        wanted = content.measure(connection, "candidate")
    (folder / "parquet").mkdir()
    facts = Facts("r", "now", {"licence": {"title": "许可", "title_en": "licence"}}, ())
    with duckdb.connect() as connection:
        connection.execute(f"attach '{folder / 'zhibiao.duckdb'}' as release (read_only)")
        for table in catalog.read(connection, "release"):
            parquet.write(connection, table, folder / "parquet", facts)
    return wanted


def test_marts_come_with_keys_comments_and_order_and_nothing_else_comes(source, tmp_path):
    files = verify(tmp_path / "out", _build(source, tmp_path / "out"))
    assert set(files) == {
        "zhibiao.duckdb",
        *(f"parquet/{name}.parquet" for name in ("a_fact", "z_dim", "v_wide", "check_result")),
    }
    with duckdb.connect(str(tmp_path / "out" / "zhibiao.duckdb"), read_only=True) as connection:
        names = connection.sql("select schema_name || '.' || table_name from duckdb_tables() order by 1")
        assert [row[0] for row in names.fetchall()] == [
            "marts.a_fact",
            "marts.v_wide",
            "marts.z_dim",
            "quality.check_result",
        ]
        kinds = connection.sql("select constraint_type from duckdb_constraints() where table_name = 'a_fact'")
        assert {"PRIMARY KEY", "FOREIGN KEY"} <= {row[0] for row in kinds.fetchall()}
        table = "select comment from duckdb_tables() where table_name = 'a_fact'"
        column = "select comment from duckdb_columns() where table_name = 'a_fact' and column_name = 'code'"
        assert connection.execute(table).fetchone() == ("事实's",)
        assert connection.execute(column).fetchone() == ("代码",)
        assert connection.sql("select id from marts.a_fact").fetchall() == [(3,), (2,), (1,)]


def test_any_duckdb_of_the_first_series_can_read_the_file(source, tmp_path):
    _build(source, tmp_path / "out")
    header = (tmp_path / "out" / "zhibiao.duckdb").read_bytes()[:20]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") == 64


@pytest.mark.parametrize(
    "damage", ["delete from marts.a_fact where id = 1", "update marts.z_dim set name = 'x'"]
)
def test_a_release_that_differs_is_not_verified(source, tmp_path, damage):
    wanted = _build(source, tmp_path / "out")
    with duckdb.connect(str(tmp_path / "out" / "zhibiao.duckdb")) as connection:
        connection.execute(damage)
    with pytest.raises(PublishError, match="differs from the candidate"):
        verify(tmp_path / "out", wanted)


def test_a_left_over_write_ahead_log_is_noticed(source, tmp_path):
    wanted = _build(source, tmp_path / "out")
    (tmp_path / "out" / "zhibiao.duckdb.wal").write_bytes(b"x")
    with pytest.raises(PublishError, match="wal"):
        verify(tmp_path / "out", wanted)
