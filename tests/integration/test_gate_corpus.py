"""A warehouse of twenty real reports is healthy: the gate is open and raises no false alarm."""

from pathlib import Path

import pytest

from orchestration.quality import gate
from orchestration.quality.rules import load_rules
from tests.conftest import SHARED
from tests.integration.homes import Home

pytestmark = [pytest.mark.slow, pytest.mark.shared]

# What real reports contradict in themselves, or write in a way of their own: told, not blocking.
OF_THE_SOURCE = {"consistency", "plausibility"}
REPORTS = 20


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with twenty reports of many kinds and years, published."""
    texts = sorted((SHARED / "corpus").glob("*-gwr-*.txt")) + sorted((SHARED / "corpus").glob("moe-*.txt"))
    if not texts:
        pytest.skip("the corpus is not here")
    home = Home(tmp_path_factory.mktemp("corpus") / "home")
    added = 0
    for path in texts[:: max(1, len(texts) // (REPORTS + 4))]:
        added += home.run("add", str(path)).code == 0 if added < REPORTS else 0
    assert added == REPORTS
    ended = home.run("run")
    assert ended.code == 0, ended.err
    return home


def test_the_gate_is_open_without_a_false_alarm(home: Home) -> None:
    database = Path(home.path / "candidate" / "zhibiao.duckdb")
    results = gate.check(database, load_rules(), (home.path / "published" / "current").resolve())
    assert not [
        f"{one.rule.key} {one.outcome} {one.message} {one.sample[:1]}" for one in results if one.blocks
    ]
    assert not [one.rule.key for one in results if one.outcome in {"config_error", "data_error"}]
    told = {
        one.rule.dimension for one in results if one.outcome == "failed" and one.rule.severity == "warning"
    }
    assert told <= OF_THE_SOURCE | {"validity", "timeliness"}
    shares = [
        one.rows_failed / one.rows_checked
        for one in results
        if one.rule.severity == "warning" and one.rule.dimension != "timeliness"
        if one.rows_checked
    ]
    assert max(shares) < 0.05
