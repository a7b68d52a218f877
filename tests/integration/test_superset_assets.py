"""The files for Superset agree with each other and with a release; no Superset is needed for that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from bi.superset import describe
from tests.integration.homes import ROOT, Home

pytestmark = pytest.mark.slow
ASSETS = ROOT / "bi" / "superset" / "assets"
MEND = "write the columns anew: .venv/bin/python -m bi.superset.describe"


def _read(kind: str) -> dict[str, dict[str, Any]]:
    files = sorted((ASSETS / kind).rglob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


def _datasets() -> list[Path]:
    return sorted((ASSETS / "datasets").rglob("*.yaml"))


@pytest.mark.parametrize("path", _datasets(), ids=lambda path: path.stem)
def test_columns_are_those_of_a_release(built: Home, path: Path) -> None:
    dataset = yaml.safe_load(path.read_text(encoding="utf-8"))
    file = built.path / "published" / "current" / "zhibiao.duckdb"
    with duckdb.connect(str(file.resolve()), read_only=True) as release:
        wanted = {one["column_name"]: one for one in describe.columns(release, dataset)}
        for metric in dataset["metrics"]:
            source = f"({dataset['sql']})" if dataset.get("sql") else f"marts.{dataset['table_name']}"
            release.execute(f"select {metric['expression']} from {source}")
    for column in dataset["columns"]:
        told = wanted.get(column["column_name"], {})
        for field in ("type", "verbose_name", "expression"):
            assert column.get(field) == told.get(field), (column["column_name"], field, MEND)


def test_charts_and_dashboards_name_what_is_there() -> None:
    datasets = {str(one["uuid"]): one for one in _read("datasets").values()}
    charts = {str(one["uuid"]): one for one in _read("charts").values()}
    assert len(charts) >= 8
    for name, chart in _read("charts").items():
        dataset = datasets[str(chart["dataset_uuid"])]
        names = {one["column_name"] for one in dataset["columns"]}
        metrics = {one["metric_name"] for one in dataset["metrics"]}
        for query in json.loads(chart["query_context"])["queries"]:
            plain = [
                one if isinstance(one, str) else one["sqlExpression"] for one in query.get("columns", [])
            ]
            assert set(plain) <= names, name
            assert set(query.get("metrics", [])) <= metrics, name
    for dashboard in _read("dashboards").values():
        parts = [one for one in dashboard["position"].values() if isinstance(one, dict)]
        shown = [one["meta"] for one in parts if one["type"] == "CHART"]
        assert all(charts[str(one["uuid"])]["slice_name"] == one["sliceName"] for one in shown)
        for one in dashboard["metadata"]["native_filter_configuration"]:
            for target in one["targets"]:
                columns = datasets[target["datasetUuid"]]["columns"]
                assert target["column"]["name"] in {column["column_name"] for column in columns}


def test_no_chart_splits_by_several_dimensions() -> None:
    """Superset works out every combination of them: with thousands of indicators that takes minutes."""
    for name, chart in _read("charts").items():
        if chart["viz_type"].startswith("echarts_timeseries"):
            assert len(chart["params"]["groupby"]) <= 1, name


def test_titles_are_chinese_and_descriptions_english() -> None:
    for chart in _read("charts").values():
        assert not chart["slice_name"].isascii()
        assert chart["description"].isascii()
    for dashboard in _read("dashboards").values():
        assert not dashboard["dashboard_title"].isascii()
        assert dashboard["description"].isascii()


def test_both_databases_are_one_and_neither_lets_anybody_write() -> None:
    files = _read("databases")
    assert set(files) == {"duckdb", "postgresql"}
    assert files["duckdb"]["uuid"] == files["postgresql"]["uuid"]
    for database in files.values():
        assert database["sqlalchemy_uri"] == "${DATABASE_URI}"
        for right in ("allow_dml", "allow_ctas", "allow_cvas", "allow_csv_upload"):
            assert database[right] is False, right
    arguments = files["duckdb"]["extra"]["engine_params"]["connect_args"]
    config = {"enable_external_access": False, "lock_configuration": True}
    assert arguments == {"read_only": True, "config": config}
