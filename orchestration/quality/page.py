"""The page of the gate: what was found, in plain words, as one file that asks nothing of any other place.

What belongs here: putting a run and the runs before it into the template, and writing the page. What does
not: words (``words.toml``), judging (``judge``).
"""

from __future__ import annotations

import base64
import hashlib
import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orchestration import files
from orchestration.quality import trend, wording
from orchestration.quality.explain import can_settle
from orchestration.quality.result import CANDIDATE, CheckResult, Failure, GateResult
from orchestration.quality.rules import Rule
from orchestration.settings import Settings

NAME = "index.html"
COPY = "quality.html"  # in a release
SHOWN = 5
_ASSETS = Path(__file__).with_name("assets")
_CHINA = timezone(timedelta(hours=8))


def path(settings: Settings, subject: str = CANDIDATE) -> Path:
    """Say where the page of the last run on the candidate, or on a release, lies."""
    return settings.quality / (NAME if subject == CANDIDATE else f"{subject}.html")


def write(settings: Settings, result: GateResult, history: pa.Table, titles: Mapping[str, str]) -> Path:
    """Write the page of ``result``, which is the last of ``history``; ``titles`` are those of the reports."""
    target = path(settings, result.subject)
    files.write_text(target, render(result, history, titles))
    return target


def copy(settings: Settings, folder: Path) -> None:
    """Put the page of the last run into the folder of a release."""
    if path(settings).is_file():
        shutil.copyfile(path(settings), folder / COPY)


def render(result: GateResult, history: pa.Table, titles: Mapping[str, str]) -> str:
    """Render the page; everything that reports or rules say is escaped."""
    words = wording.load()
    style = (_ASSETS / "page.css").read_text(encoding="utf-8")
    history = history.filter(pc.equal(history["subject"], result.subject))
    trends = {check.rule.key: trend.Trend(()) for check in result.checks} | dict(trend.trends(history))
    open_checks = [check for check in result.checks if check.is_open]
    groups = [
        (key, name, [check for check in open_checks if check.rule.severity == key])
        for key, name in words.severities.items()
    ]
    return (
        _environment()
        .get_template("page.html")
        .render(
            result=result,
            words=words,
            groups=groups,
            dimensions=_dimensions(result, words),
            trends=trends,
            runs=trend.runs(history),
            row=lambda failure, rule: _row(failure, rule, titles),
            shown=SHOWN,
            is_candidate=result.subject == CANDIDATE,
            when=_when(result.checked_at),
            style=style,
            policy=_policy(style),
        )
    )


def _when(checked_at: str) -> str:
    time = datetime.fromisoformat(checked_at).astimezone(_CHINA)
    return f"{time.year} 年 {time.month} 月 {time.day} 日 {time:%H:%M}（北京时间）"


def _dimensions(result: GateResult, words: wording.Words) -> list[tuple[wording.Name, list[CheckResult]]]:
    return [
        (name, checks)
        for key, name in words.dimensions.items()
        if (checks := [check for check in result.checks if check.rule.dimension == key])
    ]


def _row(failure: Failure, rule: Rule, titles: Mapping[str, str]) -> Markup:
    words = wording.load()
    before, quote, after = failure.sentence.partition(failure.quote) if failure.quote else ("", "", "")
    if not quote:
        before, after = failure.sentence, ""
    html = (
        _environment()
        .get_template("row.html")
        .render(
            failure=failure,
            title=titles.get(failure.report_id, failure.report_id or failure.other),
            before=before,
            quote=quote,
            after=after,
            expected=words.read(failure.expected) if failure.expected != rule.en else rule.zh,
            found=words.read(failure.found) or failure.other,
            settles=can_settle(rule),
            sides=rule.sides,
            why=failure.other.removeprefix("explanation="),
            field=rule.field,
        )
    )
    return Markup(html)


def _policy(style: str) -> str:
    """Allow our own style by its hash, and nothing else, from nowhere."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
