"""Dagster's definitions: which assets and checks there are, and what schedule and sensor ask for."""

import datetime as dt
import importlib
import shutil
import sys
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from orchestration import settings
from orchestration.quality.rules import load_rules
from orchestration.settings import ROOT
from tests.integration.homes import INVENTED, REPORT

pytestmark = pytest.mark.slow

INGESTION = {
    "reports/snapshot",
    "reports/text",
    "landing/reports",
    "landing/passages",
    "landing/statements",
    "landing/skipped_numbers",
    "landing/overlay",
}


def names(folder: str) -> set[str]:
    return {f"{folder}/{path.stem}" for path in (ROOT / "dbt_project/models" / folder).rglob("*.sql")}


def fresh_definitions() -> dg.Definitions:
    """Load the definitions anew, so that they read the environment of this test."""
    for name in [name for name in sys.modules if name.startswith("orchestration.defs")]:
        del sys.modules[name]
    sys.modules.pop("orchestration.definitions", None)
    return importlib.import_module("orchestration.definitions").defs()


@pytest.fixture
def definitions(built, tmp_path, monkeypatch) -> dg.Definitions:
    home = built.copy_to(tmp_path / "home")
    monkeypatch.setenv("ZHIBIAO_HOME", str(home.path))
    return fresh_definitions()


def test_definitions_hold_exactly_the_expected_assets_and_checks(definitions) -> None:
    graph = definitions.resolve_asset_graph()
    keys = {key.to_user_string() for key in graph.get_all_asset_keys()}
    seeds = {f"reference/{path.stem}" for path in (ROOT / "seeds/reference").glob("*.csv")}
    models = set().union(*(names(folder) for folder in ("staging", "intermediate", "marts", "quality")))
    assert keys == INGESTION | seeds | models | {"published/release"}
    checks = {(key.asset_key.to_user_string(), key.name) for key in graph.asset_check_keys}
    assert {("/".join(rule.asset_key), rule.name) for rule in load_rules()} <= checks


def test_ingestion_is_partitioned_by_year_and_one_run_takes_many(definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for key in INGESTION - {"landing/overlay"}:
        node = graph.get(dg.AssetKey(key.split("/")))
        assert node.partitions_def is not None
        assert {"1949", "2022"} <= set(node.partitions_def.get_partition_keys())
        assert node.backfill_policy == dg.BackfillPolicy.single_run()


def test_the_release_waits_for_every_mart(definitions) -> None:
    graph = definitions.resolve_asset_graph()
    parents = {key.to_user_string() for key in graph.get(dg.AssetKey(["published", "release"])).parent_keys}
    assert parents == names("marts")


def test_whoever_writes_the_candidate_takes_turns(definitions) -> None:
    pools = {
        one.op.name: one.op.pool for one in definitions.assets or [] if isinstance(one, dg.AssetsDefinition)
    }
    assert pools["warehouse"] == "duckdb_writer"
    assert pools["published__release"] == "duckdb_writer"


@pytest.mark.parametrize(("switch", "status"), [("", "STOPPED"), ("off", "STOPPED"), ("on", "RUNNING")])
def test_schedule_and_sensor_are_off_unless_switched_on(built, monkeypatch, switch, status) -> None:
    monkeypatch.setenv("ZHIBIAO_HOME", str(built.path))
    monkeypatch.setenv("ZHIBIAO_SCHEDULE", switch)
    definitions = fresh_definitions()
    assert definitions.resolve_schedule_def("season").default_status.value == status
    assert definitions.resolve_sensor_def("inbox").default_status.value == status


def test_the_season_is_daily_from_january_to_april(definitions) -> None:
    season = definitions.resolve_schedule_def("season")
    assert (season.cron_schedule, season.execution_timezone) == ("30 6 * 1-4 *", "Asia/Shanghai")
    when = dt.datetime(2024, 2, 29, 6, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    with dg.build_schedule_context(scheduled_execution_time=when) as context:
        (request,) = season.evaluate_tick(context).run_requests
    assert request.run_key == "season-2024-02-29"
    assert request.tags["dagster/asset_partition_range_start"] == "2022"
    assert request.tags["dagster/asset_partition_range_end"] == "2022"


def drop(name: str, source) -> None:
    inbox = settings.load().inbox
    inbox.mkdir(exist_ok=True)
    shutil.copy2(source, inbox / name)  # with its old time: the file is whole


def tick(definitions) -> dg.SensorResult:
    with dg.build_sensor_context() as context:
        return definitions.resolve_sensor_def("inbox").evaluate_tick(context)


def test_the_sensor_asks_for_one_run_for_what_is_new(definitions) -> None:
    assert tick(definitions).run_requests == []
    drop("new.txt", INVENTED)
    drop("known.txt", REPORT)
    (request,) = tick(definitions).run_requests
    assert request.run_key == "320281-education-2023.v1"
    assert request.tags["dagster/asset_partition_range_start"] == "2022"
    assert request.tags["dagster/asset_partition_range_end"] == "2023"
    assert tick(definitions).run_requests == []
    assert not list(settings.load().inbox.glob("*.txt"))


def test_the_sensor_puts_aside_what_it_cannot_read(definitions) -> None:
    drop("noise.txt", sys.executable)
    assert tick(definitions).run_requests == []
    told = settings.load().inbox / "rejected/noise.txt.error.txt"
    assert "unreadable" in told.read_text(encoding="utf-8")
