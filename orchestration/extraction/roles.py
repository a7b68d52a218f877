"""How the report tells a figure: as a level, a change, a share, a goal, or the start of a change.

What belongs here: reading the words right before and behind a figure. What does not: years (``years``),
places (``scopes``), and what was said in earlier clauses (``memory``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from orchestration.extraction.cells import Cell
from orchestration.extraction.words import either, words

AFTER_VERB = r"(?P<did>了)?(?:幅度?(?:为|达)?|达到?|约|近|逾|超过?|将|各|：)?"
LONG_UP = "|".join(w for w in words("changes", "up") if w not in words("changes", "short"))
LONG_DOWN = "|".join(w for w in words("changes", "down") if w not in words("changes", "short"))
SHORT_UP = "|".join(w for w in words("changes", "up") if w in words("changes", "short"))
SHORT_DOWN = "|".join(w for w in words("changes", "down") if w in words("changes", "short"))
COMPARED = (
    r"(?P<cmp>同比|环比|(?:(?:分别|均|各|又|平均|将)?"
    r"(?:(?<![占师])比|(?:(?<!比)|(?<=占比))较|(?<![合协会])同(?=上|去|期|[0-9])|(?<![参赠给])与)"
    r"(?P<ref>(?!例|重|率|值|赛|拟)[^，；、比]{1,20}?)(?:相比|相较)?))"
)
CHANGE = re.compile(
    rf"^(?P<head>.*?)(?:按?(?:同|可比)(?:口径|价格?)(?:计算|核算)?)?{COMPARED}?(?:分别|(?<![人户亩校月日])均|各|共|将|又|再|略|略有|净|预计|实际|进一步|大幅|累计|总体|平均每年|平均|(?<![一二两三四五六七八九十0-9])年平均|[两三四五六]年平均|年均|还|有所)*"
    rf"(?:(?P<up>{LONG_UP})|(?P<down>{LONG_DOWN})|(?P<sup>{SHORT_UP})|(?P<sdown>{SHORT_DOWN})){AFTER_VERB}$"
)
ABOVE, BELOW = "|".join(words("changes", "above")), "|".join(words("changes", "below"))
AGAINST = re.compile(
    rf"^(?P<head>.*?)(?<!不)(?<!不[得能应])(?:(?P<up>{ABOVE})|(?P<down>{BELOW}))(?P<ref>[^，；]{{1,18}}?)$"
)
BETTER = re.compile(rf"^(?P<head>.*?){COMPARED}?(?:分别|均|各|又|再|总体|明显|大幅)*改善(?:了|约|近|超过?)?$")
WORKS = re.compile("(?:改造|优化|整治|治理|修缮|维修|改建|扩建|巩固|建设|升级)(?:和|与)?提升$")
HARM = re.compile(either("changes", "harms"))
CHANGE_NOUN = re.compile(
    rf"(?P<noun>{either('changes', 'nouns')})(?:为|达到?了?|是|约|近|超过?|高达|仅为|均为|保持在|稳定在)?$"
)
NO_CHANGE_NOUN = re.compile(
    rf"{either('changes', 'noun_exceptions')}(?:为|达到?了?|是|约|近|超过?|高达|仅为|均为|保持在|稳定在)?$"
)
SHARED = ("占", "占比", "的比例", "的比重")
FALLS = frozenset({"降幅", "减幅", "跌幅"})
AVERAGE = re.compile(either("changes", "average") + "(?!浓度|气温|温度|降水|水位|流量|值)")
SHARE = re.compile(
    r"(?P<head>.*?)占(?!比)(?P<of>[^，；]{1,30}?)(?P<word>(?:的)?(?:比重|比例|份额|百分比))?(?:分别|预计|已|均|仍)*(?:的)?(?:达到?|为|是|约|近|超过?|提高到|提升至|上升到)?$"
)
OF_WHOLE = re.compile(
    r"^(?P<head>[^，]{2,}?)(?:应|须|要|必须)?(?:不[得能应]?(?:低于|少于|超过|高于|多于)(?P<any>[^，、]{2,12})"
    r"|(?:达到|超过)(?P<of>[^，、]{0,10}(?:总数|总量|总额|总人数|人数|总课时|总收入|总面积|总支出|计划数?|名额)))的$"
)
OF_PLAN = re.compile(
    r"^(?P<head>.*?)(?:为|是|相当于|完成|达到?)(?P<of>[^，]{0,8}(?:计划|目标|预算|任务)[^，]{0,4})的$"
)
GOAL_AFTER = re.compile(rf"^(?:的)?(?:{either('targets', 'after')})")
GOAL_ALONE = re.compile("的?(?:目标|任务|计划)(?:数|值|任务)?")
GOAL_BEFORE = re.compile(
    r"(?:目标(?:值|数|任务|任务数)?(?:为|是)?|年初预算(?:数|安排)?(?:为|是)|(?:计划|任务)(?:为|是|数为?)"
    r"|(?:年度|全年|当年|年内|今年)计划(?:完成)?总?投资额?|计划(?:年度|当年|完成)投资额?)$"
)
PROMISED = re.compile(
    r"^(?P<head>.*?)(?:比|较|与)?(?:年初|原|原来|既定|预先|此前|当初|最初)*(?:承诺|计划|目标|预期|预计|预定|原定|拟定)(?:实施|办理|完成|建设)?的$"
)
KEPT_OF_IT = re.compile(
    "^[^，]{2,12}?(?:已|全部|实际|均)*(?:办结|完成|兑现|落实|开工|竣工|建成|投用|启用|开工建设)(?:了)?$"
)
MORE_OR_LESS = re.compile(
    f"^(?:实际|还|仍|又)*(?:{either('changes', 'up')}|{either('changes', 'down')})(?:了)?$"
)
SAYS_NO_NAME = re.compile(
    rf"{MORE_OR_LESS.pattern}|^的?(?:年度|预期|规划|既定|控制)?(?:目标|任务|要求|标准)值?(?:相比|比较|相较)?"
    r"(?:还|仍|尚)?(?:有|存在)着?(?:较大|一定|不小|明显|很大)?的?差距$"
)
LEADING = re.compile("(?:均|各|都|已)*(?:为|达到?|是|约|近|超过?)?")
SHORT_OF = re.compile("[与和同距离]+$")
CUT = re.compile(r"^(?P<head>(?:压缩|精简|削减|压减|裁减|核减|缩减)[^，；到至为占]{2,12})$")
SPEED = re.compile("的(?:速度|幅度|增速)(?:递增|增长|上升|提高|攀升)")
KEPT = re.compile("^的(?:较快|高速|中高速|快速|高位|稳定|正|负)?(?:增长|增速|增幅)(?:$|、)")
KEPT_LEAD = re.compile(
    "(?:已|均|都|仍|一直)*(?:连续[^，]{1,4}年)?(?:都|均|一直|继续)*(?:保持|保持在|保持了|实现|实现了|取得)(?:了|着)?$"
)
SPEED_LEAD = re.compile("(?:以|按|按照)?(?:年均|每年|平均每年)?$")
GOAL_OF = re.compile(
    r"^(?P<head>.*?)(?:超出|超过|超额完成|高于|高出|多于|优于|低于|少于|达到|完成)?了?"
    r"(?:年初|原|既定|预先|此前|当初|预算|规划|省定|市定|县定|区定|上级)*(?:承诺|计划|目标|任务|预期|预定|定下)的$"
)
BEGAN = re.compile(
    r"(?P<head>.*?)(?:比|与|较|由|从)(?P<ref>(?:上年|去年|前年|同期|年初|[^，；]{0,6}[0-9]{4}年?|[^，；]{0,8}“[^”]+”)[^，；]{0,6}?)的?$"
)
YEARS_MEAN = re.compile("([两三四五六])年平均")
ARROW = re.compile(r"^(?P<head>.*?)(?:[↑⬆▲＋+]|(?P<down>[↓⬇▼]|(?<=同比)[-−－]|(?<=上年)[-−－]))$")
RECOVERED = re.compile(r"^(?P<head>.*?)(?:已|基本)?(?:恢复到|恢复至|相当于)(?P<ref>[0-9]{4}年[^，]{0,4}?)的$")
EARLIER = re.compile(
    r"^(?P<head>.*?)(?<![比较与同由从按])(?P<ref>上年(?:度|同期|末|底)?|去年(?:同期|底|末)?|大?前年|[0-9]{4}年(?:同期|底|末)?)"
    r"(?P<mid>[^，；]{0,8}?)(?P<word>才|还有|还是|仅有|仅为|仅|只有|只|不过)?(?:为|是)?$"
)
FOUNDATION = re.compile(r"^(?P<head>.*?)在(?P<ref>[^，；在]{0,8})$")
POINT = re.compile(
    r"^(?P<head>.*?)(?:再|又|还|各|均|分别|共)*(?:(?P<up>[升增提涨])|(?P<down>[降减跌]))(?:了|约|近|至少|掉)?$"
)
PLANNED = re.compile(
    r"^(?P<head>.*?)(?:(?:(?<=[府局县区市省校司委厅部们中将还共级学园科班类师员工])|(?<=[0-9]年)|^)(?:原|年初|全年|今年|年内|本年度)?计划"
    rf"|拟(?!定|制|任|建))(?P<deed>(?:新|再|共|全年)?(?:{either('labels', 'deed')}|招).*)$"
)
GAP = re.compile(
    r"^(?P<head>.*?)(?:距离?|离|与)(?P<ref>[^，；与离]{2,14}?)(?:相?还|尚|仍|相)*(?:差|相差|有差距)$"
)
GOAL_HOST = re.compile("(?:目标|计划|任务)(?:值|数)?$")
TIMES = re.compile(r"(?:是|为|达到?|相当于)(?P<ref>[^，；]{2,24}?)的?$")
COUNTED = frozenset({"项", "条", "个", "点", ""})
OVER_OR_UNDER = re.compile("(?:超额完成|未完成|未达到|未能完成|超出|低于|高于)$")
SET_FOR = re.compile("的[\u4e00-\u9fa5]{0,6}(?:任务|目标)")
PULLED = re.compile("(?P<head>^.*?(?P<down>负向|向下)?(?:正向|向上)?拉动[^，]{2,10}?)$")
NORM = re.compile("(?:国家|省定?|市定?|规定|部颁)?(?:标准|规定|要求|目标)(?:值|数)?(?:为|是|：)?")
SPAN_ALONE = re.compile("(?:近|过去|这)?[两三四五六七八九十]年(?:来|间|共|累计)?|全年|年内|累计|当年")
POINTS = frozenset({"个百分点", "百分点"})
ONLY_WITH_RATE = frozenset({"%", "个百分点", "‰", "百分点"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a figure is by its own clause.

    ``name`` is ``level``, ``change``, ``share``, ``baseline`` or ``multiple``; ``head`` names
    what is measured, the telling verb taken off; ``ref`` is what a change is compared with.
    """

    name: str
    head: str
    ref: str = ""
    negative: bool = False
    average: bool = False
    noun: str = ""
    goal: bool = False
    against: bool = False
    verb: str = ""
    earlier: bool = False


def role(cell: Cell, unit: str) -> Role:
    """Give the role of a cell's figure of the given base unit.

    ``earlier``: the level of a year before, told beside the present one (上年为12人), to be held against the
    year that the part is about.
    """
    if cell.from_to:
        return Role("baseline", cell.left, cell.when) if cell.from_to == "from" else Role("level", cell.left)
    if unit in ONLY_WITH_RATE and SPEED.match(cell.right):
        return Role("change", SPEED_LEAD.sub("", cell.left), average=bool(AVERAGE.search(cell.left)))
    if unit in ONLY_WITH_RATE and KEPT.match(cell.right) and KEPT_LEAD.search(cell.left):
        return Role("change", KEPT_LEAD.sub("", cell.left), average=bool(AVERAGE.search(cell.left)))
    told = (
        _growth_in_row(cell, unit)
        or (_multiple(cell.left) if unit == "倍" else None)
        or _recovered(cell.left, unit)
        or _better(cell, unit)
        or _cut(cell.left, unit)
        or _gap(cell.left, unit)
        or _change(cell.left, unit)
    )
    if told:
        return replace(told, average=True) if AVERAGE.search(cell.names) else told
    return _share(cell, unit) or _level(cell, unit)


def _growth_in_row(cell: Cell, unit: str) -> Role | None:
    """Give a change whose noun ends the names of a row (银行存贷款增速分别达7.9%、8%)."""
    noun = CHANGE_NOUN.search(cell.names) if cell.row >= 0 and unit in ONLY_WITH_RATE else None
    if not noun or NO_CHANGE_NOUN.search(cell.names) or not LEADING.fullmatch(cell.left):
        return None
    return Role("change", "", noun=noun["noun"], negative=noun["noun"] in FALLS)


def _share(cell: Cell, unit: str) -> Role | None:
    planned = OF_PLAN.match(cell.left) if unit == "%" else None
    if planned:
        return Role("share", planned["head"], noun=f"占{planned['of']}")
    if unit == "%" and cell.left.endswith("占") and len(cell.left) > 2:
        return Role("share", cell.left[:-1], noun="占比")
    bound = OF_WHOLE.match(cell.left) if unit == "%" and cell.left.endswith("的") else None
    if bound:
        return Role("share", bound["head"], noun=f"占{bound['of'] or bound['any']}")
    share = SHARE.match(cell.left) if unit in {"%", "‰", ""} else None
    return Role("share", share["head"], noun=f"占{share['of']}{share['word'] or ''}") if share else None


def _level(cell: Cell, unit: str = "") -> Role:
    if re.match("的?基础上", cell.right):
        based = FOUNDATION.match(cell.left)
        return Role("baseline", based["head"] if based else cell.left, based["ref"] if based else "")
    earlier = _earlier(cell)
    if earlier:
        return earlier
    promised = GOAL_OF.match(cell.left) if not cell.right or GOAL_ALONE.fullmatch(cell.right) else None
    promised = promised or _promise(cell)
    if promised:
        return Role("level", promised["head"], goal=True)
    began = BEGAN.fullmatch(cell.left)
    if began and not cell.right.startswith("的"):
        return Role("baseline", began["head"], began["ref"])
    planned = PLANNED.match(cell.left) if "计划" in cell.left or "拟" in cell.left else None
    if planned:
        return Role("level", planned["head"] + planned["deed"], goal=True)
    missed = bool(SET_FOR.match(cell.right)) and bool(OVER_OR_UNDER.search(cell.left))
    required = missed or (cell.right.startswith("要求") and unit not in COUNTED)
    goal = (required or GOAL_AFTER.match(cell.right)) and not cell.right.startswith(("任务数", "目标群"))
    norm = bool(cell.clause.depth) and bool(NORM.fullmatch(cell.left))
    set_before = (
        norm or GOAL_BEFORE.search(cell.left) or (not cell.left and GOAL_HOST.search(cell.clause.host))
    )
    head = OVER_OR_UNDER.sub("", SHORT_OF.sub("", cell.left)) if goal else cell.left
    return Role("level", head, goal=bool(goal or set_before))


def _promise(cell: Cell) -> re.Match[str] | None:
    """Give what was promised, told beside what came of it (承诺的20件实事办结19件, 比承诺的5所少1所)."""
    if not cell.right_shared or not cell.left.endswith("的"):
        return None
    found = PROMISED.match(cell.left)
    return found if found and (MORE_OR_LESS.match(cell.right) or KEPT_OF_IT.match(cell.right)) else None


def _earlier(cell: Cell) -> Role | None:
    """Give the level of a year before that stands beside the present one, as its own words tell."""
    found = EARLIER.match(cell.left)
    if not found or cell.right:
        return None
    plain = not found["head"] and not found["mid"] and not found["ref"].startswith("去年")
    past = found["ref"].startswith(("上年", "前年", "大前年"))
    if not found["word"] and not (plain and (cell.clause.depth or past)):
        return None
    return Role("baseline", found["head"] + found["mid"], found["ref"], earlier=True)


def _recovered(left: str, unit: str) -> Role | None:
    """Give how much of an earlier level is reached again (恢复到2019年的87%)."""
    found = RECOVERED.match(left) if unit == "%" and left.endswith("的") else None
    return Role("multiple", found["head"], found["ref"]) if found else None


def _multiple(left: str) -> Role | None:
    times = TIMES.search(left)
    return Role("multiple", left[: times.start()], times["ref"]) if times else None


def _gap(left: str, unit: str) -> Role | None:
    """Give by how much something is off a goal or another's level (离省定目标还差3个百分点)."""
    found = GAP.match(left) if unit in ONLY_WITH_RATE else None
    return Role("change", found["head"], found["ref"]) if found else None


def _better(cell: Cell, unit: str) -> Role | None:
    """Give by how much something got better; a harm that did has fallen (浓度改善7.9%)."""
    found = BETTER.match(cell.left) if "改善" in cell.left and unit in ONLY_WITH_RATE else None
    if not found:
        return None
    fell = bool(HARM.search(cell.names + found["head"]))
    return Role("change", found["head"], found["ref"] or "", negative=fell)


def _cut(left: str, unit: str) -> Role | None:
    """Give a share by which something was cut, the deed before the thing (压缩审批事项60%)."""
    cut = CUT.match(left) if unit in ONLY_WITH_RATE else None
    return Role("change", cut["head"], negative=True) if cut else None


def _change(left: str, unit: str) -> Role | None:
    arrow = ARROW.match(left)
    if arrow:
        return Role("change", arrow["head"], negative=bool(arrow["down"]))
    return None if NO_CHANGE_NOUN.search(left) else _by_noun(left, unit) or _by_verb(left, unit)


def _by_noun(left: str, unit: str) -> Role | None:
    """Give a change that a noun tells (增速为8%), or that of such a noun itself (增速高于全省2个百分点)."""
    noun = CHANGE_NOUN.search(left) if unit in ONLY_WITH_RATE else None
    if not noun:
        return None
    held = AGAINST.match(left) if unit in POINTS else None
    if held and len(held["head"]) > 1 and _compares(held, unit):
        return _against(held)
    return Role(
        "change",
        left[: noun.end("noun")],
        average=bool(AVERAGE.search(left)),
        noun=noun["noun"],
        negative=noun["noun"] in FALLS,
    )


def _against(found: re.Match[str]) -> Role:
    fell = bool(found["down"])
    return Role("change", found["head"], found["ref"], fell, against=True, verb=found["up"] or found["down"])


def _by_verb(left: str, unit: str) -> Role | None:
    amount = unit not in ONLY_WITH_RATE and (WORKS.search(left) or left.endswith(("增产", "减产")))
    found = None if amount else CHANGE.match(left)
    if found and (found["cmp"] or found["up"] or found["down"] or found["did"] or _stands_alone(found)):
        negative = bool(found["down"] or found["sdown"])
        years = YEARS_MEAN.search(left)
        earned = found["up"] if found["up"] == "增收" and found["head"].endswith("均") else ""
        return Role(
            "change",
            found["head"] + earned,
            found["ref"] or found["cmp"] or (f"{years[1]}年前" if years else ""),
            negative,
            bool(AVERAGE.search(left)),
        )
    pulled = PULLED.match(left) if unit in POINTS else None
    if pulled:
        return Role("change", pulled["head"], negative=bool(pulled["down"]), against=True)
    point = POINT.match(left) if unit in {"个百分点", "百分点"} else None
    if point:
        return Role("change", point["head"], negative=bool(point["down"]), average=bool(AVERAGE.search(left)))
    against = None if left.endswith(SHARED) else AGAINST.match(left)
    return _against(against) if against and _compares(against, unit) else None


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether a one-character verb (增, 降) is all there is, so that it cannot end a noun."""
    return not found["head"] or bool(SPAN_ALONE.fullmatch(found["head"]))


def _compares(found: re.Match[str], unit: str) -> bool:
    """Say whether a comparing verb has a thing compared with, in a unit in which differences are told."""
    ref = found["ref"]
    if re.search(r"[以的]$", ref) and unit not in ONLY_WITH_RATE:
        return False
    known = re.search(
        r"全国|全省|全市|平均|目标|计划|上年|去年|同期|预期|时序|要求|水平|进度|年|男|女|标准|城镇|农村|世界|任务",
        ref,
    )
    return bool(known) or unit in {"个百分点", "百分点"}
