import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.quality.rules import RuleError, load_rules
from orchestration.settings import ROOT

ENTRY = """
[[rule]]
name = "positive"
table = "marts.t"
severity = "critical"
dimension = "validity"
zh = "为正。"
en = "is positive"
mend = "mend it"
"""


def _rules(folder: Path, text: str) -> Path:
    folder.joinpath("1.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_rule_checks_a_table_that_the_warehouse_has():
    models = {f"{path.parent.name}.{path.stem}" for path in (ROOT / "dbt_project" / "models").glob("*/*.sql")}
    assert {rule.table for rule in load_rules()} <= models


def test_every_mart_is_checked_for_its_key_or_its_rows():
    marts = {f"marts.{path.stem}" for path in (ROOT / "dbt_project" / "models" / "marts").glob("*.sql")}
    assert marts <= {rule.table for rule in load_rules()}


def test_a_contradiction_of_the_source_never_blocks():
    consistency = [rule for rule in load_rules() if rule.dimension == "consistency"]
    assert consistency
    assert not any(rule.blocking for rule in consistency)


def test_loading_rules_and_the_gate_does_not_import_great_expectations():
    code = (
        "import sys; from orchestration.quality import gate, message, rules; rules.load_rules();"
        "sys.exit('great_expectations' in sys.modules or 'dagster' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_one_entry_may_stand_for_several_tables(tmp_path):
    entry = ENTRY.replace('table = "marts.t"', 'tables = ["marts.t", "marts.u"]')
    rules = load_rules(_rules(tmp_path, entry + "sql = 'select * from {batch} where x < 0'"))
    assert [rule.key for rule in rules] == ["marts.t.positive", "marts.u.positive"]
    assert rules[0].asset_key == ("marts", "t")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (ENTRY, "exactly one of sql, use, expectation"),
        (ENTRY + "sql = 'select 1'", "{batch}"),
        (ENTRY + "use = 'no_such'", "no_such"),
        (ENTRY + "sql = 'select {oops} from {batch}'", "oops"),
        (ENTRY + "sql = 'select 1 from {batch}'\nsuspects = 'select 1 from {batch}'", "suspects"),
        (ENTRY + "sql = 'select 1 from {batch} semi join {suspects} using (x)'", "suspects"),
        (ENTRY + "sql = 'select 1 from {batch}'\ncolour = 'red'", "colour is unknown"),
        (ENTRY.replace("critical", "fatal") + "sql = 'select 1 from {batch}'", "severity"),
        (ENTRY.replace('mend = "mend it"', "") + "sql = 'select 1 from {batch}'", "mend is missing"),
        ((ENTRY + "sql = 'select 1 from {batch}'\n") * 2, "there twice"),
        ("[[rule]\n", "rules/1.toml"),
    ],
)
def test_a_wrong_entry_is_named_in_one_line(tmp_path, text, word):
    with pytest.raises(RuleError) as caught:
        load_rules(_rules(tmp_path, text))
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
