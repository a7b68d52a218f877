import json
from types import SimpleNamespace

import pytest

from orchestration import settings
from orchestration.commands import outcome


def test_what_the_database_said_is_told_without_the_words_before_it(home, tmp_path) -> None:
    said = "corrections.csv: the row for ffff, value matches no statement of a current report: remove it"
    message = (
        "Runtime Error in model int_corrections_checked (models/intermediate/int_corrections_checked.sql)\n"
        f"  Invalid Input Error: {said}\n"
    )
    results = [
        {"unique_id": "model.zhibiao.int_corrections_checked", "status": "error", "message": message},
        {"unique_id": "model.zhibiao.fct_observation", "status": "skipped", "message": None},
    ]
    target = settings.load().dbt_target
    target.mkdir(parents=True)
    (target / "run_results.json").write_text(json.dumps({"results": results}), encoding="utf-8")
    lines = outcome._dbt_lines(settings.load(), tmp_path / "run.log")
    assert lines[1:] == (f"int_corrections_checked: {said}",)


def _failed(step: str, message: str) -> SimpleNamespace:
    """An event of a failed step, as Dagster gives it."""
    error = SimpleNamespace(cls_name="DagsterDbtCliRuntimeError", message=message, cause=None)
    data = SimpleNamespace(error=error, user_failure_data=None)
    return SimpleNamespace(event_type_value="STEP_FAILURE", step_key=step, event_specific_data=data)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("OperationalError: (sqlite3.OperationalError) database or disk is full", ""),
        ("The dbt CLI process failed", "IO Error: Could not write file: No space left on device"),
    ],
)
def test_a_disk_that_filled_up_while_dbt_worked_is_told_in_one_line(home, tmp_path, message, said) -> None:
    results = [{"unique_id": "model.zhibiao.int_links", "status": "error", "message": said}]
    target = settings.load().dbt_target
    target.mkdir(parents=True)
    (target / "run_results.json").write_text(json.dumps({"results": results}), encoding="utf-8")
    failure = outcome.of([_failed("warehouse", message)], settings.load(), tmp_path / "run.log")
    assert failure.lines == (f"{home}: the disk is full; make room and do it again: the last release stays",)
    assert failure.exit_code == 2
