"""What every page needs: the release, ways to sentences, names, and the templates.

What belongs here: look-ups made once, so that no page searches all rows. What does not: single pages.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from orchestration.site import links, numbers, words
from orchestration.site.model import Conflict, Indicator, Observation, Point, Report, Target
from orchestration.site.reading import Content, grouped

TEMPLATES = Path(__file__).with_name("templates")
_POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_MOST_NAMED = 3
_BETWEEN_QUOTES = re.compile("[、／，]")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page."""

    name: str
    release_id: str
    created_at: str
    gate: str
    gate_en: str
    notice: str


def marked(sentence: str, quote: str) -> Iterator[tuple[str, bool]]:
    """Cut a sentence at a quote, or at each of several; True with those pieces that are one."""
    text = sentence.strip()
    found = [quote] if quote in text else [one for one in _BETWEEN_QUOTES.split(quote) if one and one in text]
    at = 0
    for start, one in sorted((text.index(one), one) for one in found):
        if start >= at:
            yield text[at:start], False
            yield one, True
            at = start + len(one)
    yield text[at:], False


def called(report: Report) -> str:
    """Give the title of a report, with year and place where the title leaves them open."""
    title = report.title or report.report_id
    place = report.area_name or ""
    year = "" if _YEAR.search(title) else f"回顾{report.reviewed_year}年"
    missing = [one for one in ("" if place in title else place, year) if one]
    return f"{title}（{'，'.join(missing)}）" if missing else title


class Book:
    """A release with its look-ups, and the writing of pages."""

    def __init__(self, content: Content, notice: str = "") -> None:
        self.content = content
        self.sentences = links.Sentences(content.report_of())
        release = content.release
        self.frame = Frame(
            name=f"{self._places()}指标",
            release_id=release.release_id,
            created_at=release.created_at[:10],
            gate=self._gate(),
            gate_en=str(release.gate.get("summary", "")),
            notice=notice,
        )

    def _places(self) -> str:
        names = list(dict.fromkeys(one.area_name for one in self.content.reports if one.area_name))
        more = "等" if len(names) > _MOST_NAMED else ""
        return "、".join(names[:_MOST_NAMED]) + more

    def _gate(self) -> str:
        checks = self.content.checks
        failed = sum(one.outcome not in ("passed", "skipped") for one in checks)
        found = f"{failed} 项提醒，均不妨碍发布" if failed else "全部通过"
        return f"发布前检查 {len(checks)} 项，{found}"

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Current reports by id."""
        return {one.report_id: one for one in self.content.reports}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Indicators by code."""
        return {one.indicator_code: one for one in self.content.indicators}

    @cached_property
    def observations(self) -> dict[Hashable, list[Observation]]:
        """Figures by indicator."""
        return grouped(self.content.observations, "indicator_code")

    @cached_property
    def statements(self) -> dict[str, Observation]:
        """Figures that a sentence states, by statement."""
        return {one.statement_id: one for one in self.content.observations if not one.is_derived}

    @cached_property
    def points(self) -> dict[Hashable, list[Point]]:
        """Points of series by indicator."""
        return grouped(self.content.points, "indicator_code")

    @cached_property
    def targets(self) -> dict[Hashable, list[Target]]:
        """Targets by indicator."""
        return grouped(self.content.targets, "indicator_code")

    @cached_property
    def conflicts(self) -> dict[Hashable, list[Conflict]]:
        """Conflicts by indicator."""
        return grouped(self.content.conflicts, "indicator_code")

    @cached_property
    def components(self) -> dict[Hashable, list[Observation]]:
        """Components by the statement of their total."""
        return grouped(
            (one for one in self.statements.values() if one.part_of_statement_id), "part_of_statement_id"
        )

    @cached_property
    def shown(self) -> list[Indicator]:
        """Indicators with a figure: those that have a page."""
        return [one for one in self.content.indicators if one.indicator_code in self.observations]

    def longest(self, code: str) -> list[Point]:
        """Give the longest series of an indicator: of an area that reports as a whole, where there is one."""
        own = {one.area_code for one in self.content.reports}
        series = grouped(self.points.get(code, ()), "area_code", "scope", "period_type")
        ranked = sorted(
            series.values(),
            key=lambda one: (
                one[0].area_code not in own,
                one[0].scope != "",
                -len(one),
                one[0].area_code,
                one[0].scope,
            ),
        )
        return ranked[0] if ranked else []

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.globals.update(
            frame=self.frame,
            nav=words.load()["nav"],
            policy=_POLICY,
            named=words.name,
            to_sentence=self.sentences.to,
            to_indicator=links.indicator,
            to_report=links.report,
            reports=self.reports,
            names=self.indicators,
            plain=numbers.plain,
            short=numbers.short,
            distance_unit=numbers.distance_unit,
            marked=marked,
            called=called,
            signed=numbers.signed,
            with_unit=numbers.with_unit,
        )
        return environment

    def render(self, template: str, *, page: str, title: str, **values: Any) -> str:
        """Write a page; ``page`` is its place in the site."""
        root = "../" * page.count("/")
        made = self._environment.get_template(template)
        return made.render(page=page, root=root, title=title, **values)
