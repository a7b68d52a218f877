"""A healthy warehouse passes, and every kind of damage is caught by the rule that is meant for it."""

from pathlib import Path

import pytest

from orchestration.quality import gate
from orchestration.quality.rules import load_rules
from tests.integration import candidates, damages
from tests.integration.damages import SHARE
from tests.integration.homes import Home

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loose(built: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The candidate of the built home, as tables that take any damage."""
    path = tmp_path_factory.mktemp("loose") / "loose.duckdb"
    return candidates.loosen(built.path / "candidate" / "zhibiao.duckdb", path)


@pytest.mark.parametrize("damage", damages.load(), ids=str)
def test_damage_is_caught_by_the_rule_meant_for_it(damage, loose, built, tmp_path):
    database = candidates.damaged(loose, tmp_path, *damage.sql)
    wanted = [rule for rule in load_rules() if rule.key in damage.found_by]
    assert len(wanted) == len(damage.found_by)
    release = (built.path / "published" / "current").resolve() if damage.against_release else None
    for result in gate.check(database, wanted, release):
        assert result.outcome in {"failed", "data_error"}, (
            f"{result.rule.key} {result.outcome} {result.message}"
        )
        assert result.sample or result.outcome == "data_error"


def test_a_healthy_warehouse_passes_without_a_false_alarm(loose, built):
    results = gate.check(loose, load_rules(), (built.path / "published" / "current").resolve())
    assert not [
        f"{one.rule.key}: {one.outcome} {one.message} {one.sample[:1]}"
        for one in results
        if one.outcome != "passed" and one.rule.severity != "info"
    ]


def test_what_a_person_accepted_is_not_asked_again(loose, tmp_path):
    damage = damages.named("a share of 192 %")
    accepted = f"update marts.fct_observation set is_accepted = true where statement_id = {SHARE}"
    database = candidates.damaged(loose, tmp_path, accepted, *damage.sql)
    rules = [rule for rule in load_rules() if rule.key in damage.found_by]
    assert [one.outcome for one in gate.check(database, rules)] == ["passed"]


def test_the_page_of_damages_is_the_table():
    assert damages.PAGE.read_text(encoding="utf-8") == damages.page(), (
        "write it anew: python -m tests.integration.damages"
    )
