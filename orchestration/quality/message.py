"""What the gate says on a terminal: a bounded number of clear lines.

What belongs here: wording. What does not: colours and boards, which are the command's.
"""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.quality.result import CheckResult, Failure, GateResult, Outcome
from orchestration.quality.rules import Rule
from orchestration.quality.wording import numbers

ROWS = 3
LINES = 25
WORDS: dict[Outcome, str] = {
    "passed": "passed",
    "failed": "failed",
    "config_error": "with an error in the rule",
    "data_error": "could not be judged",
    "not_applicable": "of a later version",
}


def summary(result: GateResult) -> str:
    """One line: how many checks ended how."""
    counts = ", ".join(f"{result.count(o)} {words}" for o, words in WORDS.items() if result.count(o))
    word = "open" if result.passed else "closed"
    return f"gate {word}: {len(result.checks)} checks, {counts}; {len(result.blocking)} block publishing"


def blocking_lines(result: GateResult, limit: int = LINES) -> list[str]:
    """At most ``limit`` lines: one for each critical failing row, naming report, quote, place and mend."""
    lines = [line for check in result.blocking for line in check_lines(check)]
    left = len(lines) - limit
    return lines if left <= 0 else [*lines[:limit], f"… and {left} more lines; `zhibiao check` shows them"]


def warning_lines(result: GateResult, limit: int = LINES) -> list[str]:
    """At most ``limit`` lines: one for each check that did not pass and does not block."""
    lines = [next(check_lines(check)) for check in result.warnings]
    left = len(lines) - limit
    return lines if left <= 0 else [*lines[:limit], f"… and {left} more warnings"]


def check_lines(check: CheckResult) -> Iterator[str]:
    """Give the lines of one check that did not pass: one a failing row, three at most."""
    head = f"{check.rule.table} {check.rule.name}"
    if check.outcome != "failed":
        yield f"{head}: {WORDS[check.outcome]}: {check.message}; {check.rule.mend}"
        return
    rows = check.sample[:ROWS] or (Failure(expected=check.rule.en),)
    for failure in rows:
        yield f"{head}: {_row(failure, sides=check.rule.sides)}; {mend(check.rule, failure)}"
    if check.rows_failed > len(rows):
        yield f"{head}: … and {check.rows_failed - len(rows)} more rows"


def mend(rule: Rule, failure: Failure) -> str:
    """Give what mends a row, with the key of its figure where the rule leaves a place for it."""
    return rule.mend.replace("KEY", failure.statement_key) if failure.statement_key else rule.mend


def _row(failure: Failure, *, sides: bool = False) -> str:
    place = f" at {failure.char_start}" if failure.char_start is not None else ""
    quote = f" «{failure.quote}»{place}" if failure.quote else ""
    other = f" ({failure.other})" if failure.other and not failure.quote else ""
    sentence = f" in “{_cut(failure.sentence, failure.quote)}”" if failure.sentence else ""
    key = f" [{failure.statement_key}]" if failure.statement_key else ""
    name = f"{failure.report_id or failure.statement_id}{quote}{key}".strip()
    here, there = ("it says", "elsewhere") if sides else ("expected", "found")
    found = f", {there} {numbers(failure.found)}" if failure.found else ""
    return f"{name}{': ' if name else ''}{here} {numbers(failure.expected)}{found}{other}{sentence}"


def _cut(sentence: str, quote: str, width: int = 60) -> str:
    """Cut the part of a sentence around the figure, on one line."""
    text = " ".join(sentence.split())
    if len(text) <= width:
        return text
    begin = max(0, min(text.find(quote) - width // 2, len(text) - width)) if quote else 0
    return ("…" if begin else "") + text[begin : begin + width] + ("…" if begin + width < len(text) else "")


def table(check: CheckResult) -> str:
    """Write the failing rows as a Markdown table: report, quote, place, expected, found, sentence."""
    if not check.sample:
        return check.message or "none"
    head = "| report | figure | at | expected | found | sentence |\n|---|---|---|---|---|---|"
    return "\n".join([head, *(_table_row(failure) for failure in check.sample)])


def _table_row(failure: Failure) -> str:
    place = "" if failure.char_start is None else str(failure.char_start)
    cells = (
        failure.report_id,
        failure.quote,
        place,
        failure.expected,
        failure.found or failure.other,
        _cut(failure.sentence, failure.quote),
    )
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
