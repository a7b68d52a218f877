"""Dagster's side of the sources: the job, its schedule, and the sensor that asks for a run."""

import importlib
import sys
from types import ModuleType

import dagster as dg
import pytest

from orchestration import settings
from orchestration.landing import ingest
from orchestration.reports import register, texts
from tests.unit.reports.helpers import INVENTED, registered
from tests.unit.reports.web.server import answer, serving

pytestmark = pytest.mark.slow
MODULE = "orchestration.defs.automation.sources"


def fresh() -> ModuleType:
    """Load the module anew, so that it reads the environment of this test."""
    sys.modules.pop(MODULE, None)
    return importlib.import_module(MODULE)


@pytest.mark.parametrize(
    ("schedule", "fetch", "status"),
    [("on", "", "STOPPED"), ("", "on", "STOPPED"), ("on", "on", "RUNNING")],
)
def test_sources_are_looked_at_only_where_both_switches_are_on(
    home, monkeypatch, schedule, fetch, status
) -> None:
    monkeypatch.setenv("ZHIBIAO_SCHEDULE", schedule)
    monkeypatch.setenv("ZHIBIAO_FETCH", fetch)
    module = fresh()
    assert module.sources_daily.default_status.value == status
    assert module.fetched.default_status.value == status
    assert (module.sources_daily.job.name, module.fetched.job.name) == ("fetch", "everything")


def test_the_job_registers_what_a_source_has_and_the_sensor_asks_for_one_run(home, monkeypatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as site:
        folder = settings.load().reference[1]
        folder.mkdir()
        row = "江阴市教育局,320281,education,{site},年报告,2022"
        (folder / "sources.csv").write_text(
            "source_id,publisher,area_code,genre,listing_url,title_pattern,first_year\n"
            f"jiangyin-education,{row.format(site=site.address + '/list.html')}\n"
            "moe-communique,教育部,CN,stat-communique,,x,2100\n",
            encoding="utf-8",
        )
        site.pages["/list.html"] = answer('<a href="a.txt">2023年报告</a>'.encode())
        site.pages["/a.txt"] = answer(INVENTED.read_bytes())
        module = fresh()
        with dg.DagsterInstance.ephemeral() as instance:
            result = module.fetch.execute_in_process(instance=instance)
            assert result.success
            assert "320281-education-2023" in [one.report_id for one in register.load(settings.load())]
            assert ask(module, instance, result).tags["dagster/asset_partition_range_end"] == "2023"
            for report in register.load(settings.load()):
                texts.take_snapshots(report, settings.load())
                ingest.land(report, settings.load())
            assert isinstance(ask(module, instance, result), dg.SkipReason)
            registered("学校20所。", year=2020)
            assert isinstance(ask(module, instance, result), dg.RunRequest)


def ask(module: ModuleType, instance: dg.DagsterInstance, result) -> dg.RunRequest | dg.SkipReason:
    """What the sensor says after a run of the job."""
    event = next(one for one in result.all_events if one.event_type_value == "PIPELINE_SUCCESS")
    context = dg.build_run_status_sensor_context("fetched", event, instance, result.dagster_run)
    return module.fetched(context)
