"""The year a figure is about, and the year it is compared with.

What belongs here: reading years in a clause and keeping those that hold for what follows. What does not: the
part of the report (``parts``), the kind of period (``periods``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.extraction.characters import narrow
from orchestration.extraction.model import Part, ReportContext
from orchestration.extraction.timewords import COUNT, count_of, end_of_plan, without_comparison
from orchestration.extraction.words import either

YEAR = r"(?:19|20)[0-9]{2}"
OPENING = re.compile(
    r"^(?:其中|预计|初步统计|初步核算|力争|确保|争取|并|同时|经|以及|全市|全省|全国|其|即|我市|我省|特别是|尤其是)*"
    rf"(?P<place>[\u4e00-\u9fa5]{{2,3}}[省市县区州](?={YEAR}年(?!的)))?"
    rf"(?P<to>到|至|截至|截止|截止到|截至到|自|从(?={YEAR}年?[-—~至到]{YEAR}))?"
    rf"(?P<first>{YEAR})(?:年?[-—~至到](?P<last>{YEAR}))?(?:学年|年)"
)
TO_YEAR = re.compile(rf"(?<!恢复)(?:到|至|截至|截止到?)(?P<year>{YEAR})年")
REACHING = (
    "(?:将|会)?(?:达到?|突破|超过|增至|升至|降至|迎来|出现|(?:增加|上升|下降|减少|提高)(?:到|至)"
    "|(?=[\ue000-\uf8ff]))"
)
AIM = re.compile(
    rf"(?:到|至)(?P<year>{YEAR})年(?!的)|预[计测](?:在|于|将在|将于)?(?P<foreseen>{YEAR})年(?:底|末|前后|左右)?{REACHING}"
)
IN_REF = re.compile(rf"({YEAR})(?:年|学年)?")
PLAN_NAME = re.compile(r"“([一二三四五六七八九十]{1,3}五)”")
PREVIOUS = re.compile(either("times", "previous"))
LAST_YEAR = re.compile(either("times", "last_year"))
BEFORE_LAST = re.compile(either("times", "year_before_last"))
YEARS_AGO = re.compile(rf"{COUNT}年前")
YEARS_BACK = re.compile(rf"[上前](?:一)?个?{COUNT}年")
GOAL_LIST = re.compile(
    rf"(?:到|至)(?P<year>{YEAR})年[^。；：:]{{0,40}}(?:目标|任务|蓝图|愿景)[^。；：:]{{0,12}}[：:]\s*$"
)
LISTED = re.compile(
    r"^[\s　]*(?:—|-|●|◆|[①-⑳]|[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[一二三四五六七八九]是)"
)
ITEM = re.compile("[一二三四五六七八九十]{1,2}是|其[一二三四五六]|第[一二三四五六][，：是]")
YEARS_AHEAD = re.compile(rf"(?:今后|未来|下一?个){COUNT}年")
SPAN_START = re.compile(
    "^(?:过去|近|这|前)?(?:[三四五六]年|[3-6]年|“[^”]{1,3}五”)(?:来|间|里|共|期间|时期|累计|以来|中|(?=[全新完建共])|$)"
)
SPAN_OPEN = re.compile(
    "五年来|五年里|过去五年|这五年|与(?:[0-9]{4}年|“[^”]+”末?)相比|“[^”]{1,3}五”(?:时期|期间|以来)|比“[^”]{1,3}五”"
)
SPAN_TURN = re.compile("^(?:回顾|回首)?(?:过去(?:的)?|这)五年|^五年[来里间]")
ONE_YEAR = re.compile(
    rf"^(?:各位代表[，！：]?)?(?:回顾|回首|总结)?(?:刚刚)?(?:过去的?一年|过去的(?P<past>{YEAR})年|(?P<named>{YEAR})年是)"
)
OPENER = 10
LAST_START = re.compile(r"^(?:其中|但|而|且|全国|全省|全市)?(?P<word>去年|上年)(?!同期|[^，]{0,3}相比)")
THIS_START = re.compile(r"^(?:其中|但|而|且|同时|综合权衡|预计)?(?:今年|本年度)(?!以来|是|为)")
THIS_WILL = re.compile("今年，?[^，。；]{0,8}?将|预计今年[^，。；]{0,16}?将")
SETS_OUT = re.compile(
    rf"(?:今年|新的一年|{YEAR}年)，?[^。，；]{{0,8}}(?:要|将|着力|全力|重点|力争|抓好|办好)|对(?:今年|{YEAR}年)[^。]{{0,12}}部署"
)
NEXT_START = re.compile("^(?:下一步|下一阶段|下阶段|接下来|新学年|明年|来年)")
LAST_CLASS = re.compile("^上一?届(?:$|毕业|同期|学生|考生)")
PART_YEAR = re.compile(
    rf"^(?:今年|{YEAR}年)?(?:上半年|前?[一二三]个?季度|[1１][-—至到][0-9]{{1,2}}月|年初以来)"
)
STILL = re.compile("还存在|仍存在|仍然存在|仍有|尚有|目前[^，]{0,4}(?:有|存在)")
NOW = re.compile("^(?:而|到了?)?(?:现在|如今|目前|眼下|当前|现有)")
AHEAD = re.compile("^(?:到|在)?(?:“[^”]{1,3}五”(?:时期|期间|期末|末)|(?:今后|未来)[^，]{1,2}年)")


@dataclass(slots=True)
class Clock:
    """The years that hold where reading stands: of the part, the section, the paragraph and the sentence."""

    context: ReportContext
    part: Part = "review"
    sentence_year: int | None = None
    sentence_span: bool = False
    span_base: int | None = None
    sentence_base: int | None = None
    sentence_total: bool = False
    opened_span: bool = False
    mixed: bool = False
    paragraph: int = -1
    paragraph_year: int | None = None
    plan_end: int | None = None
    goal_year: int | None = None
    one_year: bool = False
    turned: bool = False
    part_year: bool = False
    foreseen: bool = False
    last_is_reviewed: bool = False
    will: bool = False

    @property
    def default(self) -> int | None:
        """The year of a figure that names none."""
        if self.paragraph_year:
            return self.paragraph_year
        if self.part == "plan" and self.context.planned_year:
            return self.goal_year or self.plan_end or self.context.planned_year
        return self.context.reviewed_year

    def open_sentence(self, part: Part, paragraph: int = 0, text: str = "") -> None:
        """Forget the years of the last sentence, and in a new paragraph those of the last one."""
        if paragraph != self.paragraph:
            self.paragraph, self.paragraph_year = paragraph, None
            self.turned = self.turned and part != "review"
        self.part = part
        self.sentence_year = None
        self.sentence_span = False
        self.sentence_base = None
        self.sentence_total = False
        self.part_year = self.foreseen = False
        self.will = "今年" in text and bool(THIS_WILL.search(text))

    def open_section(self, path: tuple[str, ...]) -> None:
        """Give a heading that names the reviewed year beside the span tells that year first."""
        year = self.context.reviewed_year
        mixed = bool(path) and year is not None and f"{year}年" in narrow(path[0])
        self.span_base = None
        self.mixed, self.opened_span = mixed, self.opened_span and mixed and self.mixed
        self.one_year = self.turned = False
        self.plan_end = self._end_of_plan(path)

    def _end_of_plan(self, path: tuple[str, ...]) -> int | None:
        """Give the last year of the years that a section plans, ``None`` for the next year alone."""
        planned = self.context.planned_year
        for title in reversed([narrow(one) for one in path]):
            if planned and (f"{planned}年" in title or "今年" in title):
                return None
            end = self._ahead(title)
            if end:
                return end
        return None

    def _ahead(self, words: str) -> int | None:
        """Give the last year of 今后五年 or of a five-year plan that is not over."""
        planned = self.context.planned_year
        ahead = YEARS_AHEAD.search(words)
        if ahead and planned:
            return planned + count_of(ahead) - 1
        end = end_of_plan(PLAN_NAME.search(words))
        return end if end and planned and end >= planned else None

    @property
    def spanning(self) -> bool:
        """Whether the part looks back over several years."""
        if self.one_year:
            return False
        return self.turned or (self.part == "lookback" and (self.opened_span or not self.mixed))

    def default_base(self, year: int | None, *, average: bool = False, start: bool = False) -> int | None:
        """Give the year a change starts from where the text names none.

        ``start``: asked for the first end of a movement, which lies before the span whatever year is named.
        """
        if year is None:
            return None
        if average or (self.spanning and (start or not self.sentence_year)):
            return self.span_base or (year - 5 if self.part == "lookback" or self.turned else None)
        return year - 1

    def list_goals(self, text: str, *, opens: bool) -> None:
        """Keep the year of a head of goals (到2030年的主要目标：) over the list behind it.

        ``opens``: the sentence opens a paragraph, which ends the list unless it is marked as an item.
        """
        found = GOAL_LIST.search(narrow(text)) if self.part == "plan" else None
        if found and int(found["year"]) > (self.context.reviewed_year or 9999):
            self.goal_year = int(found["year"])
        elif opens and not LISTED.match(text):
            self.goal_year = None

    def pass_by(self, text: str) -> None:
        """Note that a sentence without figures turns to the whole span, or to one year of it."""
        if self.mixed and SPAN_OPEN.search(text):
            self.opened_span = True
        self._turn(text.strip())
        planned = self.context.planned_year
        if (
            planned
            and self.part != "plan"
            and SETS_OUT.search(text)
            and (f"{planned}年" in text or self._speaks())
        ):
            self.paragraph_year = planned

    def _turn(self, clause: str) -> None:
        """Note an opening that turns from one year to the span, or back."""
        reviewed = self.context.reviewed_year
        if SPAN_TURN.match(clause):
            self.turned, self.one_year, self.paragraph_year = self.part != "plan", False, None
            return
        one = ONE_YEAR.match(clause)
        named = int(one["past"] or one["named"] or reviewed or 0) if one else None
        if named is not None and named == reviewed:
            self.one_year, self.turned = True, False
            self.paragraph_year = None if one and one["named"] else reviewed

    def turn_to_next(self, clause: str) -> None:
        """Forget, where a sentence goes on behind ；, a year that was only foreseen.

        A year to come is one in all that looks back, and so is one that an item of a list named
        (一是到2025年…；二是…).
        """
        year, reviewed = self.sentence_year, self.context.reviewed_year
        ahead = year is not None and reviewed is not None and year > reviewed
        far = ahead and year != self.context.planned_year and self.part != "plan"
        if self.foreseen or far or (ahead and ITEM.match(clause)):
            self.sentence_year, self.foreseen = None, False

    def hear(self, clause: str, *, opens: bool = False) -> None:
        """Note a year that opens a clause; it holds for the rest of the sentence."""
        if opens:
            self._turn(clause)
        if SPAN_START.match(clause) and len(clause) <= OPENER:
            self.sentence_total = True
        if SPAN_OPEN.search(clause):
            self.opened_span = True
        self.part_year = self.part_year or bool(PART_YEAR.match(clause))
        opening = OPENING.match(clause)
        if opening:
            self._opened(opening, clause)
            return
        aim = AIM.search(clause)
        if aim and int(aim["year"] or aim["foreseen"]) > (self.context.reviewed_year or 9999):
            self.sentence_year = int(aim["year"] or aim["foreseen"])
            self.foreseen = bool(aim["foreseen"])
        else:
            self._relative(clause)

    def _opened(self, opening: re.Match[str], clause: str) -> None:
        self.sentence_year = int(opening["last"] or opening["first"])
        self.sentence_span = bool(opening["last"])
        self.foreseen = clause.startswith("预") or bool(opening["place"])
        if opening["to"] == "自" or re.match(r".{0,3}以来", clause[opening.end() :]):
            self.sentence_year = None
            self.span_base = int(opening["first"]) - (opening["to"] != "自")

    def _relative(self, clause: str) -> None:
        """Note 今年, 去年, 今后五年 at the head of a clause; 现在 ends an earlier year."""
        planned, last = self.context.planned_year, LAST_START.match(clause)
        ahead = AHEAD.match(clause) if self.part == "plan" else None
        if ahead:
            self.sentence_year = self._ahead(ahead.group()) or self.sentence_year
        elif last and planned:
            before = self.part != "plan" and last["word"] == "上年"
            self.sentence_year = planned - 1 - before
            self.last_is_reviewed = self.last_is_reviewed or not before
        elif planned and self._is_to_come(clause):
            self.sentence_year = planned
        elif (
            self.sentence_year
            and self.sentence_year != self.default
            and (NOW.match(clause) or STILL.search(clause))
        ):
            self.sentence_year = None

    def _is_to_come(self, clause: str) -> bool:
        """Whether a clause opens with 今年 where that is the planned year, or with 明年 or 下一步."""
        if THIS_START.match(clause):
            return self.will or self._speaks()
        return bool(NEXT_START.match(clause))

    def _speaks(self) -> bool:
        """Whether 今年 is the planned year: in a speech, and in every plan."""
        told = self.part in {"plan", "other"} or self.context.genre == "gov-work-report"
        return told or self.last_is_reviewed

    def year_of(self, said: str) -> int | None:
        """Give the year of a figure before which ``said`` stands in its clause."""
        target = None
        for found in TO_YEAR.finditer(said):
            target = int(found["year"])
        if not target and self.part == "plan" and self.context.planned_year:
            told = without_comparison(said)
            if LAST_YEAR.search(told) and not PREVIOUS.search(told):
                return self.context.planned_year - 1
        return target or self.sentence_year or self.default

    def base_of(self, ref: str, year: int | None) -> int | None:
        """Give the year that a comparison names, ``None`` where it names no year."""
        found = IN_REF.search(ref)
        if found:
            return int(found.group(1))
        end = end_of_plan(PLAN_NAME.search(ref))
        if end or not year:
            return end
        back = YEARS_AGO.search(ref) or YEARS_BACK.search(ref)
        if back:
            return year - count_of(back)
        before = BEFORE_LAST.search(ref)
        if before:
            return year - 2 - before.group().startswith("大") + self.last_is_reviewed
        if not (LAST_CLASS.match(ref) or PREVIOUS.search(ref) or LAST_YEAR.search(ref) or ref == "同比"):
            return None
        return (self.context.planned_year if self.part == "plan" and self.context.planned_year else year) - 1
