"""The same assets on PostgreSQL: a home that showed the file shows the database after loading again."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.bi.conftest import Starter
from tests.bi.postgres import DATABASE, PASSWORD, Loaded
from tests.bi.superset import Superset
from tests.bi.test_superset import CHARTS, Running


@pytest.fixture(scope="module")
def moved(
    superset: Running, database: Loaded, start: Starter, tmp_path_factory: pytest.TempPathFactory
) -> Superset:
    """A copy of the home that the other Superset made, now read from PostgreSQL."""
    home = superset[1].copy_to(tmp_path_factory.mktemp("moved") / "home")
    return start(home, database.url)


def test_the_database_took_the_place_of_the_file(moved: Superset) -> None:
    (one,) = moved.all("database")
    assert one["backend"] == "postgresql"
    assert moved.sql("select count(*) as n from marts.release_info").body["data"] == [{"n": 1}]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_gives_rows(moved: Superset, name: str) -> None:
    assert moved.chart(name)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from marts.fct_observation",
        "create table marts.mine as select 1",
        "copy marts.dim_unit to '/tmp/out.csv'",
        "copy (select 1) to program 'id'",
        "select pg_read_file('/etc/passwd')",
        "select * from pg_ls_dir('/')",
        "select lo_from_bytea(0, 'x')",
    ],
)
def test_sql_lab_reads_the_figures_and_does_nothing_else(moved: Superset, statement: str) -> None:
    answer = moved.sql(statement)
    assert answer.status >= 400, answer.text
    assert "root:" not in answer.text


def test_the_password_of_the_reader_is_nowhere_to_be_read(moved: Superset, database: Loaded) -> None:
    (one,) = moved.all("database")
    told = moved.get(f"database/{one['id']}/connection").body["result"]
    assert f":XXXXXXXXXX@127.0.0.1:{database.port}/{DATABASE}" in told["sqlalchemy_uri"]
    assert quote(PASSWORD) not in str(told)
    assert PASSWORD not in str(told)
