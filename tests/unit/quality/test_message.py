from orchestration.quality import message
from orchestration.quality.result import CheckResult, Failure, GateResult
from orchestration.quality.rules import load_rules

CRITICAL = next(rule for rule in load_rules() if rule.name == "share_within_0_100")
WARNING = next(rule for rule in load_rules() if rule.severity == "warning")


def _result(*checks: CheckResult) -> GateResult:
    return GateResult("run", "2026-01-02T03:04:05+00:00", "ab", checks)


def _failure(number: int) -> Failure:
    sentence = f"全市普惠性幼儿园覆盖率达{number}%，\n完成92%的既定目标" + "，又一句话" * 30
    return Failure("r", f"s{number}", "k", f"{number}%", 11, sentence, "0 to 100%", f"{number}%")


def test_a_line_names_report_quote_place_and_mend():
    line = next(message.check_lines(CheckResult(CRITICAL, "failed", 9, 1, (_failure(192),))))
    for part in ("r", "«192%» at 11", "expected 0 to 100%", "found 192%", "覆盖率达192%"):
        assert part in line
    assert "\n" not in line
    assert line.endswith(CRITICAL.mend.replace("KEY", "k"))
    assert "`zhibiao correct k`" in line


def test_lines_are_bounded_and_say_what_is_left_out():
    many = CheckResult(CRITICAL, "failed", 900, 500, tuple(map(_failure, range(200, 220))))
    lines = message.blocking_lines(_result(*[many] * 30), limit=10)
    assert len(lines) == 11
    assert "110 more" in lines[-1]
    assert any("497 more rows" in line for line in lines)


def test_warnings_do_not_close_the_gate_and_errors_of_critical_rules_do():
    warned = _result(CheckResult(WARNING, "failed", 9, 1))
    assert warned.passed
    assert len(message.warning_lines(warned)) == 1
    broken = _result(CheckResult(CRITICAL, "config_error", message="Binder Error: no such column"))
    assert not broken.passed
    assert "Binder Error" in message.blocking_lines(broken)[0]
    assert message.summary(broken).startswith("gate closed")


def test_the_table_of_failing_rows_keeps_its_columns():
    odd = Failure(report_id="r", quote="1|2", sentence="a\nb")
    rows = message.table(CheckResult(CRITICAL, "failed", 1, 1, (odd,))).splitlines()
    assert len(rows) == 3
    assert rows[2].replace("\\|", "").count("|") == 7
