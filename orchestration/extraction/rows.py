"""What names told one after another share (引进、开工项目; 进口和出口通关时间).

What belongs here: finding shared heads and nouns. What does not: which figures stand in a row (``cells``).
"""

from __future__ import annotations

import re

from orchestration.extraction import subjects
from orchestration.extraction.words import either, table

DEED = re.compile(f"(?:{either('labels', 'deed')})+")
HEAD = re.compile(
    f"(?:{either('heads', 'bare')}|{either('heads', 'education')}|{either('heads', 'row_heads')})$"
)
OWN_METRIC = re.compile(
    "(?:(?<!需氧)量|[率值额数度重积入资比耗次]|(?<![一二三])产|利润|税收|余额|规模|面积|投资|支出|存款|贷款|标准|价格)$"
)
SHARE = re.compile("(?:达标|合格)?(?:学校|学生|专任教师|教师|企业|家庭|农户)?占.+(?:比重|比例|份额)$")
FELLOWS = "|".join(
    word for pair in table("heads")["pair_words"].values() for choices in pair for word in choices
)
FELLOW = re.compile(f"(?:{FELLOWS}|公办|民办|国有|民营)(?:居民|地区)?")
FELLOW_ALONE = re.compile(f"(?:{FELLOWS})")
BODIES = either("places", "bodies.schools", "bodies.parks", "bodies.firms")
BODY = re.compile(f"[\u4e00-\u9fa5]{{1,10}}?{BODIES}(?!学)(?=..)")
BODY_ALONE = re.compile(f"[\u4e00-\u9fa5]{{0,10}}{BODIES}")
TAUGHT = re.compile(f"(?<=..){either('heads', 'taught')}$")
TAUGHT_FIRST = re.compile(either("heads", "taught"))
COUNTED = re.compile("(?<=..)(?:[\u4e00-\u9fa5]{2}[率数量额]|[件批人]次)$")
ATTAINED = re.compile("(?:达标|合格|覆盖|普及)[\u4e00-\u9fa5]{0,4}(?:率|比例|比重)$")
RATE = re.compile("(?:率|比例|比重|占比|覆盖面|满意度)$")
NUMBER = re.compile("第?[一二三四五六七八九]次?")
NUMBERED = re.compile(f"{NUMBER.pattern}(?=[\u4e00-\u9fa5]{{2}})")
SHORT = 3
QUOTED = re.compile("”(?=“)")


def parted(names: str, count: int) -> list[str]:
    """Give names that only quotation marks part (“保交楼”“保交房”交付率), ``[]`` where they do not fit."""
    parts = QUOTED.sub("”、", names).split("、")
    return parts if len(parts) == count else []


def shared(parts: list[str]) -> list[str]:
    """Give every name the noun or head that only the last one spells out."""
    first, last = parts[0], parts[-1]
    numbered = NUMBERED.match(last)
    if numbered and all(NUMBER.fullmatch(part) for part in parts[:-1]):
        opening = "第" if first.startswith("第") else ""
        return [f"{opening}{part.removeprefix('第')}{last[numbered.end() :]}" for part in parts[:-1]] + [
            opening + last.removeprefix("第")
        ]
    deed = DEED.match(last)
    if deed and deed.end() < len(last) and all(DEED.fullmatch(part) for part in parts[:-1]):
        return [part + last[deed.end() :] for part in parts[:-1]] + [last]
    level = subjects.LEVEL.match(last)
    if level and level.end() < len(last) and all(subjects.level_in(part) == part for part in parts[:-1]):
        return [part + last[level.end() :] for part in parts[:-1]] + [last]
    fellow = FELLOW.match(last)
    plain = FELLOW_ALONE.match(last)
    if fellow and plain and all(FELLOW_ALONE.fullmatch(part) for part in parts[:-1]):
        fellow = plain
    if fellow and fellow.end() < len(last) - 1 and all(FELLOW.fullmatch(part) for part in parts[:-1]):
        return [part + last[fellow.end() :] for part in parts[:-1]] + [last]
    parts = _of_one_level(parts)
    last = parts[-1]
    body = BODY.match(last)
    if body and all(BODY_ALONE.fullmatch(part) for part in parts[:-1]):
        return [part + last[body.end() :] for part in parts[:-1]] + [last]
    parts = _with_stem(parts)
    tail = _tail(first, parts[-1])
    whole = RATE if ATTAINED.search(tail) else OWN_METRIC  # 面积达标率: a size that is up to standard
    return [part if whole.search(part) else _join(part, tail) for part in parts[:-1]] + parts[-1:]


def _with_stem(parts: list[str]) -> list[str]:
    """Give bare heads what the first name opens with (工业增加值、利润), until a name brings its own."""
    first = parts[0]
    head = HEAD.search(first) or COUNTED.search(first)
    stem = first[: head.start()] if head else ""
    given = [first]
    for part in parts[1:]:
        bare = HEAD.fullmatch(part)
        stem = stem if bare else ""
        given.append(stem + part if bare else part)
    return given


def _of_one_level(parts: list[str]) -> list[str]:
    """Give all names the level that the first one opens with (小学语文、数学合格率)."""
    level = subjects.level_in(parts[0])
    stem = parts[0].removeprefix(level)
    taught = TAUGHT.search(parts[0])
    if taught and all(TAUGHT_FIRST.match(part) for part in parts[1:]):
        return [parts[0], *(parts[0][: taught.start()] + part for part in parts[1:])]
    whole = subjects.is_school(level) or level.endswith(("教育", "阶段"))
    measured = OWN_METRIC.search(stem) and any(len(part) > len(stem) + 1 for part in parts[1:])
    alike = 1 < len(stem) <= SHORT and not any(subjects.level_in(part) for part in parts[1:])
    if not whole or measured or not alike or stem == parts[0]:
        return parts
    return [parts[0], *(level + part for part in parts[1:])]


def _join(part: str, tail: str) -> str:
    """Give a name with its head, words told twice only once."""
    size = next((n for n in range(min(len(part), len(tail)), 0, -1) if part.endswith(tail[:n])), 0)
    return part + tail[size:]


def _tail(first: str, last: str) -> str:
    """Give what follows the word in ``last`` that is the fellow of ``first``, else its head.

    Fellows end in the same character (装备制造业、高新技术产业增加值; 进口和出口通关时间).
    """
    at = last.find(first[-1], 1)
    if 0 < at < len(last) - 2 and not OWN_METRIC.search(first):
        return last[at + 1 :]
    head = SHARE.search(last) or HEAD.search(last)
    return head.group() if head and head.start() else ""
