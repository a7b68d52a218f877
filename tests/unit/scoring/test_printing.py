from __future__ import annotations

from orchestration.scoring import printing
from orchestration.scoring.score import score
from tests.unit.scoring.samples import GOLD, HOME, PLACES, RISE, TEXT, got


def test_the_summary_and_the_errors_name_what_is_wrong() -> None:
    wrong = [got(PLACES, year=2021), got(RISE, low=-0.3, high=-0.3)]
    result = score(GOLD, wrong, TEXT, HOME)
    summary = "\n".join(printing.summary(result))
    assert "gold 4, predicted 2" in summary
    assert "found  P 1.000  R 0.500  F1 0.667" in summary
    listed = list(printing.errors(result, TEXT))
    assert listed[0] == "year      @6 新增学位: wanted 2022, got 2021"
    assert listed[1].endswith("全市新增学位【6210个】，小学净入学率99.9%，比上年提高0.3个百分…")
    assert "kind      @29 小学净入学率: wanted 0.3 个百分点, got -0.3 个百分点" in listed


def test_json_rounds_to_four_digits_and_lists_errors_only_where_asked() -> None:
    result = score(GOLD, [got(PLACES), got(RISE, quote="x"), got(RISE, scope="全省")], TEXT, HOME)
    plain = printing.as_json(result, TEXT, errors=False)
    assert plain["found"] == {"precision": 0.6667, "recall": 0.5, "f1": 0.5714}
    assert "errors" not in plain
    errors = printing.as_json(result, TEXT, errors=True)["errors"]
    assert [one["what"] for one in errors] == ["missed", "extra", "scope", "missed"]
