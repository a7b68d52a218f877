"""The words that stand around each figure of a clause.

What belongs here: dividing the words between figures. What does not: what the words mean (``roles``) and the
label made of them (``labels``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from orchestration.extraction import lending
from orchestration.extraction.compact import FIGURE, MARK, Clause, index_of, pieces

JOINER = re.compile(r"(.*?)(?:、|和|及|与|以及|或|，)$")
FROM_TO = re.compile(
    rf"^(?P<head>.*?)(?:由|从)(?P<inner>[^{MARK[1:-1]}]*)(?P<a>{MARK})(?P<verb>[^{MARK[1:-1]}]*?(?:到|至|为))"
    rf"(?P<when>[^{MARK[1:-1]}]{{0,14}}?)(?P<b>{MARK})"
)
AND = re.compile("(?:和|与|及|以及)(?![谐平美会国格睦])(?=[\u4e00-\u9fa5“]{2})")
NAME_JOINER = re.compile("、|和|及|与|以及")
JOINERS = frozenset({"、", "和", "及", "与", "以及", "，"})
RESPECTIVELY = "分别"
MANY = 3
SET = re.compile("的?(?:目标|任务|既定目标)$")
COMPARED_LATE = re.compile(
    r"^(?P<names>.*?)(?P<ref>(?:比|较|与|同)(?:上年|去年|年初|同期|“|[0-9]{4}年|[上前])[^，]*)$"
)


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
    return lending.shared(found)


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
    ends = _ends(clause, inside, between) if at >= 0 else []
    if ends:
        return ends
    tail = text[inside[-1].end() :]
    if any(gap not in JOINERS for gap in between) or (at < 0 and tail):
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
    ahead = [mark for mark in marks if mark.start() < start]
    before = _cells_of(text[: ahead[-1].end()], clause, first=True, parallel=False) if ahead else []
    names = FIGURE.sub("", names[ahead[-1].end() :]) if ahead else names
    made = [
        Cell(
            index_of(mark.group()),
            verb,
            tail if mark is inside[-1] or SET.match(tail) else "",
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


def _ends(clause: Clause, marks: list[re.Match[str]], between: list[str]) -> list[Cell]:
    """Both ends of movements told for several names at once (A和B分别由16%、70%提高到23%和75%)."""
    half = len(marks) // 2
    joined = [gap for place, gap in enumerate(between) if place != half - 1]
    names, _, start = clause.text[: marks[0].start()].partition(RESPECTIVELY)
    moves = start.startswith(("由", "从")) and between[half - 1].endswith(("到", "至", "为"))
    if len(marks) % 2 or not moves or any(gap not in JOINERS for gap in joined) or FIGURE.search(names):
        return []
    return [
        Cell(
            index_of(mark.group()),
            "",
            "",
            names,
            clause,
            not i,
            "from" if i < half else "to",
            start if i < half else between[half - 1],
            row=i % half,
            row_size=half,
            names=names,
        )
        for i, mark in enumerate(marks)
    ]


def _bare(verb: str) -> bool:
    """Whether words before a row name nothing, so that its names must have been told before."""
    return bool(
        re.fullmatch(
            r"(?:年均|同比|分别|各|实际|名义|预计|又|再|全[区市县省州国校]|累计|总数|总量|(?:比|较)[^，]{2,10}?){0,3}(?:增长|下降|提高|增加|减少|上升|降低|提升)?(?:到|至|达到?|为)?",
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
        led = AND.match(left) if i and not joined else None
        if joined:
            left = ""
        left = left[led.end() :] if led else left
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
                parallel=parallel or bool(joined or led),
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
