"""The page of the gate: what it says, and that nothing of a report gets out of its place."""

from orchestration.quality import history, page, trend
from orchestration.quality.result import CheckResult, Failure, GateResult
from orchestration.quality.rules import load_rules

RULES = {rule.name: rule for rule in load_rules()}
SHARE = RULES["share_within_0_100"]


def _result(run: str, *checks: CheckResult) -> GateResult:
    return GateResult(run, f"2024-03-0{run}T01:00:00+00:00", "ab" * 32, checks)


def _failed(sentence: str = "参与率192%，为历年最高。") -> CheckResult:
    failure = Failure("r-1", "s1", "k1", "192%", 7, sentence, "0 to 100%", "192.0%")
    return CheckResult(SHARE, "failed", rows_checked=3, rows_failed=1, sample=(failure,))


def _render(*results: GateResult) -> str:
    import pyarrow as pa

    told = pa.concat_tables([history.to_table(one) for one in results])
    return page.render(results[-1], told, {"r-1": "江阴市教育局 2023年"})


def test_a_finding_stands_with_its_sentence_its_meaning_and_its_mend():
    html = _render(_result("1", _failed()))
    assert "不能发布" in html
    assert "参与率<mark>192%</mark>，为历年最高。" in html
    assert "江阴市教育局 2023年" in html
    assert "0 至 100%" in html
    assert "zhibiao correct k1 --accept" in html


def test_a_run_without_findings_says_so():
    html = _render(_result("1", CheckResult(SHARE, "passed", 3)))
    assert "可以发布" in html
    assert "<article" not in html


def test_a_report_cannot_bring_markup_into_the_page():
    html = _render(_result("1", _failed("<script>alert(1)</script>192%")))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_nothing_is_asked_of_another_place():
    html = _render(_result("1", _failed()))
    assert "://" not in html
    assert "src=" not in html
    assert "default-src &#39;none&#39;" in html


def test_an_error_of_a_rule_is_not_told_as_a_fault_of_the_data():
    html = _render(_result("1", CheckResult(SHARE, "config_error", message="no such column")))
    assert "规则本身不能用" in html
    assert "no such column" in html


def test_the_trend_has_a_cell_a_run():
    runs = [
        _result("1", CheckResult(SHARE, "passed", 3)),
        _result("2", _failed()),
        _result("3", CheckResult(SHARE, "data_error", message="missing")),
    ]
    import pyarrow as pa

    found = trend.trends(pa.concat_tables([history.to_table(one) for one in runs]))[SHARE.key]
    assert [cell.look for cell in found.cells] == ["passed", "critical", "error"]
    assert found.told == "3 次检查，1 次通过"
    assert _render(*runs).count('class="cell') >= 3


def test_a_finding_tells_how_it_stood_before():
    passed = CheckResult(SHARE, "passed", 3)
    assert "这一次新出现" in _render(_result("1", passed), _result("2", _failed()))
    assert "已连续 3 次，与上次一样多" in _render(*(_result(n, _failed()) for n in "123"))


def test_the_two_sides_of_a_contradiction_are_not_called_right_and_wrong():
    failure = Failure("r-1", "s1", "k1", "412所", 7, "共412所。", "412所", "414所 (186所、142所)")
    html = _render(_result("1", CheckResult(RULES["components_sum"], "failed", 3, 1, (failure,))))
    assert "按别处" in html
    assert "应为" not in html


def test_the_page_of_a_release_speaks_of_the_release():
    result = GateResult("9", "2024-03-09T01:00:00+00:00", "ab" * 32, (_failed(),), subject="20240309T0-ab")
    html = _render(result)
    assert "发布版有问题" in html
    assert "不能发布" not in html
