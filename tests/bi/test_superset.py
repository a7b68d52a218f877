"""A real Superset on the file of a release: charts give rows, SQL Lab gives nothing else of the server."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import requests
import yaml

from tests.bi.superset import Superset
from tests.integration.homes import INVENTED, ROOT, Home

ASSETS = ROOT / "bi" / "superset" / "assets"
Running = tuple[Superset, Home]
CHARTS = sorted(
    str(yaml.safe_load(path.read_text(encoding="utf-8"))["slice_name"])
    for path in (ASSETS / "charts").glob("*.yaml")
)
WRITES = [
    "insert into marts.dim_unit select * from marts.dim_unit",
    "update marts.dim_unit set name_en = 'x'",
    "delete from marts.dim_unit",
    "drop table marts.dim_unit",
    "create table marts.mine as select 1",
    "create temp table mine as select 1",
]
FILES = [
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from glob('/etc/*')",
    "select * from sniff_csv('/etc/passwd')",
    "from '/etc/passwd'",
    "select * from query('select * from read_text(''/etc/passwd'')')",
    "select 1; select * from read_text('/etc/passwd')",
    "copy (select 1) to '{folder}/out.csv'",
    "copy marts.dim_unit to '{folder}/out.parquet'",
    "export database '{folder}/out'",
    "attach '{folder}/out.duckdb' as other",
    "attach ':memory:' as other",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "reset lock_configuration",
]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_gives_rows(superset: Running, name: str) -> None:
    rows = superset[0].chart(name)
    assert rows
    assert any(value is not None for value in rows[0].values())


def test_charts_say_what_the_release_says(superset: Running) -> None:
    server, home = superset
    (told,) = home.query("select count(*) as n from marts.rpt_review_queue")
    assert server.chart("待审数")[0]["count"] == told["n"]
    verdicts = home.query("select count(*) as n, verdict from marts.fct_target_outcome group by verdict")
    seen = server.chart("目标兑现情况")
    assert sorted(row["count"] for row in seen) == sorted(row["n"] for row in verdicts)
    assert {"已达成", "未达成"} <= {row["verdict_zh"] for row in seen}
    latest = server.chart("最新数值")
    assert all(row["quote"] in row["sentence"] for row in latest if row["quote"] and row["sentence"])


def test_both_dashboards_are_there_with_all_charts(superset: Running) -> None:
    server, _ = superset
    found = {one["slug"]: one for one in server.all("dashboard")}
    titles = {slug: one["dashboard_title"] for slug, one in found.items()}
    assert titles == {"zhibiao": "指标总览", "zhibiao-targets": "目标与兑现"}
    shown = [
        chart["slice_name"]
        for one in found.values()
        for chart in server.get(f"dashboard/{one['id']}/charts").body["result"]
    ]
    assert sorted(shown) == CHARTS


def test_columns_have_chinese_names_and_descriptions(superset: Running) -> None:
    server, _ = superset
    for dataset in server.all("dataset"):
        columns = server.get(f"dataset/{dataset['id']}").body["result"]["columns"]
        assert columns
        for column in columns:
            assert not (column["verbose_name"] or "none").isascii(), column["column_name"]
            assert column["description"], column["column_name"]


def test_sql_lab_answers_in_both_languages(superset: Running) -> None:
    server, _ = superset
    for query in ("select value from marts.rpt_indicator_series", "select 数值 from 中文.指标序列"):
        answer = server.sql(query)
        assert answer.status == 200, answer.text
        assert len(answer.body["data"]) == 100


@pytest.mark.parametrize("statement", WRITES)
def test_sql_lab_writes_nothing(superset: Running, statement: str) -> None:
    answer = superset[0].sql(statement)
    assert answer.status >= 400
    assert "DML_NOT_ALLOWED_ERROR" in answer.text


@pytest.mark.parametrize("statement", FILES)
def test_sql_lab_reaches_no_file_of_the_server(superset: Running, statement: str, tmp_path: Path) -> None:
    answer = superset[0].sql(statement.format(folder=tmp_path))
    assert answer.status >= 400, answer.text
    assert "root:" not in answer.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "copy (select 1) to '{file}' (format csv, use_tmp_file false)",
        "copy (select 1) to '{file}.wal' (format csv)",
        "explain analyze copy (select 1) to '{file}.wal.recovery' (format csv)",
        "select * from enable_logging('FileSystem', storage = 'file', storage_path = '{file}.log')",
    ],
)
def test_sql_lab_leaves_the_release_and_the_server_as_they_are(superset: Running, statement: str) -> None:
    server, home = superset
    file = (home.path / "published" / "current" / "zhibiao.duckdb").resolve()
    before, beside = file.read_bytes(), sorted(file.parent.iterdir())
    answer = server.sql(statement.format(file=file))
    assert "run here" in answer.text
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == beside
    assert server.sql("select 1 as one").body["data"] == [{"one": 1}]


def test_not_even_a_connection_of_an_administrator_does(superset: Running) -> None:
    server, home = superset
    file = (home.path / "published" / "current" / "zhibiao.duckdb").resolve()
    loose = {"read_only": False, "config": {"enable_external_access": True, "lock_configuration": False}}
    asked = {
        "database_name": "loose",
        "sqlalchemy_uri": f"duckdb:///{file}?enable_external_access=true&lock_configuration=false",
        "expose_in_sqllab": True,
        "extra": json.dumps({"engine_params": {"connect_args": loose}}),
    }
    made = server.post("database/", asked)
    assert made.status == 201, made.text
    try:
        assert server.sql("select 1 as one", made.body["id"]).body["data"] == [{"one": 1}]
        refused = server.sql("select * from read_text('/etc/passwd')", made.body["id"])
        assert "file system operations are disabled" in refused.text
    finally:
        server.delete(f"database/{made.body['id']}")
    for uri in ("duckdb:///:memory:", "duckdb:////etc/passwd", "sqlite:////etc/passwd"):
        refused = server.post("database/", {"database_name": "other", "sqlalchemy_uri": uri})
        assert refused.status >= 400, uri


def test_without_a_session_or_its_token_nothing_is_done(superset: Running) -> None:
    server, _ = superset
    body = {"database_id": 1, "sql": "select 1"}
    forged = requests.post(
        f"{server.url}/api/v1/sqllab/execute/",
        json=body,
        headers={"Authorization": str(server.session.headers["Authorization"])},
        timeout=60,
    )
    assert forged.status_code == 400
    assert "CSRF" in forged.text
    assert requests.get(f"{server.url}/api/v1/chart/1/data/", timeout=60).status_code in {401, 403, 404}
    bad = {"username": "admin", "password": "admin", "provider": "db"}
    assert requests.post(f"{server.url}/api/v1/security/login", json=bad, timeout=60).status_code == 401


def test_a_reader_sees_all_charts_and_cannot_type_sql(superset: Running) -> None:
    server, _ = superset
    (role,) = [one for one in server.all("security/roles") if one["name"] == "指标读者"]
    person = {"username": "official", "first_name": "某", "last_name": "某", "email": "official@localhost"}
    made = server.post(
        "security/users/", person | {"password": "kan-yi-kan", "active": True, "roles": [role["id"]]}
    )
    assert made.status == 201, made.text
    reader = Superset(server.url, "kan-yi-kan", server.process, requests.Session(), "official")
    reader.login()
    assert {one["slug"] for one in reader.all("dashboard")} == {"zhibiao", "zhibiao-targets"}
    for name in CHARTS:
        assert reader.chart(name)
    assert reader.sql("select 1", 1).status in {401, 403, 404}
    assert reader.post("database/", {"database_name": "mine", "sqlalchemy_uri": "x://"}).status in {401, 403}
    (chart,) = [one for one in server.all("chart") if one["slice_name"] == "原句"]
    assert reader.delete(f"chart/{chart['id']}").status in {401, 403, 404}


def test_secrets_are_made_and_nobody_else_reads_them(superset: Running) -> None:
    folder = superset[1].path / "superset"
    for name in ("secret_key", "admin_password", "superset.db"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600, name
    assert "secret_key" in {path.name for path in folder.iterdir()}


def test_a_new_release_is_seen_without_a_restart(superset: Running) -> None:
    server, home = superset
    before = server.chart("报告数")[0]["current_reports"]
    seeds = str(home.path / "seeds")
    Path(seeds).mkdir(exist_ok=True)
    assert home.run("add", str(INVENTED), ZHIBIAO_SEED_REPORTS=seeds).code == 0
    ended = home.run("run", ZHIBIAO_SEED_REPORTS=seeds)
    assert ended.code == 0, ended.out + ended.err
    assert server.chart("报告数")[0]["current_reports"] == before + 1
    assert server.process.poll() is None


def _own_chart(server: Superset) -> int:
    """Build a chart as a person does; gives its number."""
    (series,) = [one for one in server.all("dataset") if one["table_name"] == "rpt_indicator_series"]
    source = {"id": series["id"], "type": "table"}
    asked = {"columns": ["area_name"], "metrics": ["count"], "row_limit": 100}
    body = {
        "slice_name": "自己的图",
        "viz_type": "pie",
        "datasource_id": series["id"],
        "datasource_type": "table",
        "params": json.dumps({"viz_type": "pie", "groupby": ["area_name"], "metric": "count"}),
        "query_context": json.dumps({"datasource": source, "queries": [asked], "result_format": "json"}),
    }
    made = server.post("chart/", body)
    assert made.status == 201, made.text
    return int(made.body["id"])


def test_loading_again_changes_nothing_and_leaves_what_others_built(superset: Running) -> None:
    server, home = superset
    own = _own_chart(server)
    assert {row["area_name"] for row in server.chart("自己的图")} >= {"云岫市"}
    before = {kind: sorted(one["uuid"] for one in server.all(kind)) for kind in ("dataset", "dashboard")}
    port = server.url.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "bi.superset.serve", "--port", port],
        env={**os.environ, "ZHIBIAO_HOME": str(home.path)},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert server.url in done.stdout
    after = {kind: sorted(one["uuid"] for one in server.all(kind)) for kind in ("dataset", "dashboard")}
    assert after == before
    assert sorted(one["slice_name"] for one in server.all("chart")) == sorted([*CHARTS, "自己的图"])
    assert server.chart("自己的图")
    assert server.delete(f"chart/{own}").status == 200
