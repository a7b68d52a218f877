"""Row labels: the words around a figure made into the shortest phrase that says what is measured.

What belongs here: trimming words before and behind a figure, joining them. What does not: which earlier words
a label takes its subject from (``reader``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from orchestration.extraction import rows
from orchestration.extraction.compact import FIGURE
from orchestration.extraction.words import either, table, words

LEAD = re.compile(either("labels", "lead"))
KEEP = re.compile(either("labels", "lead_keep"))
TRAIL = re.compile(f"{either('labels', 'trail')}$")
TRAIL_KEEP = re.compile(f"{either('labels', 'trail_keep')}$")
TAIL = re.compile(f"(?:{either('labels', 'tail')})$")
ADVERB = re.compile(either("labels", "adverb"))
CUT = re.compile(either("labels", "cut"))
HEAD = re.compile(f"(?:{either('heads', 'bare')}|{either('heads', 'education')})$")
RATE = re.compile("(?<=..)(?:水质|空气质量)?[\u4e00-\u9fa5]{2}率$")
NO_CUT = re.compile(either("labels", "no_cut"))
ANY_DEED = re.compile(either("labels", "deed"))
PARTNER = re.compile(
    "(?<=企业|学校|高校|院校|单位|机构|部门|集团|银行)(?:共建|签订|签约|合作|结对|联合|建立)"
)
TELLING = re.compile("(?<=..)[占达]")
LAST_JOINER = re.compile("(?:、|和|及|与|以及)(?=[^、和及与]*$)")
EACH_INSIDE = re.compile("(?<![人年平户校亩日月生班村县镇乡园师])均(?=[\u4e00-\u9fa5])(?!衡|等化|值|价|线)")
EACH = re.compile("(?<![人年平户校亩日月生班村县镇乡园师])(?:均|都|各)$|(?<![纪需主摘])要$")
DEED = re.compile(f"(?:{either('labels', 'deed')}|{either('labels', 'lead')})+")
YEAR = re.compile(
    r"^(?:到|至|自|从|截至|截止|于)?(?:19|20)[0-9]{2}(?![0-9])(?:[-—~～至、](?:[0-9]{4}|[0-9]{2}))?年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    r"(?:年?底|年?末|年?初(?![中等级步])|以来|度|全年|期间)?|^(?:截至|截止)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:底|末|份|初|[上中下]旬)?(?:前|之前)?|^“[^”]{1,3}五”(?:时期|期间|末|以来|规划期|前[一二三四]年)"
)
MID_VERB = re.compile(
    r"(?<=[\u4e00-\u9fa5”]{2})(?:实现|完成|共有|现有|拥有)(?=[\u4e00-\u9fa5]{2})|(?<=标准)为"
)
FROM_SPELLED = re.compile(
    r"由[^，由]{1,14}?(?:增加|减少|提高|发展|扩大|下降|上升|增|升|降)(?:到|至|为)(?:(?:目前|现在|如今)的?)?$"
)
TOGETHER = re.compile(f"(?<=[\u4e00-\u9fa5”])(?<![公总])共(?={either('labels', 'deed')}|招生|招收|毕业)")
LASTING = re.compile(
    "(?:已?连续[0-9一二三四五六七八九十]{1,3}年|(?<=.[入出资额值数量长产])(?:[两三四五六七八九十]|[3-9]|10)年(?:来|间)?)$"
)
PER_ONE = re.compile(
    "(?:(?:提高|增加|提升|调整|上调|增)?到|达到?|为|至|平均)(?:人均|户均|每人每[年月天日]|每(?:人|户|亩|斤|公斤|生|平方米))$"
)
MOVED = re.compile("(?:都|均|不同程度|有所|明显|持续|稳步|保持)+(?:增加|增长|提高|提升|下降|减少|改善|好转)$")
LATER = re.compile(
    "(?<=[\u4e00-\u9fa5])(?:(?:今年|去年)(?:将|再|拟|计划|又)*(?=[\u4e00-\u9fa5])"
    "|预[计测](?:将?在|将?于)?(?:19|20)[0-9]{2}年(?:底|末)?(?:将|会)?(?:达到?)?)"
)
WHEN_ALONE = re.compile(f"(?:{either('labels', 'when')})(?:的)?")
IN_FIELD = re.compile(
    "^在[^，]{2,24}?(?:方面|基础上|过程中|领域|条件下|情况下|前提下)(?=.)"
    "|^(?:联合|会同|协同|配合)[^，]{2,20}?(?:等)?(?:部门|单位)(?=..)"
    "|^(?:通过|采取|采用|以)[^，]{2,14}?(?:方式|形式|途径|渠道|办法)(?=.)"
)
BY_RATE = re.compile("^按[^，]{2,12}(?:折算|折合|计算(?!的))(?:为|成)?")
FIELDS = re.compile("[0-9]+个?(?:大)?方面的?")
STEADY = re.compile("^.*(?:持平|不变)、")
REACHED = re.compile(
    "^(?:并(?![网购轨列])[^，]*$|/[\u4e00-\u9fa5]{1,3}$|的?[新大高]?(?:台阶|大关|关口|行列|门槛|俱乐部|阵营)(?:$|[、，和].*))"
)
FOR_ONE = re.compile("(?<=..)(?:每[人生户亩](?:每[年月天日])?|人均|户均|生均)$")
CAUSE = re.compile("^(?:因|受|由于)[^，]{1,10}?(?:影响|原因|制约|限制)")
PRAISE = re.compile("(?<=..)的?(?:辛勤|默默|共同努力|无私奉献|不懈努力|艰苦奋斗|辛苦).*$")
DEED_BEFORE = f"(?:招引|成立|优选|推动|投资|{either('labels', 'deed')})"
EXAMPLES = re.compile(
    f"^(?:利用|依托|通过|围绕|聚焦)?(?P<deed>(?:{DEED_BEFORE}(?:[和与]{DEED_BEFORE})?)*)[^等、]{{3,}}(?:、[^等、]{{3,}})+等"
    "(?:各种|各类|多种|若干|一批)*(?![一二三四五六七八九十两几][所家个项])(?P<noun>[^等、]{2,12})$"
)
KIND_ALONE = re.compile("(?:项目|产业|工程|领域|活动|企业|单位|部门|学校|地区|场所|奖项)")
VERIFIED = re.compile("经(?:过|重新|最终|统一)*(?:核定|核实|核算|调整|审定|修订|统计|测算|复核)?$")
MUST = re.compile(f"(?<=系统|部门|单位|地区|乡镇|街道|学校|县区|各地|各级)要(?={either('labels', 'deed')})")
NOMINAL = re.compile("(?:试点|示范|先行)(?:[县市区村镇]|城市|单位|地区|项目)")
EXAMPLES_FROM = 16
QUOTING = ("以“", "有“", "是“")
BRACKETS = (("“", "”"), ("《", "》"), ("（", "）"), ("‘", "’"))
LIMIT, BEHIND, BEHIND_CUT = 30, 24, 18


def before(text: str, own: re.Pattern[str] | None) -> str:
    """Give the words before a figure as a label: leads, times, own names and measuring verbs taken off."""
    told = BY_RATE.sub("", FIELDS.sub("", text))
    told = TOGETHER.sub("", FROM_SPELLED.sub("", STEADY.sub("", FIGURE.sub("", told))))
    bare = LASTING.sub("", trim_end(PER_ONE.sub("", trim_start(told, own))))
    return "" if WHEN_ALONE.fullmatch(bare) else _balanced(bare)


def trim_start(text: str, own: re.Pattern[str] | None) -> str:
    """Take discourse, adverbs, times and the report's own names off the front, again and again."""
    at = 0
    while at < len(text):
        rest = text[at:]
        year = YEAR.match(rest)
        if year:
            at += year.end()
            continue
        if rest.startswith(QUOTING):
            at += 1
            continue
        name = own.match(rest) if own else None
        if name and not rest.startswith(("委", "政府"), name.end()):
            at += name.end()
            continue
        field = IN_FIELD.match(rest)
        if field:
            at += field.end()
            continue
        if KEEP.match(rest):
            break
        lead = LEAD.match(rest)
        if not lead:
            edge = re.match(r"[、，：—\-]+", rest)
            if not edge:
                break
            at += edge.end()
            continue
        at += lead.end()
    return text[at:]


def trim_end(text: str) -> str:
    """Take measuring verbs off the end, again and again."""
    while text:
        found = TRAIL.search(text) or EACH.search(text)
        if not found or found.start() == found.end() or _is_whole(text, found):
            break
        text = text[: found.start()]
    return text


def _is_whole(text: str, trail: re.Match[str]) -> bool:
    """Whether a measuring word is only the end of a longer word (人才, 变更)."""
    kept = TRAIL_KEEP.search(text)
    return bool(kept) and len(trail.group()) < len(kept.group() if kept else "")


def behind(text: str, *, shared: bool = False) -> str:
    """Give the words behind a figure as a label: a noun and what is said of it, without adverbs and tails.

    ``shared``: the words also stand before another figure, so that only the noun belongs to this one.
    """
    text = text[: text.index("”")] if text.count("”") > text.count("“") else text
    text = PRAISE.sub("", CAUSE.sub("", REACHED.sub("", text)))
    text = re.sub(
        r"^(?:的|以上的|左右的|多(?!功能|元|媒体|边|式|层|样|民族|用途|子女)|余|、.*)",
        "",
        FIGURE.sub("", text),
    )
    text = MOVED.sub("", ADVERB.sub("", EACH_INSIDE.sub("", text)))
    while True:
        shorter = TAIL.sub("", text)
        if shorter == text:
            break
        text = shorter
    if shared:
        cuts = [*_cuts(text, 2), *_cuts(text, 1, ANY_DEED), *_cuts(text, 1, PARTNER)]
        text = TELLING.split(text[: min(cuts)] if cuts else text, maxsplit=1)[0]
        text = FOR_ONE.sub("", text)
        heads = [HEAD.search(text), None if "和" in text else RATE.search(text)]
        ends = [head.start() for head in heads if head and head.start() > 1]
        text = text[: min(ends)].rstrip("年") if ends else text
    elif len(text) > BEHIND:
        text = _shorten(text, BEHIND_CUT)
    return _balanced(text.rstrip("的、，："))


def _shorten(text: str, limit: int) -> str:
    """Cut a long phrase at the last word that opens a new thought within the limit."""
    cuts = [at for at in _cuts(text, 3) if at <= limit]
    if cuts:
        return text[: cuts[-1]]
    of = text.find("的", 3, BEHIND)
    return text[: of if of > 0 else BEHIND]


def _cuts(text: str, start: int, words_that_cut: re.Pattern[str] = CUT) -> list[int]:
    """Where words open that may end a label, those inside longer words left out."""
    kept = [found.span() for found in NO_CUT.finditer(text)]
    found = words_that_cut.finditer(text, start)
    return [
        cut.start()
        for cut in found
        if not NOMINAL.match(text, cut.end())
        and "、" not in {text[cut.start() - 1], text[cut.end() : cut.end() + 1]}
        and not any(a <= cut.start() < b for a, b in kept)
    ]


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets whose partner is missing."""
    if text.isalnum():
        return text
    for opening, closing in BRACKETS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text


def is_deed(text: str) -> bool:
    """Whether words are deeds alone (建成, 完成新建), so that the noun must stand behind the figure."""
    return bool(DEED.fullmatch(text)) if text else True


def join(left: str, right: str) -> str:
    """Left and right words as one phrase, words told twice only once."""
    if not left or not right:
        return left or right
    if right in left:
        return left
    if left in right:
        return right
    for size in range(min(len(left), len(right)), 1, -1):
        if left.endswith(right[:size]):
            return left + right[size:]
    return left + right


def _without_examples(found: re.Match[str]) -> str:
    """Give what is counted, the deed before and the noun behind its examples."""
    if not found["deed"] and KIND_ALONE.match(found["noun"]):
        return found.group()
    return str(found["deed"] + found["noun"])


def finish(label: str) -> str:
    """Give a label without clause marks, measuring verbs in its middle, and of bounded length."""
    label = LATER.sub("", MID_VERB.sub("", FIGURE.sub("", label)))
    label = re.sub(r"[，。；！？：\n]", "", label).strip("、—-的")
    label = EXAMPLES.sub(_without_examples, label) if len(label) > EXAMPLES_FROM and "等" in label else label
    label = f"{label}比" if label.endswith("占") else label
    label = VERIFIED.sub("", label) if "经" in label else label
    label = MUST.sub("", label) if "要" in label else label
    if len(label) > LIMIT:
        label = label[-LIMIT:]
        opening = re.search(r"[的、]", label[:10])
        label = label[opening.end() :] if opening else label
    return _balanced(label)


@lru_cache(maxsize=64)
def own_pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    """Give a pattern for the report's own names at the front of a label."""
    kept = words("places", "kept.words")
    whole = [
        name
        for name in names
        if len(name) > 1 and name not in kept and (len(name) > 2 or name[0] in "全我本")
    ]
    every = sorted(whole, key=lambda name: (-len(name), name))
    return (
        re.compile("(?:" + "|".join(map(re.escape, every)) + ")(?:范围内|上下|各级|境内|共)?")
        if every
        else None
    )


def share_words(one: str, other: str) -> bool:
    """Whether two labels have two neighbouring characters in common."""
    return bool(
        {one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)}
    )


def split_names(names: str, count: int, text: str) -> list[str]:
    """Give the names of a row (A、B和C率) with the head they share; empty where they do not fit.

    ``text`` is the sentence, which decides what a pair written as one word stands for.
    """
    parts = [part for part in re.split(r"、|和|及|与|以及", names) if part]
    parts = rows.parted(names, count) or parts
    if len(parts) > count == 2:
        parts = [part for part in LAST_JOINER.split(names, maxsplit=1) if part]
    if len(parts) == count and count > 1:
        return rows.shared(parts)
    for pair in words("heads", "pairs"):
        if len(parts) == 1 and pair in names and len(table("heads")["pair_words"][pair]) == count:
            first, second = names.split(pair, 1)
            return [first + _one_of(pair, place, text) + second for place in range(count)]
    return []


def _one_of(pair: str, place: int, text: str) -> str:
    """Give the word that one half of a pair (城乡) stands for, as the sentence writes it where it does."""
    choices: list[str] = table("heads")["pair_words"][pair][place]
    return next((word for word in choices if word in text), choices[0])
