import json

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
