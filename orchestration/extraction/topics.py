"""What a sentence names before it tells figures of it (普通高中：学校9所; 生均公用经费，小学800元).

What belongs here: finding such words, and joining them with labels that say too little. What does not: what
figures told before are called (``memory``).
"""

from __future__ import annotations

import re

from orchestration.extraction import labels, subjects
from orchestration.extraction.cells import Cell
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import PEOPLE, Memory, measured_alike
from orchestration.extraction.words import either, words

BARE = either("heads", "bare")
MEASURED = re.compile(
    rf"^[\u4e00-\u9fa5“”、]{{0,18}}?(?:{BARE}|率|生产总值|GDP)(?![\u4e00-\u9fa5]?[的建]|量|额)"
)
NOUN_END = re.compile(
    f"(?:{BARE}|{either('heads', 'education')}|{either('heads', 'topic_end')})(?:情况|方面)?$"
)
LISTED_END = re.compile(f"(?:{BARE}|{either('heads', 'education')}|{either('heads', 'row_heads')}|率)$")
NO_TOPIC = re.compile(either("labels", "no_topic"))
ACTING = re.compile(f"^(?:{either('labels', 'deed')}|{either('labels', 'acting')})+(?=.{{3,}})")
OPENING_VERB = re.compile(either("labels", "verbs"))
CHANGES = words("changes", "nouns")
COUNTED = frozenset(
    {"", "项", "所", "个", "人", "名", "家", "校", "园", "班", "人次", "位", "间", "处", "户"}
)
NOUN = re.compile(f"(?!{either('labels', 'deed')}|达|占|比|其中).{{2}}")
EVENT = re.compile(
    "^(?:在|(?:组队|组团|组织|选派)?(?:学生|教师)?参加)(?P<event>[\u4e00-\u9fa5“”]{2,}?(?:大赛|竞赛|比赛|运动会|联赛|锦标赛|挑战赛|展演|展评|评选|评比|艺术节))"
    "(?:活动)?(?:中|上|里|期间)?$"
)
SITTING = re.compile("(?:报名|报考|参考|参加考试|应考)(?:人数|考生|学生)?")
EXAM = re.compile("(?:普通)?(?:高考|中考|高职单招|学业水平考试|自学考试|研究生考试|成人高考)")
EDITION = re.compile("第[一二三四五六七八九十百0-9]+届")
AWARD = re.compile("[一二三特优]等奖|获奖|金奖|银奖|铜奖|[金银铜奖]牌|优胜奖")
MOVED = re.compile(
    "^(?P<what>[\u4e00-\u9fa5“”]{2,16}?)(?:已|已经)?(?:连续.{1,4}年|持续|逐年|不断|明显|稳步|大幅|有所|继续)+"
    "(?:减少|增加|增长|下降|上升|回落|放缓|扩大|提高|缩小|改善|好转|向好)$"
)
CROSSED = re.compile(
    "^(?P<what>[\u4e00-\u9fa5“”]{2,16}?)(?:首次|历史性|一举|成功|已|再次)*(?:突破|超过|跨越|迈上|站上|跨过|迈过)"
    "[一二三四五六七八九十百千万亿两]+[\u4e00-\u9fa5]{0,2}(?:大关|台阶|关口|行列)?$"
)
COUNTED_BY = re.compile("^(?:按|扣除|剔除|以)[^，]{2,16}(?:计算|折算|折合|因素|口径|价格|价)$")
MEASURE_END = re.compile("(?:差距|水平|标准|比例|率)$")
MEAN = re.compile(either("heads", "no_total"))
LONGEST, LONGEST_MEASURE, COLON, NEAR, FAR = 18, 28, 10, 2, 12


def turn(memory: Memory, own: re.Pattern[str] | None) -> None:
    """Make what stands before a colon the subject of the figures behind it (普通高中：学校9所)."""
    ahead = memory.clauses[memory.at - 1] if memory.at else None
    if ahead is None or ahead.after != "：" or ahead.depth or FIGURE.search(ahead.text):
        return
    said = labels.trim_start(ahead.text, own)
    longest = LONGEST_MEASURE if subjects.RATE_END.search(said) else COLON
    if not 1 < len(said) <= longest or NO_TOPIC.search(said) or OPENING_VERB.search(said):
        return
    memory.subject, memory.part_subject = said, ""
    memory.measure = said if subjects.RATE_END.search(said) else ""


def before(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what a clause without figures right before this one names or measures, or ``""``.

    Once figures were told in the sentence, a clause that tells a deed is no topic.
    """
    seen = 0
    for clause in reversed(memory.clauses[max(0, memory.at - FAR) : memory.at]):
        if clause.depth:
            continue
        if FIGURE.search(clause.text) or seen == NEAR:
            return ""
        seen += 1
        named = _named(clause.text, own, strict=bool(memory.sentence))
        if named:
            return named
    return ""


def _named(text: str, own: re.Pattern[str] | None, *, strict: bool) -> str:
    if COUNTED_BY.match(text):
        return ""
    said = labels.trim_start(text, own)
    moved = MOVED.match(said) or CROSSED.match(said)
    if moved and not strict:
        return labels.trim_end(moved["what"])
    if not (NOUN_END.search(said) and len(said) <= _longest(said) and not NO_TOPIC.search(said)):
        found = MEASURED.match(text)
        said = labels.before(found.group(), own) if found else ""
    acted = ACTING.match(said)
    if strict and (acted or said not in text or OPENING_VERB.search(said)):
        return ""
    said = said[acted.end() :] if acted else said
    acts = OPENING_VERB.match(said) and not labels.KEEP.match(said)
    return "" if said.endswith(CHANGES) or said.startswith("占") or acts else said


def _longest(said: str) -> int:
    """Give how long words may be that name something; measures come with whole phrases before them."""
    return LONGEST_MEASURE if MEASURE_END.search(said) else LONGEST


def at_event(label: str, memory: Memory) -> str:
    """Give a prize with the contest that the sentence names before it (在市运动会上，夺得金牌17枚)."""
    if SITTING.fullmatch(label):
        return _exam(memory) + label
    if not AWARD.search(label):
        return label
    for clause in reversed(memory.clauses[: memory.at]):
        found = EVENT.match(clause.text) if not clause.depth else None
        if found:
            event = EDITION.sub("", found["event"])
            return label if event[-NEAR:] in label else event + label
    return label


def _exam(memory: Memory) -> str:
    """Give the examination that a clause before names (去年高考，报名1912人), or ``""``."""
    for clause in reversed(memory.clauses[: memory.at]):
        found = EXAM.search(clause.text) if not clause.depth and not FIGURE.search(clause.text) else None
        if found:
            return found.group()
    return ""


def listed(level: str, cell: Cell, memory: Memory, own: re.Pattern[str] | None) -> list[str]:
    """Give the names listed before the row of a school (A率和B率，小学分别为90%、80%), else ``[]``."""
    if not level or subjects.level_in(level) != level:
        return []
    for clause in reversed(memory.clauses[max(0, memory.at - FAR) : memory.at]):
        if clause.depth or FIGURE.search(clause.text):
            continue
        names = labels.split_names(labels.before(clause.text, own), cell.row_size, memory.text)
        return [level + name for name in names]
    return []


def named_before(cell: Cell, memory: Memory, own: re.Pattern[str] | None) -> list[str]:
    """Give the names before a comma and a row (招生数和在校生数，分别占…), ``[]`` where none are."""
    ahead = memory.clauses[memory.at - 1] if memory.at else None
    if ahead is None or ahead.depth or ahead.after != "，" or FIGURE.search(ahead.text):
        return []
    said = labels.before(ahead.text, own)
    return labels.split_names(said, cell.row_size, memory.text) if LISTED_END.search(said) else []


def measure_for(level: str, unit: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give a word of schooling (初中) the measure that its figure needs, from what was told before it."""
    if subjects.level_in(level) != level or (memory.measure and unit == "%"):
        return level
    for told in reversed((memory.named or memory.told)[-FAR:]):
        other = subjects.last_level(told.label)
        if unit in COUNTED and not _may_follow(level, told.label, unit, memory):
            continue
        if measured_alike(told.quantity.unit, unit) and told.label.startswith(level):
            return told.label
        if measured_alike(told.quantity.unit, unit) and other and other != told.label:
            at = told.label.rindex(other)
            return told.label[:at] + level + told.label[at + len(other) :]
    said = before(memory, own) if unit not in COUNTED else ""
    return level + said if said and not subjects.level_in(said) else level


def _may_follow(level: str, label: str, unit: str, memory: Memory) -> bool:
    """Whether a bare level (初中) may take the measure of a label: a mean, or people of such schools."""
    if memory.of_which or not memory.sentence:
        return False
    people = unit in PEOPLE and subjects.is_school(level) and bool(subjects.head_of(label))
    return people or bool(MEAN.search(label))


def is_counted(cell: Cell, draft: Draft) -> bool:
    """Whether a change counts things named behind it (增加500万沼气用户) and no words before."""
    head = labels.before(cell.left, None)
    told = labels.behind(cell.right)
    return draft.quantity.unit in COUNTED and labels.is_deed(head) and bool(NOUN.match(told))


def per_head(label: str, unit: str, memory: Memory) -> str:
    """Give a measure for each head (生均, 每百名学生) with the thing told before it, the level in front."""
    if not subjects.PER_HEAD.fullmatch(label) or not memory.sentence:
        return label
    told = memory.sentence[-1].label
    level = subjects.level_in(told)
    level = level if told.startswith(level) else ""
    told = subjects.PER_HEAD.sub("", told, count=1)
    if unit in PEOPLE and subjects.CLASSES.search(told):
        return f"{level}{label}人数"
    return level + label + told.removeprefix(level)
