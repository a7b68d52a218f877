"""What a label is about: its subject, and whether it needs one from the words before.

What belongs here: words of schooling, bare heads, the subject of a paragraph's opening words. What does not:
the memory of what was said (``reader``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from orchestration.extraction.words import either, words

BEFORE, AFTER = either("heads", "level_before"), either("heads", "level_after")
LEVEL = re.compile(
    f"(?:{BEFORE}+[、和])?{BEFORE}*{either('heads', 'levels')}"
    f"(?:{either('heads', 'levels')}|(?!生均|生师比|班[级均额主]){AFTER})*"
)
NUMBER_OF = "(?:(?<!工人)数)?"  # 在校生数; but 教职工人数 is 人数
EDUCATION = re.compile(f"(?:{either('heads', 'education')}){NUMBER_OF}$")
BARE = frozenset(words("heads", "bare") + words("heads", "alone"))
METRIC_END = re.compile(f"{either('heads', 'bare')}$")
OUT_OF = re.compile("(?:专任教师|教职工|在校生|毕业生|招生)中(?=.{2})")
RATE_END = re.compile(f"{either('heads', 'rate')}$")
BARE_END = re.compile(f"(?:{either('heads', 'bare')}|{either('heads', 'education')}){NUMBER_OF}$")
VERB_IN_LEAD = re.compile(
    "发展|稳步|快速|持续|不断|取得|明显|进一步|加快|保持|有了|得到|更加|实现|全面|扎实|深入|顺利|建设|工作|成效|水平|速度|增长|质量|"
    "步伐|大幅|加强|提升|改善|推进|连续|增产|丰产|丰收|迈|再上|再创|再迈|再添|再获|新突破|新跨越|新台阶|新进展|新成效|新提升|大力|稳中|稳定|稳健|平稳|优化|显著|开展|服务|活力|较快|较大|较好|日益|基本|强劲|提高|继续|上新|上升|上台阶|着力|统筹|成为|成效|成功|成绩|完善"
)
OWNERSHIP = re.compile("(民办|公办)教育$")
PEOPLE_OF = re.compile("(?:招生|在校生|毕业生|教职工|专任教师)数?$")
COUNTED = re.compile(
    "(?:(?P<entrants>招生|招收)|(?P<leavers>毕业生|结业)|(?P<staff>教职工)|(?P<teachers>专任教师)"
    "|(?P<students>在校学?生|在园(?:幼儿|儿童)|在学|注册学生))[^，]{0,2}$"
)
STUDENTS = ("科生", "士生", "究生", "学生")
DEGREE = re.compile("(?:本科|专科|高职|本专科|研究生|博士生?|硕士生?)$")
QUALITY_OF = re.compile("(?:本科|专科|本专科|研究生|博士|硕士|高中)(?:阶段)?(?:及|毕业)?(?:及)?(?:以上|学历)")
OF_EACH_LEVEL = re.compile(
    f"^{either('heads', 'of_each_level')}|(?:配备|面积|仪器|实验室)达标(?:的?学校)?(?:比例|占比)?$"
)
PER_HEAD = re.compile(
    "(?:每(?:百|千|万)?(?:名|个|位)?(?:学生|人|户|生|教师|班|校|居民|农户)|(?:人|户|校|生|班|园|师)均)(?:拥有|占有|约)?"
)
OWNER_ONLY = re.compile("民办|公办|代课|兼任|女")
CLASSES = re.compile("(?:班级|教学班|班)(?:数|总数)?$")
STAFF = re.compile(f"^.*{either('heads', 'people')}")
QUALITY = re.compile(f"^(?:{either('heads', 'qualities')}(?![类建竞评点门带])|{either('heads', 'ages')})")
TITLE_MARK = re.compile("^[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]+[\\s　]*|[\\s　]")
SHORT_TITLE = 6
BRACKET = re.compile("（[^）]*）")
SCHOOL_ENDS = ("小学", "初中", "高中", "中学", "园", "校", "班", "中职", "普高", "职高", "中专", "学院")
PLACES_OF_LEARNING = ("学校", "学生", "教师")


@lru_cache(maxsize=4096)
def level_in(label: str) -> str:
    """Give the word of schooling in a label (普通高中, 中等职业教育), or ``""``."""
    found = LEVEL.search(label)
    return found.group() if found else ""


def last_level(label: str) -> str:
    """Give the last word of schooling in a label, or ``""``."""
    found = LEVEL.findall(label)
    return str(found[-1]) if found else ""


@lru_cache(maxsize=4096)
def head_of(label: str) -> str:
    """Give the people that a label of schooling counts (在校生, 教职工), or ``""``."""
    found = PEOPLE_OF.search(label)
    return found.group() if found and found.start() else ""


def count_alike(whole: str, part: str) -> bool:
    """Whether two labels may count the same people of schooling: 毕业生 are no part of 在校生."""
    one, other = COUNTED.search(whole), COUNTED.search(part)
    return not one or not other or one.lastgroup == other.lastgroup


def staff_of(label: str) -> str:
    """Give the people that a label is about (小学专任教师 of 小学专任教师学历合格率), or ``""``."""
    found = STAFF.match(label)
    return found.group() if found else ""


def is_quality(label: str) -> bool:
    """Whether a label names a quality of people without the people (本科及以上占比)."""
    return bool(QUALITY.match(label)) and not STAFF.match(label) and not EDUCATION.search(label)


def is_degree(label: str) -> bool:
    """Whether a label names a course of study rather than a kind of school (本科, 高职（专科）)."""
    return bool(DEGREE.search(BRACKET.sub("", label)))


def is_school(label: str) -> bool:
    """Whether a label names a kind of school by its level alone (普通高中)."""
    return bool(label) and level_in(label) == label and label.endswith(SCHOOL_ENDS)


@lru_cache(maxsize=4096)
def subject_of(label: str) -> str:
    """Give a label without the head that is counted or measured: 中等职业教育招生 gives 中等职业教育."""
    rest = label
    while True:
        found = BARE_END.search(rest)
        if not found or not found.start():
            break
        if found.group() in PLACES_OF_LEARNING and not rest[: found.start()].endswith(("阶段", "教育")):
            break
        rest = rest[: found.start()]
    short = rest.removesuffix("学校")
    return (
        short
        if short != rest and short.endswith(("小学", "初中", "高中", "中学"))
        else rest.rstrip("的共总") or label
    )


def is_implied(label: str) -> bool:
    """Whether a head names its level of schooling itself (在园幼儿)."""
    return label.startswith(("入园", "在园"))


def needs_level(label: str) -> bool:
    """Whether a label counts something of schooling without saying of which level."""
    bare = BRACKET.sub("", label)
    if whole := OUT_OF.match(bare):
        return not level_in(QUALITY_OF.sub("", bare[whole.end() :]))
    found = EDUCATION.search(bare)
    own = found and found.group() in PLACES_OF_LEARNING and found.start()
    own = own and not OWNER_ONLY.fullmatch(bare[: found.start()] if found else "")
    return bool(found) and not own and not level_in(label)


def is_of_each_level(label: str) -> bool:
    """Whether a label without a level names what every level of schooling has (大班, 生均占地面积)."""
    return bool(OF_EACH_LEVEL.search(label)) and not own_level(label)


def own_level(label: str) -> str:
    """Give the word of schooling in a label, those of degrees left out (本科及以上学历), or ``""``."""
    return level_in(QUALITY_OF.sub("", label))


def is_pure_head(label: str) -> bool:
    """Whether a label is nothing but a head of schooling (在校生)."""
    return bool(EDUCATION.fullmatch(BRACKET.sub("", label)))


def is_bare(label: str) -> bool:
    """Whether a label is a head that says nothing alone."""
    return label in BARE or len(label) < 2


def of_lead(lead: str) -> str:
    """Give the subject of a paragraph's opening words: 第三产业发展速度加快 gives 第三产业."""
    lead = TITLE_MARK.sub("", lead).removeprefix("在")
    found = None if VERB_IN_LEAD.match(lead) else VERB_IN_LEAD.search(lead, 1)
    subject = lead[: found.start()] if found else ""
    return subject if 2 <= len(subject) <= 10 else ""


def ownership_of(path: tuple[str, ...]) -> str:
    """Whose schools a section is about where its heading says so (民办教育 gives 民办)."""
    found = OWNERSHIP.search(path[-1]) if path else None
    return found.group(1) if found else ""


def of_path(path: tuple[str, ...]) -> str:
    """Give the word of schooling in the nearest heading that has one, or ``""``."""
    for title in reversed(path):
        found = level_in(title)
        if found:
            return found
    return ""


def of_title(path: tuple[str, ...]) -> str:
    """Give the thing that the nearest heading names shortly (七、经费 gives 经费), or ``""``."""
    title = TITLE_MARK.sub("", path[-1]) if path else ""
    return title if 1 < len(title) <= SHORT_TITLE and not VERB_IN_LEAD.search(title) else ""
