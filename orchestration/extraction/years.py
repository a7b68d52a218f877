"""The year a figure is about, the year it is compared with, and the kind of period.

What belongs here: reading times in a clause. What does not: the part of the report (``parts``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.extraction.compact import WIDTH
from orchestration.extraction.model import Part, PeriodType, ReportContext
from orchestration.extraction.words import either, table

YEAR = r"(?:19|20)[0-9]{2}"
OPENING = re.compile(
    r"^(?:其中|预计|初步统计|初步核算|力争|确保|并|同时|经|以及|全市|全省|全国|其|即|我市|我省|特别是|尤其是)*(?P<to>到|至|截至|截止|截止到|截至到|自)?"
    rf"(?P<first>{YEAR})(?:[-—~至到](?P<last>{YEAR}))?(?:学年|年)"
)
TO_YEAR = re.compile(rf"(?:到|至|截至|截止到?)(?P<year>{YEAR})年")
IN_REF = re.compile(rf"({YEAR})(?:年|学年)?")
PLAN_NAME = re.compile(r"“([一二三四五六七八九十]{1,3}五)”")
PREVIOUS = re.compile(either("times", "previous"))
LAST_YEAR = re.compile(either("times", "last_year"))
BEFORE_LAST = re.compile(either("times", "year_before_last"))
CUMULATIVE = re.compile(either("times", "cumulative"))
YTD = re.compile(either("times", "ytd"))
INSTANT = re.compile(either("times", "instant"))
SPAN_WORDS = re.compile(r"(?:[三四五六]|两|[3-6])年(?:来|间|共|累计|平均|年均)?|时期|以来")
FIVE_BACK = re.compile("[上前](?:一)?个?五年")
SPAN_START = re.compile(
    "^(?:过去|近|这|前)?(?:[三四五六]年|[3-6]年|“[^”]{1,3}五”)(?:来|间|共|期间|时期|累计|以来|中)"
)
SPAN_OPEN = re.compile(
    "五年来|过去五年|这五年|与(?:[0-9]{4}年|“[^”]+”末?)相比|“[^”]{1,3}五”(?:时期|期间|以来)|比“[^”]{1,3}五”"
)
OPENER = 10
LAST_START = re.compile(r"^(?:与|比)?(?:去年|上年)(?!同期|末相比)")


@dataclass(slots=True)
class Clock:
    """The years that hold where reading stands: of the part, and of the sentence once it names one."""

    context: ReportContext
    part: Part = "review"
    sentence_year: int | None = None
    sentence_span: bool = False
    span_base: int | None = None
    sentence_base: int | None = None
    sentence_total: bool = False
    opened_span: bool = False
    mixed: bool = False

    @property
    def default(self) -> int | None:
        """The year of a figure that names none."""
        return (
            self.context.planned_year
            if self.part == "plan" and self.context.planned_year
            else self.context.reviewed_year
        )

    def open_sentence(self, part: Part) -> None:
        """Forget the years of the last sentence."""
        self.part = part
        self.sentence_year = None
        self.sentence_span = False
        self.sentence_base = None
        self.sentence_total = False

    def open_section(self, path: tuple[str, ...]) -> None:
        """Give a heading that names the reviewed year beside the span tells that year first."""
        year = self.context.reviewed_year
        mixed = bool(path) and year is not None and f"{year}年" in path[0].translate(WIDTH)
        self.span_base = None
        self.mixed, self.opened_span = mixed, self.opened_span and mixed and self.mixed

    @property
    def spanning(self) -> bool:
        """Whether the part looks back over several years."""
        return self.part == "lookback" and (self.opened_span or not self.mixed)

    def default_base(self, year: int | None, *, average: bool = False) -> int | None:
        """Give the year a change starts from where the text names none."""
        if year is None:
            return None
        if average or (self.spanning and not self.sentence_year):
            return self.span_base or (year - 5 if self.part == "lookback" else None)
        return year - 1

    def pass_by(self, text: str) -> None:
        """Note that a sentence without figures turns to the whole span."""
        if self.mixed and SPAN_OPEN.search(text):
            self.opened_span = True

    def hear(self, clause: str) -> None:
        """Note a year that opens a clause; it holds for the rest of the sentence."""
        if SPAN_START.match(clause) and len(clause) <= OPENER:
            self.sentence_total = True
        if SPAN_OPEN.search(clause):
            self.opened_span = True
        opening = OPENING.match(clause)
        if opening:
            self.sentence_year = int(opening["last"] or opening["first"])
            self.sentence_span = bool(opening["last"])
            if opening["to"] == "自" or re.match(r".{0,3}以来", clause[opening.end() :]):
                self.sentence_year = None
                self.span_base = int(opening["first"]) - (opening["to"] != "自")
            return
        if LAST_START.match(clause) and self.context.planned_year:
            self.sentence_year = self.context.planned_year - 1

    def year_of(self, said: str) -> int | None:
        """Give the year of a figure before which ``said`` stands in its clause."""
        target = None
        for found in TO_YEAR.finditer(said):
            target = int(found["year"])
        return target or self.sentence_year or self.default

    def base_of(self, ref: str, year: int | None) -> int | None:
        """Give the year that a comparison names, ``None`` where it names no year."""
        found = IN_REF.search(ref)
        if found:
            return int(found.group(1))
        plan = PLAN_NAME.search(ref)
        if plan and plan.group(1) in table("times")["plans"]:
            return int(table("times")["plans"][plan.group(1)])
        if FIVE_BACK.search(ref) and year:
            return year - 5
        if BEFORE_LAST.search(ref) and year:
            return year - 2
        if (PREVIOUS.search(ref) or LAST_YEAR.search(ref) or ref == "同比") and year:
            return year - 1
        return None


def period_of(said: str, clock: Clock) -> PeriodType:
    """Give the kind of period of a figure before which ``said`` stands."""
    if "学年" in said:
        return "school_year"
    if YTD.search(said):
        return "ytd"
    if CUMULATIVE.search(said) or SPAN_START.match(said) or clock.sentence_total:
        return "cumulative"
    if INSTANT.search(said):
        return "instant"
    return "span" if clock.sentence_span else "annual"
