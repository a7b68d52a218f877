"""Words that figures of one clause lend each other: a noun told once for several, a deed that holds for all.

What belongs here: changing the words of cells by those beside them. What does not: dividing a clause into
cells (``cells``), and labels.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from orchestration.extraction import labels
from orchestration.extraction.words import either

if TYPE_CHECKING:
    from orchestration.extraction.cells import Cell

MODIFIER = re.compile(f"^{either('labels', 'modifier')}")
OWN = re.compile("^[全我本各][国省市县区州校]")
NEW = re.compile(either("labels", "new"))
NOUN = re.compile(f"(?!{either('labels', 'deed')}|累计|总|实际|其中|.{{0,4}}(?:达|占|增|降|居)).{{2}}")
DEED = re.compile(f"(?:{either('labels', 'deed')})+")
ITEMS = re.compile("、")
WORK = re.compile("的(?=.{2,8}$)")
WORK_NOUN = re.compile("(?:工程|建设|改造|项目|任务|的.{2,})$")
HOST = re.compile(either("labels", "hosts"))
HOST_OPENS = re.compile(f"{HOST.pattern}(?={either('labels', 'deed')}[\u4e00-\u9fa5]{{2}})")
HOST_END = re.compile(f"{HOST.pattern}$")
HOST_LEAST = 3
AIM = re.compile("^(?:力争|确保|争取|成功|新|共|累计)+")
NAMED = re.compile("(?:被)?(?:评为|获评|荣获|授予|认定为|入选|获得|命名为|获|列入)")
JOINED = re.compile("、|和|与|及")
DOES = re.compile(f"(?:{AIM.pattern[1:]})?{DEED.pattern}")
THING, BOTH = 8, 2
RATES = frozenset("率比度")
DONE = re.compile(f"{DEED.pattern}(?!后|时|前|以|中)")
SET = re.compile("的?(?:目标|任务|既定目标)$")
PREDICATE = re.compile(either("labels", "predicate"))


def shared(row: list[Cell]) -> list[Cell]:
    """Give the cells of a clause with the words that they lend each other."""
    alone = own_item(row)
    if len(row) < BOTH:
        return alone
    return all_done(lend(told_again(hosts(each_its_own(alone)))))


def own_item(row: list[Cell]) -> list[Cell]:
    """One of several things listed is counted alone (甲工程、3个平台、乙景观带等项目完工)."""
    return [
        replace(cell, left="", right=ITEMS.split(cell.right, maxsplit=1)[0])
        if cell.left.endswith("、") and "、" in cell.right
        else cell
        for cell in row
    ]


def each_its_own(row: list[Cell]) -> list[Cell]:
    """What several counted things were named, in their order (8个集体和7名个人分别获评先进集体、先进个人)."""
    last = row[-1] if len(row) > 1 else None
    noun, told, named = last.right.partition("分别") if last else ("", "", "")
    verb = NAMED.match(named) if told and len(row) > 1 else None
    names = JOINED.split(named[verb.end() :]) if verb else []
    if not verb or len(names) != len(row) or any(cell.left for cell in row[1:]):
        return row
    nouns = [*(cell.right for cell in row[:-1]), noun]
    given = zip(row, nouns, names, strict=True)
    return [
        replace(cell, right=said + verb.group() + name, right_shared=False, parallel=False)
        for cell, said, name in given
    ]


def hosts(row: list[Cell]) -> list[Cell]:
    """Places are counted, then who in them (47个县1.2万名教师受益): the place is no word of the second."""
    return [
        replace(cell, left=_without_host(cell)) if before is not None and before.right == cell.left else cell
        for before, cell in zip([None, *row], row, strict=False)
    ]


def _without_host(cell: Cell) -> str:
    """Give the words before a figure without the place that was counted before them."""
    opens = HOST_OPENS.match(cell.left)
    if opens:
        return cell.left[opens.end() :]
    return "" if HOST.fullmatch(cell.left) and len(cell.right) > HOST_LEAST else cell.left


def told_again(row: list[Cell]) -> list[Cell]:
    """Things told one after another are all done to alike (新增商标3件、专利5件; 投放14个项目、资金3亿元)."""
    opening = NEW.match(row[0].left) if row else None
    if row and not row[0].right and not opening:
        return _alike(row)
    if not row or (row[0].right and not DEED.fullmatch(row[0].left)):
        return row
    if not row[0].right and (not opening or opening.end() == len(row[0].left)):
        return row
    deed = row[0].left if row[0].right else opening.group() if opening else ""
    return [
        replace(cell, left=deed + cell.left) if cell.parallel and NOUN.match(cell.left) else cell
        for cell in row
    ]


def all_done(row: list[Cell]) -> list[Cell]:
    """Things told behind their counts are all done to alike (建成10个平台、12家驿站)."""
    if not row or not row[0].right or not DOES.fullmatch(row[0].left):
        return row
    return [replace(cell, left=row[0].left) if cell.parallel and _is_thing(cell) else cell for cell in row]


def _is_thing(cell: Cell) -> bool:
    """Whether a figure counts a short thing behind it and has no words of its own before it."""
    return not cell.left and 1 < len(cell.right) <= THING and not PREDICATE.search(cell.right, 1)


def _alike(row: list[Cell]) -> list[Cell]:
    """Things of one kind told one after another are done to alike (创建省示范园6所、市示范园8所)."""
    opening = DONE.match(AIM.sub("", row[0].left))
    noun = row[0].left[-2:]
    if (
        not opening
        or "的" in row[0].left.replace("落后的", "")
        or noun[-1:] in RATES
        or len(noun) < 2
        or opening.end() + len(noun) >= len(row[0].left)
    ):
        return row
    return [
        replace(cell, left=opening.group() + cell.left)
        if cell.parallel and not cell.right and cell.left.endswith(noun) and NOUN.match(cell.left)
        else cell
        for cell in row
    ]


def lend(row: list[Cell]) -> list[Cell]:
    """Bare figures share the noun behind the next one (5.3万户、13万多人享受低保; 12类55件实事)."""
    lent = list(row)
    for i in range(len(row) - 2, -1, -1):
        cell, following = lent[i], lent[i + 1]
        alone = (
            cell.row < 0 and following.row < 0 and not cell.from_to and not following.left and following.right
        )
        if cell.right_shared and following.right and labels.is_deed(cell.right):
            lent[i] = replace(cell, right=cell.right + following.right, right_shared=False)
            continue
        if following.parallel and not cell.right and SET.match(following.right):
            lent[i] = replace(cell, right=following.right)
            continue
        if not alone:
            continue
        if cell.right == "的":
            lent[i] = replace(cell, right="的" + following.right)
            continue
        if not cell.right and labels.is_deed(labels.before(OWN.sub("", cell.left), None)):
            lent[i] = replace(cell, right=following.right)
            if not following.parallel:
                lent[i + 1] = replace(following, left=cell.left)
        elif following.parallel and MODIFIER.fullmatch(cell.right):
            lent[i] = replace(cell, right=cell.right + MODIFIER.sub("", following.right))
        elif cell.right and following.parallel and not cell.right_shared:
            said = PREDICATE.search(following.right, 1) or WORK.search(following.right, 2)
            if said and not PREDICATE.search(cell.right, 1) and not WORK_NOUN.search(cell.right):
                lent[i] = replace(cell, right=cell.right + following.right[said.start() :])
    return lent
