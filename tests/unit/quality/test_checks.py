"""The gate and the release as Dagster sees them."""

import dagster as dg

from orchestration.defs.publishing.published import published_release
from orchestration.defs.quality.checks import gate_checks
from orchestration.quality.rules import load_rules
from orchestration.settings import ROOT


def test_there_is_one_asset_check_a_rule_and_the_critical_ones_block():
    specs = {(spec.asset_key.to_user_string(), spec.name): spec for spec in gate_checks.check_specs}
    rules = {("/".join(rule.asset_key), rule.name): rule for rule in load_rules()}
    assert specs.keys() == rules.keys()
    for key, rule in rules.items():
        assert specs[key].blocking == (rule.severity == "critical")
        assert rule.zh in (specs[key].description or "")


def test_the_release_waits_for_every_mart():
    marts = {path.stem for path in (ROOT / "dbt_project" / "models" / "marts").glob("*.sql")}
    wanted = {dg.AssetKey(["marts", name]) for name in marts}
    assert wanted
    assert published_release.asset_deps[dg.AssetKey(["published", "release"])] == wanted
