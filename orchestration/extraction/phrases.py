"""Things named in other clauses of the sentence, and parts of phrases.

What belongs here: finding the object that a bare head or a lone deed refers to. What does not: the
decision to look for one (``naming``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from orchestration.extraction import labels, reached
from orchestration.extraction.cells import Cell
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.draft import Draft
from orchestration.extraction.memory import PEOPLE, Memory, counted_alike, measured_alike
from orchestration.extraction.subjects import METRIC_END, level_in, of_lead, subject_of
from orchestration.extraction.words import either, table

SHARE_WORD = re.compile("(?:比重|占比|比例)$")
SHARE_OF = re.compile("占.+(?:比重|占比|比例)$")
HONOUR = re.compile(f".*{either('labels', 'honour')}")
OBJECT_END = re.compile(f"(?:{either('labels', 'object_end')})$")
DEED = re.compile(either("labels", "deed"))
OPENING_DEED = re.compile(f"^(?:{either('labels', 'deed')})(?:(?:和|与|、|及){either('labels', 'deed')})*")
HASTE = re.compile("(?<=..)(?:加快|稳步|快速|持续|全面|扎实|加速|深入|有序|顺利|蓬勃|健康)+$")
ENDING_DEED = re.compile(f"(?<=..)(?:新签约|新开工|新投产|{either('labels', 'deed')})$")
MONEY = frozenset({"元", "美元", "港元", "欧元"})
DOING = re.compile(f"^{either('labels', 'doing')}+(?=.{{3,}})")
DONE = re.compile(f"(?<=...){either('labels', 'predicate')}$")
NO_CUT = re.compile(either("labels", "no_cut"))
RANK = re.compile(
    f"(?:[\u4e00-\u9fa5]{{2}}(?:市(?=[县区])|省(?=[市县区])|(?=[市县]级)))?{either('heads', 'ranks')}"
)
PRIZE = re.compile("(?:[特一二三四]等奖|[金银铜]牌|[金银铜]奖|优秀奖|优胜奖|组织奖)$")
DUE = re.compile("实([建训到收缴发招考])")
REALLY = re.compile("实际(?P<did>[\u4e00-\u9fa5]{2,4})")
TAKING_IN = re.compile(f"{either('labels', 'deed')}|招生|招收")
WON = re.compile(
    "(?:上|中|里)?(?:我?[省市县区校])?(?:代表[队团]|参赛队|学生|选手|师生|队员)?(?:共|累计)?"
    "(?:获得?|夺得|摘得|捧回|拿下|拿|斩获|荣获|夺|收获|赢得)$"
)
MEASURE = re.compile("(?:价格(?:指数)?|增加值|产值|零售额|零售总额|投资|用电量|进出口)$")
PAYING = ("发放", "拨付", "兑现", "支付", "下达")
NEW_ONES = re.compile(either("labels", "new"))
TAKING_PART = re.compile("^(?:接受|参加|参与|招收)(?:了|各种|各类)*")
REST = re.compile(either("labels", "rest"))
OTHERS = re.compile(either("labels", "others"))
STILL = re.compile(either("labels", "still"))
FAR = re.compile(either("labels", "far"))
POINTERS: dict[str, tuple[int, int]] = table("labels")["pointers"]
POINTER = re.compile("^(?:" + "|".join(POINTERS) + ")")
THESE = re.compile("^" + either("labels", "these"))
EXTREME = re.compile("(?:最高|最低|最多|最少|最大|最小)(?:可达|达|的)?(?:每[生人户][每]?[年月天日]?)*")
BUILT = re.compile(
    "^(?P<thing>[\u4e00-\u9fa5“”]{1,20}(?:校区|项目|工程|学校|中学|小学|高中|幼儿园|中心|基地|公园|馆|医院|院区|水库|电站|枢纽|隧道|广场|大厦|客运站|快速路|水厂|大桥|铁路|高速|机场|园区))"
    "(?:也要|也将|将于|将|已于|已经|已|正在|年内|即将|正式|如期|主体|全面|顺利|加快|抓紧|有序|基本|[0-9]{1,2}月[0-9]{0,2}日?)*"
    "(?:动起来|开工|竣工|封顶|启用|投用|建成|交付|完工|动工|投入使用|落地|获批|启动|推进|建设|实施|收尾|进场|施工)"
)
PIECES_OF_WORK = frozenset({"工程", "项目", "工作", "行动", "活动"})
NOUNS_OF_WORK = frozenset({"评估", "认定", "验收", "考核", "监测", "督导", "建设", "改造", "治理", "整治"})
STATES = re.compile("(?<=..)(?:立项|申报|签约)(?=..)")
HEADS = frozenset({"户", "人", "名", "人次", "家"})
NAMES = re.compile("、|和|及|与")
MANY = 12
LONG, MUCH, SHORT, BEARABLE = 8, 2, 4, 14


def honour(host: str) -> str:
    """Give what somebody was named or awarded: 江阴中专获评省优秀学校 gives 省优秀学校."""
    return HONOUR.sub("", host) or host


def named_each(left: str, count: Decimal | None) -> bool:
    """Whether words before a figure list as many names as it counts (罗田、钟祥2个县市)."""
    if count is None or count > MANY:
        return False
    names = NAMES.split(left)
    return len(names) > 1 and len(names) == count


def opening_deed(head: str) -> str:
    """Give the deed that opens words before a list of names (新增华士实验等), or ``""``."""
    found = OPENING_DEED.match(head)
    return found.group() if found else ""


def plain(subject: str) -> str:
    """Give a subject without the verb of doing that opens it: 实施教育项目 gives 教育项目."""
    return DONE.sub("", DOING.sub("", subject)) or subject


def undone(subject: str, label: str) -> str:
    """Give a subject without the deed that opens it where its rate tells the same deed (整改隐患, 整改率)."""
    opening = OPENING_DEED.match(subject)
    told = opening is not None and label.endswith("率") and opening.group() == label[:-1]
    return subject[opening.end() :] or subject if opening and told else subject


def core(subject: str) -> str:
    """Give the thing at the end of a long subject, the deed before it taken off."""
    if len(subject) <= LONG:
        return subject
    kept = [found.span() for found in NO_CUT.finditer(subject)]
    last = None
    for found in DEED.finditer(subject, 2):
        if (
            len(subject) - found.end() >= 2
            and not _is_piece(subject, found.end())
            and not any(a <= found.start() < b for a, b in kept)
        ):
            last = found
    return subject[last.end() :] if last else subject


def _is_piece(subject: str, at: int) -> bool:
    """Whether a subject of bearable length ends in a word that only says what sort of work it is."""
    return len(subject) <= BEARABLE and subject[at:] in PIECES_OF_WORK


def bare_of(subject: str) -> str:
    """Give a subject without the deed of taking part that opens it (接受各种非学历教育)."""
    return TAKING_PART.sub("", subject) or subject


def object_before(head: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what a bare head (参合率) is told of, from the nearest clause before it that names a thing."""
    for clause in reversed(memory.clauses[: memory.at]):
        if clause.depth:
            continue
        if FIGURE.search(clause.text):
            return ""
        if clause.text.startswith(head):
            continue
        if head in clause.text:
            named = subject_of(labels.trim_start(clause.text.split("、")[0], own))
            return named if named != clause.text else ""
        thing = _object(clause.text, own) or _begins(clause.text)
        if thing:
            return thing
    return ""


def measured_whole(head: str, draft: Draft, memory: Memory) -> str:
    """Give what a growth is of that names only a part (增加值增长8%。分行业看，食品业增长9%), or ``""``.

    Trades take the measure alone, other parts the whole name of the measure.
    """
    parted = memory.of_which or memory.by
    if not parted or draft.quantity.unit != "%" or MEASURE.search(head) or METRIC_END.search(head):
        return ""
    told = (one for one in reversed(memory.told) if not one.signs & {"facet", "part"} and not one.depth)
    whole = next((one.label for one in told if one.kind in {"actual", "change"}), "")
    measure = MEASURE.search(whole)
    if not measure or head in whole or level_in(head):
        return ""
    return measure.group() if head.endswith("业") or len(whole) > MANY else whole


def of_rate(label: str, memory: Memory) -> str:
    """Give a count told after its rate the words before it (特控线达线率62%，达线3342人)."""
    told = (one.label for one in reversed(memory.sentence) if one.label.endswith(f"{label}率"))
    return next(told, f"{label}率").removesuffix("率")


def outgrown(told: Draft, draft: Draft) -> bool:
    """Whether a figure is the stock of what was told as new before it (新增105万户，达到920万户)."""
    low, before = draft.quantity.low, told.quantity.low
    same = told.quantity.unit == draft.quantity.unit
    return same and low is not None and before is not None and low > before * MUCH


def _begins(text: str) -> str:
    """Give the thing that a clause tells of from its beginning (粮食连续五年增产 gives 粮食)."""
    built = BUILT.match(text)
    if built:
        return plain(built["thing"])
    thing = subject_of(of_lead(text))
    return "" if METRIC_END.fullmatch(thing) else thing


def ranked(label: str, memory: Memory) -> str:
    """Give a rank told after another with the thing of that one (省级龙头企业4家，国家级1家)."""
    told = memory.sentence[-1].label if memory.sentence else ""
    new = NEW_ONES.match(label)
    prize = PRIZE.search(told) if PRIZE.fullmatch(label) else None
    if prize:
        return WON.sub("", told[: prize.start()]) + label
    rank = label[new.end() :] if new and told.startswith(new.group()) else label
    if not RANK.fullmatch(rank) or not RANK.search(told):
        return label
    return RANK.sub(rank, told, count=1)


def sibling(head: str, memory: Memory) -> str:
    """Give a head with the measure its sibling was told with (第一产业增加值增长6%，第二产业增长8%)."""
    told = memory.told[-1].label if memory.told else ""
    metric = METRIC_END.search(told)
    if not metric or METRIC_END.search(head) or not metric.start():
        return head
    stem = told[: metric.start()]
    return head + metric.group() if stem[-2:] == head[-2:] and stem != head else head


def remainder(left: str, right: str, draft: Draft, memory: Memory) -> str:
    """Give what the rest of something told before is (整改33个问题，剩下1个), ``""`` where it is none."""
    unit = draft.quantity.unit
    other = OTHERS.fullmatch(left) and STILL.match(right) and unit not in PEOPLE
    if not REST.fullmatch(left) and not other:
        return ""
    alike = (told for told in memory.sentence if told.quantity.unit == unit)
    told = next(alike, None)
    return thing(told.label) if told else ""


def pointed_at(left: str, memory: Memory) -> str | None:
    """Give the name that 前者 or 后者 stands for, ``None`` where the words open with neither."""
    found = POINTER.match(left)
    if not found:
        return None
    place, size = POINTERS[found.group()]
    return memory.row(size, place)


def told_of(head: str, draft: Draft, memory: Memory) -> str:
    """Give the one label told in this sentence that holds a short head (语文 of 语文合格率), or ``""``."""
    if not 1 < len(head) <= SHORT:
        return ""
    told = [one for one in memory.sentence if one.label.find(head) >= 0 and one.label != head]
    if level_in(head) == head:
        return next((one.label for one in reversed(told) if one.label.startswith(head)), "")
    fits = {one.label for one in told if measured_alike(one.quantity.unit, draft.quantity.unit)}
    return fits.pop() if len(fits) == 1 and len({one.label for one in told}) == 1 else ""


def spread(label: str, draft: Draft, memory: Memory) -> str:
    """Give a level with a lone deed (小学新增, 初中安排) the thing told as shared out among levels."""
    level = level_in(label)
    deed = label.removeprefix(level)
    if not level or not deed or not label.startswith(level) or not labels.is_deed(deed):
        return label
    unit = draft.quantity.unit
    shared = (told for told in memory.sentence if counted_alike(told.quantity.unit, unit) and told.is_level)
    told = next((one.label for one in shared if one.kind != "component" and not level_in(one.label)), "")
    opening = OPENING_DEED.match(told)
    at = opening.end() if opening else 0
    return told[:at] + level + told[at:] if told else label


def thing(label: str) -> str:
    """Give a label without the deeds before and behind the thing (收到意见建议, 隐患排查)."""
    opening = OPENING_DEED.match(label)
    bare = label[opening.end() :] if opening and len(label) - opening.end() > 1 else label
    whole = ENDING_DEED.sub("", bare) or label
    short = core(whole)
    return whole if short in NOUNS_OF_WORK else short


def same_again(cell: Cell, draft: Draft, memory: Memory) -> str:
    """Give a figure that counts in other units what the one before it counted (贫困群众162户、689人脱贫)."""
    if not cell.parallel or cell.left or not cell.right or not memory.named or len(cell.right) > SHORT + 1:
        return ""
    last = memory.named[-1]
    units = {last.quantity.unit, draft.quantity.unit}
    again = "left" in last.signs and len(units) == len({*units} & HEADS) > 1
    return labels.join(last.label, labels.behind(cell.right)) if again else ""


def extreme(label: str, memory: Memory) -> str:
    """Give the most or least of what was told before it (生活补助726万元，最高每人1200元)."""
    if not EXTREME.fullmatch(label):
        return label
    told = next((one.label for one in reversed(memory.named) if not EXTREME.search(one.label)), "")
    return thing(told) + label if told else label


def carried_out(head: str, unit: str, memory: Memory) -> str:
    """Give what was done of something planned (小学计划招生900人，实际录取880人), else ``""``."""
    due = DUE.fullmatch(head)
    if due and memory.sentence and memory.sentence[-1].label.endswith(f"应{due[1]}"):
        return f"{memory.sentence[-1].label[:-2]}实{due[1]}"
    did = REALLY.fullmatch(head)
    told = (
        next((one for one in reversed(memory.sentence) if one.quantity.unit == unit), None) if did else None
    )
    planned = TAKING_IN.search(told.label) if told and told.kind == "target" else None
    if not did or not told or not planned:
        return ""
    return told.label[: planned.start()] + did["did"] + told.label[planned.end() :]


def second_of_pair(draft: Draft, memory: Memory) -> str:
    """Give the second of two names told before two figures of one unit, the first label cut to its own name.

    城乡低保标准700元和500元 tells 城镇低保标准 and 农村低保标准; ``""`` where the label is no pair.
    """
    first = memory.sentence[-1] if memory.sentence else None
    if first is None or "left" not in first.signs or first.quantity.unit != draft.quantity.unit:
        return ""
    names = labels.split_names(first.label, 2, memory.text)
    if not names:
        return ""
    first.label = names[0]
    return names[1]


def elided_share(label: str, draft: Draft, memory: Memory) -> str:
    """Give a share told after one of the same whole (A占总值的比重为3%，B比重为80%), else ``""``."""
    word = SHARE_WORD.search(label)
    told = memory.sentence[-1].label if memory.sentence and draft.quantity.unit == "%" else ""
    whole = SHARE_OF.search(told)
    fits = word and word.start() and whole and "占" not in label
    return label[: word.start()] + whole.group() if fits and word and whole else ""


def object_after(memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what the next clause names, for money that is told before its purpose."""
    if memory.at + 1 >= len(memory.clauses):
        return ""
    after = memory.clauses[memory.at + 1]
    if FIGURE.search(after.text):
        return _made_of(after.text, memory, own)
    return _object(after.text, own)


def _made_of(text: str, memory: Memory, own: re.Pattern[str] | None) -> str:
    """Give what the money before a clause made (投入900万元，建成教室23间), ``""`` where it made more."""
    marks = FIGURE.findall(text)
    following = next((one.text for one in memory.clauses[memory.at + 2 :] if not one.depth), "")
    done = OPENING_DEED.match(text)
    if len(marks) > 1 or not done or done.end() < MUCH or OPENING_DEED.match(following):
        return ""
    before, _, behind = text.partition(marks[0])
    return labels.before(before[done.end() :], own) or labels.behind(behind)


def stock(label: str) -> str:
    """Give a label of new things as one of all things: 新增企业 gives 企业."""
    return re.sub(f"^(?:{NEW_ONES.pattern}|累计)+|(?:{NEW_ONES.pattern}|累计)+$", "", label) or label


def _object(text: str, own: re.Pattern[str] | None) -> str:
    """Give the object of a clause that tells a piece of work (全面启动了合作医疗试点 gives 合作医疗试点)."""
    if not OBJECT_END.search(text):
        return ""
    rest = text
    while True:
        shorter = labels.trim_start(rest, own)
        found = OPENING_DEED.match(shorter)
        shorter = shorter[found.end() :] if found and len(shorter) - found.end() >= 3 else shorter
        if shorter == rest:
            break
        rest = shorter
    short = OBJECT_END.sub("", rest)
    rest = HASTE.sub("", short if len(short) > 2 else rest)
    return rest if 2 < len(rest) <= 20 else ""


def thing_of_deed(deed: str, memory: Memory, unit: str, own: re.Pattern[str] | None) -> str:
    """Give what a lone deed before a figure was done to, from the words around it."""
    for clause in reversed(memory.clauses[: memory.at]):
        at = clause.text.find(deed)
        if at > 3 and not FIGURE.search(clause.text):
            found = labels.trim_start(clause.text[:at], own)
            return re.sub(r"(?:和|与|、|的|培训|转移)+$", "", found)
    if unit in MONEY and deed.endswith(PAYING):
        grant = reached.granted(memory, own)
        if grant:
            return grant
    if not memory.sentence:
        near = object_after(memory, own) if unit in MONEY else reached.work_before(memory, own)
        if near:
            return near
    new = bool(NEW_ONES.fullmatch(deed))
    label = _told_before(new, unit, memory)
    others = unit in PEOPLE and bool(memory.sentence) and memory.sentence[-1].quantity.unit not in PEOPLE
    if not label or (others and not new and not FAR.fullmatch(deed)):
        return ""
    opening = OPENING_DEED.match(label)
    if opening or new:
        return label[opening.end() :] if opening else ENDING_DEED.sub("", label)
    told = memory.sentence
    alike = told[-1].quantity.unit == unit and len(deed) > 1 and not FAR.fullmatch(deed)
    return STATES.sub("", labels.trim_end(thing(label))) if alike and not labels.is_deed(label) else ""


def _told_before(new: bool, unit: str, memory: Memory) -> str:
    """Give the label told before a lone deed: of new things in their unit, of new money also of a change."""
    told = [draft for draft in memory.sentence if not new or draft.quantity.unit == unit]
    told = told or ([draft for draft in memory.told if draft.quantity.unit == unit] if new else [])
    if told:
        return stock(told[-1].label) if new else told[-1].label
    changed = memory.named[-1].label if new and memory.named and unit in MONEY else ""
    return METRIC_END.sub("", changed)
