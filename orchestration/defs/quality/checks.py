"""The gate as asset checks: one visible check a rule, on the table that the rule is about.

What belongs here: specs and results for Dagster. What does not: the rules and what they find
(``orchestration.quality``).
"""

import logging
from collections.abc import Iterator

import dagster as dg

from orchestration.quality import corrections, gate, message, page
from orchestration.quality.result import CheckResult
from orchestration.quality.rules import Rule, load_rules
from orchestration.settings import load


def _key(rule: Rule) -> dg.AssetCheckKey:
    return dg.AssetCheckKey(dg.AssetKey(rule.asset_key), rule.name)


def _spec(rule: Rule) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        rule.name,
        asset=dg.AssetKey(rule.asset_key),
        description=rule.description,
        blocking=rule.blocking,
        metadata={"severity": rule.severity, "dimension": rule.dimension, "mend": rule.mend},
    )


def _result(check: CheckResult) -> dg.AssetCheckResult:
    lines = list(message.check_lines(check)) if check.outcome != "passed" else []
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(check.rule.asset_key),
        check_name=check.rule.name,
        passed=check.outcome == "passed",
        severity=dg.AssetCheckSeverity.ERROR if check.rule.blocking else dg.AssetCheckSeverity.WARN,
        description=lines[0] if lines else check.message or None,
        metadata={
            "outcome": check.outcome,
            "rows_checked": check.rows_checked,
            "rows_failed": check.rows_failed,
            "failing_rows": dg.MetadataValue.md(message.table(check)),
            "mend": check.rule.mend,
            "page": dg.MetadataValue.url(f"{page.path(load()).as_uri()}#{check.rule.key}"),
        },
    )


def _tell_corrections() -> None:
    """Say which decisions of people the candidate was built with."""
    for line in corrections.applied(load().candidate):
        logging.getLogger("zhibiao").info("correction applied: %s", line)


@dg.multi_asset_check(
    name="gate",
    specs=[_spec(rule) for rule in load_rules()],
    can_subset=True,
    pool="duckdb_writer",
    description="Every rule of the gate, run on the candidate warehouse by Great Expectations.",
)
def gate_checks(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
    """Run the gate once and give the outcome of each selected rule."""
    _tell_corrections()
    result = gate.run_gate(load())
    context.log.info(message.summary(result))
    for check in result.checks:
        if _key(check.rule) in context.selected_asset_check_keys:
            yield _result(check)
