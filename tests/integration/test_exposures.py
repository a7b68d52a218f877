"""The exposures of the dbt project name what each consumer really reads, and all of it is in a release."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from tests.integration.homes import ROOT, Home

pytestmark = pytest.mark.slow
MART = re.compile(r"\bmarts\.((?:dim|fct|rpt)_[a-z_]+)")
CHINESE = ROOT / "orchestration" / "publishing" / "chinese" / "views.csv"
SUPERSET = ROOT / "bi" / "superset" / "assets"


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def _views() -> dict[str, str]:
    """The mart behind each Chinese view."""
    with CHINESE.open(encoding="utf-8", newline="") as file:
        return {row["view"]: row["table"] for row in csv.DictReader(file) if row["schema"] == "marts"}


def _named(*places: Path) -> set[str]:
    """The marts that files name, by themselves or by their views."""
    files = [file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    views = {table for view, table in _views().items() if f"中文.{view}" in text}
    return set(MART.findall(text)) | views


def _dashboard(name: str) -> set[str]:
    """The marts behind the charts of a dashboard of Superset."""
    datasets = {str(one["uuid"]): one for one in map(_yaml, (SUPERSET / "datasets").rglob("*.yaml"))}
    charts = {str(one["uuid"]): one for one in map(_yaml, (SUPERSET / "charts").glob("*.yaml"))}
    found: set[str] = set()
    for part in _yaml(SUPERSET / "dashboards" / f"{name}.yaml")["position"].values():
        if isinstance(part, dict) and part["type"] == "CHART":
            dataset = datasets[str(charts[str(part["meta"]["uuid"])]["dataset_uuid"])]
            query = dataset.get("sql") or f"marts.{dataset['table_name']}"
            found |= set(MART.findall(query))
    return found


def _exposures() -> dict[str, set[str]]:
    told = _yaml(ROOT / "dbt_project" / "models" / "_exposures.yml")["exposures"]
    return {one["name"]: {re.sub(r"ref\('(.+)'\)", r"\1", ref) for ref in one["depends_on"]} for one in told}


MARTS = {path.stem for path in (ROOT / "dbt_project" / "models" / "marts").glob("*.sql")}
READ = {
    "command": lambda: _named(ROOT / "orchestration" / "commands"),
    "static_site": lambda: _named(ROOT / "orchestration" / "site"),
    "superset_overview": lambda: _dashboard("overview"),
    "superset_targets": lambda: _dashboard("targets"),
    "postgresql": lambda: MARTS,
    "file_exports": lambda: MARTS,
    "chinese_views": lambda: set(_views().values()),
    "sql_cookbook": lambda: _named(ROOT / "docs" / "sql-cookbook.md"),
}


def test_every_consumer_is_an_exposure() -> None:
    assert set(_exposures()) == set(READ)


@pytest.mark.parametrize("name", sorted(READ))
def test_an_exposure_depends_on_what_its_consumer_reads(name: str) -> None:
    assert _exposures()[name] == READ[name]()


def test_every_relation_is_in_a_release_and_in_dbts_own_manifest(built: Home) -> None:
    file = built.path / "published" / "current" / "zhibiao.duckdb"
    with duckdb.connect(str(file.resolve()), read_only=True) as release:
        rows = release.execute("from duckdb_tables() select table_name where schema_name = 'marts'")
        there = {row[0] for row in rows.fetchall()}
    manifest = json.loads((built.path / "dbt" / "target" / "manifest.json").read_text(encoding="utf-8"))
    for name, tables in _exposures().items():
        assert tables <= there, name
        told = manifest["exposures"][f"exposure.zhibiao.{name}"]
        assert {node.rpartition(".")[2] for node in told["depends_on"]["nodes"]} == tables
        assert told["owner"]["name"]


def test_the_documentation_of_dbt_is_one_page(broken: Home) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bi.documentation"],
        env=broken.environment(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = broken.path / "dbt" / "docs" / "static_index.html"
    assert page.as_uri() in done.stdout
    text = page.read_text(encoding="utf-8")
    for word in ("superset_overview", "sql_cookbook", "fct_observation", "观测事实表"):
        assert json.dumps(word)[1:-1] in text


def test_without_a_warehouse_one_line_says_what_to_do(tmp_path: Path) -> None:
    home = Home(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "bi.documentation"],
        env=home.environment(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "`make run` makes one" in done.stderr
    assert len(done.stderr.splitlines()) == 1
