"""Rules as suites of Great Expectations: a suite and a checkpoint a table, an expectation a rule.

What belongs here: making expectations of rules and running them. What does not: what the results mean
(``judge``). Great Expectations is imported inside functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from orchestration.quality import template
from orchestration.quality.probe import one_line
from orchestration.quality.rules import Rule
from orchestration.quality.workbench import Workbench, prepared

NAMED_BY = ("report_id", "statement_id", "statement_key", "quote", "char_start", "sentence", "indicator_code")
SAMPLE = 50
SITE = "gate"
BRIEF = {"result_format": "BOOLEAN_ONLY"}


def run(
    bench: Workbench,
    rules: Sequence[Rule],
    columns: Mapping[str, tuple[str, ...]],
    release: str = "",
    *,
    at_length: bool = False,
) -> dict[str, dict[str, Any]]:
    """Run ``rules`` on an open warehouse; the raw result by rule key.

    A rule whose expectation cannot be made or run gives ``{"error": message}``. ``columns`` says which
    columns a table has, ``release`` is the folder of the current release. The library is asked for the rows
    that fail in a second suite, only where some do, unless ``at_length``.
    """
    results: dict[str, dict[str, Any]] = {}
    for table, group in groupby(sorted(rules, key=lambda r: r.table), key=lambda r: r.table):
        of_table = list(group)
        told = _complete(columns.get(table, ()))
        found = _run(bench, table, of_table, release, told=told if at_length else BRIEF)
        failing = [rule for rule in of_table if found[rule.key].get("success") is False]
        if failing and not at_length:
            found |= _run(bench, f"{table}: rows that fail", failing, release, told=told)
        results |= found
    return results


def _run(
    bench: Workbench, name: str, rules: Sequence[Rule], release: str, *, told: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    made = [(rule.key, _made(rule, release)) for rule in rules]
    able = {key: one for key, one in made if not isinstance(one, dict)}
    failed = {key: one for key, one in made if isinstance(one, dict)}
    return failed | _run_suite(bench, name, rules[0].table, able, told)


def write_docs(bench: Workbench, folder: Path) -> None:
    """Write the Data Docs of Great Expectations on what was run into ``folder``, from ``index.html`` on."""
    bench.context.add_data_docs_site(
        site_name=SITE,
        site_config={
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {
                "class_name": "TupleFilesystemStoreBackend",
                "base_directory": str(folder.resolve()),
            },
        },
    )
    bench.context.build_data_docs(site_names=[SITE])


def _made(rule: Rule, release: str) -> Any:
    try:
        return expectation(rule, release)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {one_line(str(error))}"}


def _run_suite(
    bench: Workbench, name: str, table: str, expectations: Mapping[str, Any], told: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    import great_expectations as gx

    suite = bench.context.suites.add(gx.ExpectationSuite(name=name, expectations=list(expectations.values())))
    schema, _, model = table.partition(".")
    try:
        asset = bench.source.add_table_asset(name=name, schema_name=schema, table_name=model)
        batch = asset.add_batch_definition_whole_table("all")
        validation = bench.context.validation_definitions.add(
            gx.ValidationDefinition(name=name, data=batch, suite=suite)
        )
        checkpoint = bench.context.checkpoints.add(
            gx.Checkpoint(name=name, validation_definitions=[validation], result_format=dict(told))
        )
        raw = next(iter(checkpoint.run().run_results.values()))
    except Exception as error:
        return {key: {"error": one_line(str(error))} for key in expectations}
    return {_rule_key(one): _plain(one) for one in raw.results}


def expectation(rule: Rule, release: str = "") -> Any:
    """Make the expectation that a rule describes; raises whatever Great Expectations has against it."""
    import great_expectations.expectations as gxe

    from orchestration.quality.expectations import ExpectNoFailingRows

    common = {"severity": rule.severity, "description": rule.description, "meta": {"rule": rule.key}}
    if rule.expectation:
        return getattr(gxe, rule.expectation)(**dict(rule.arguments), **common)
    standing = prepared()
    suspects = template.plain(rule.suspects, rule.table, release, standing)
    if suspects:
        standing["suspects"] = f'temp."suspects of {rule.key}"'
    query = template.plain(rule.sql, rule.table, release, standing)
    return ExpectNoFailingRows(
        query=query, suspects=suspects, suspects_table=standing.get("suspects", ""), **common
    )


def _complete(columns: tuple[str, ...]) -> dict[str, Any]:
    return {
        "result_format": "COMPLETE",
        "unexpected_index_column_names": [name for name in NAMED_BY if name in columns],
        "partial_unexpected_count": SAMPLE,
        "return_unexpected_index_query": False,
    }


def _rule_key(result: Any) -> str:
    return str(result.expectation_config.meta["rule"])


def _plain(result: Any) -> dict[str, Any]:
    raised = [str(info["exception_message"]) for info in _raised(result.exception_info)]
    if raised:
        return {"error": raised[0]}
    return {"success": bool(result.success), **dict(result.result)}


def _raised(info: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    inner = [info] if "raised_exception" in info else list(info.values())
    return [one for one in inner if one.get("raised_exception")]
