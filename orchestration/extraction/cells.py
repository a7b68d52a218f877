"""The words that stand around each figure of a clause.

What belongs here: dividing the words between figures. What does not: what the words mean (``roles``) and the
label made of them (``labels``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from orchestration.extraction import labels
from orchestration.extraction.compact import FIGURE, MARK, Clause, index_of, pieces
from orchestration.extraction.words import either

JOINER = re.compile(r"(.*?)(?:、|和|及|与|以及|或|，)$")
FROM_TO = re.compile(
    rf"^(?P<head>.*?)(?:由|从)(?P<inner>[^{MARK[1:-1]}]*)(?P<a>{MARK})(?P<verb>[^{MARK[1:-1]}]*?(?:到|至|为))"
    rf"(?P<when>[^{MARK[1:-1]}]{{0,14}}?)(?P<b>{MARK})"
)
NAME_JOINER = re.compile("、|和|及|与|以及")
RESPECTIVELY = "分别"
MANY = 3
MODIFIER = re.compile(f"^{either('labels', 'modifier')}")
OWN = re.compile("^[全我本各][国省市县区州校]")
COMPARED_LATE = re.compile(
    r"^(?P<names>.*?)(?P<ref>(?:比|较|与|同)(?:上年|去年|年初|同期|“|[0-9]{4}年|[上前])[^，]*)$"
)
NEW = re.compile(either("labels", "new"))
NOUN = re.compile(f"(?!{either('labels', 'deed')}|累计|总|实际|其中|.{{0,4}}(?:达|占|增|降|居)).{{2}}")
WORK = re.compile("的(?=.{2,8}$)")
WORK_NOUN = re.compile("(?:工程|建设|改造|项目|任务|的.{2,})$")
PREDICATE = re.compile(either("labels", "predicate"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure and its words. ``left`` stands before it in its piece, ``right`` behind it.

    ``said`` is all that the piece says before the figure, other figures left out. ``from_to`` is ``"from"``
    or ``"to"`` for the ends of a movement. ``row`` is the place in a row of bare figures that belong to names
    told before (分别), with ``row_size`` figures; ``names`` are the words before such a row.
    ``right_shared``: the words behind also stand before the next figure.
    """

    index: int
    left: str
    right: str
    said: str
    clause: Clause
    first: bool
    from_to: str = ""
    when: str = ""
    row: int = -1
    row_size: int = 0
    names: str = ""
    parallel: bool = False
    right_shared: bool = False


def cells(clause: Clause) -> list[Cell]:
    """Give the cells of a clause in order."""
    row = _row(clause)
    if row:
        return row
    found: list[Cell] = []
    for number, piece in enumerate(pieces(clause.text)):
        found += _cells_of(piece, clause, first=not found, parallel=number > 0)
    return _lend(_told_again(found))


def _told_again(row: list[Cell]) -> list[Cell]:
    """Things told one after another are all new where the first is (新增商标3件、专利5件)."""
    opening = NEW.match(row[0].left) if row else None
    if not opening or opening.end() == len(row[0].left) or row[0].right:
        return row
    return [
        replace(cell, left=opening.group() + cell.left) if cell.parallel and NOUN.match(cell.left) else cell
        for cell in row
    ]


def _lend(row: list[Cell]) -> list[Cell]:
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


def _row(clause: Clause) -> list[Cell]:
    """Give the cells of figures that are told one after another for names told before (分别为90%、99%)."""
    text = clause.text
    marks = list(FIGURE.finditer(text))
    if len(marks) < 2:
        return []
    at = text.find(RESPECTIVELY)
    start = at if at >= 0 else marks[0].start()
    inside = [mark for mark in marks if mark.start() > start] if at >= 0 else marks
    if len(inside) < 2:
        return []
    between = [text[a.end() : b.start()] for a, b in pairwise(inside)]
    if any(gap not in {"、", "和", "及", "与", "以及", "，"} for gap in between):
        return []
    names = text[:at] if at >= 0 else ""
    verb = text[at + len(RESPECTIVELY) : inside[0].start()] if at >= 0 else text[: inside[0].start()]
    compared = COMPARED_LATE.match(names)
    if compared:
        names, verb = compared["names"], compared["ref"] + verb
    if at < 0 and not _bare(verb):
        if len(inside) < MANY or len(NAME_JOINER.split(verb)) != len(inside):
            return []
        names, verb = verb, ""
    tail = text[inside[-1].end() :]
    if at < 0 and tail:
        return []
    ahead = [mark for mark in marks if mark.start() < start]
    before = _cells_of(text[: ahead[-1].end()], clause, first=True, parallel=False) if ahead else []
    names = FIGURE.sub("", names[ahead[-1].end() :]) if ahead else names
    made = [
        Cell(
            index_of(mark.group()),
            verb,
            tail if mark is inside[-1] else "",
            names + verb,
            clause,
            not before,
            row=i,
            row_size=len(inside),
            names=names,
        )
        for i, mark in enumerate(inside)
    ]
    return [*before, *made]


def _bare(verb: str) -> bool:
    """Whether words before a row name nothing, so that its names must have been told before."""
    return bool(
        re.fullmatch(
            r"(?:年均|同比|分别|各|实际|名义|预计|又|再|(?:比|较)[^，]{2,10}?){0,3}(?:增长|下降|提高|增加|减少|达到?|为)?",
            verb,
        )
    )


def _cells_of(piece: str, clause: Clause, *, first: bool, parallel: bool) -> list[Cell]:
    moved = FROM_TO.match(piece)
    if moved:
        return _moved(piece, moved, clause, first=first, parallel=parallel)
    marks = list(FIGURE.finditer(piece))
    found: list[Cell] = []
    for i, mark in enumerate(marks):
        left = piece[marks[i - 1].end() if i else 0 : mark.start()]
        right = piece[mark.end() : marks[i + 1].start() if i + 1 < len(marks) else len(piece)]
        joined = JOINER.match(left) if i else None
        if joined:
            left = ""
        ends = JOINER.match(right) if i + 1 < len(marks) else None
        said = FIGURE.sub("", piece[: mark.start()])
        found.append(
            Cell(
                index_of(mark.group()),
                left,
                ends.group(1) if ends else right,
                said,
                clause,
                first and not i,
                parallel=parallel or bool(joined),
                right_shared=bool(right) and i + 1 < len(marks) and not ends,
            )
        )
    return found


def _moved(piece: str, moved: re.Match[str], clause: Clause, *, first: bool, parallel: bool) -> list[Cell]:
    """Both ends of 由A增加到B, then what follows them."""
    head = FIGURE.sub("", moved["head"])
    inner = moved["inner"]
    start = Cell(
        index_of(moved["a"]), head, "", head + inner, clause, first, "from", inner, parallel=parallel
    )
    tail = piece[moved.end("b") :]
    more = FIGURE.search(tail)
    right = tail[: more.start()] if more else tail
    end = Cell(
        index_of(moved["b"]),
        head,
        right,
        head + moved["verb"],
        clause,
        False,
        "to",
        moved["when"] or moved["verb"],
    )
    ahead = (
        _cells_of(moved["head"], clause, first=first, parallel=parallel)
        if FIGURE.search(moved["head"])
        else []
    )
    rest = _cells_of(tail, clause, first=False, parallel=False) if more else []
    return [*ahead, start, end, *rest]
