"""A sentence in compact form: every figure is one character, punctuation is of one kind, spaces are gone.

What belongs here: the form on which all rules of the statement layer are written, and its pieces. What does
not: any judgement on a figure. A figure is a private-use character, ``FIRST + i`` for the i-th of a sentence.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field

from orchestration.extraction.characters import narrow, replaced
from orchestration.extraction.words import either

FIRST = 0xE000
LAST = 0xF8FF
MARK = f"[{chr(FIRST)}-{chr(LAST)}]"
FIGURE = re.compile(MARK)
NOTE = re.compile(r"[〔\[][0-9０-９]{1,3}[〕\]]")
HOUSE_STYLE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "(": "（",
    ")": "）",
    "?": "？",
    "!": "！",
    "﹪": "%",
    "％": "%",
    "∶": "：",
    **{chr(ord(letter) + 0xFEE0): letter for letter in string.ascii_letters},
}
STRAY = re.compile(f"[{re.escape(''.join(HOUSE_STYLE))}]")
SPACE = re.compile(r"[\s　]+")
SHORT_BRACKET = 2
LIST_NUMBER = re.compile("[0-9]{1,2}|[一二三四五六七八九十]{1,3}")
MARKING = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789")
INNER_MARK = re.compile("^(?:[①-⑳]|[0-9]{1,2}[、.．](?![0-9]))")
WORKS = re.compile("[改扩续迁重新翻、]{1,5}")
JOINED = re.compile(rf"[^{MARK[1:-1]}]+(?:和|及|与){MARK}")
MODIFIER = re.compile(f"{MARK}{either('labels', 'modifier')}$")
DEED_END = re.compile(f"{MARK}[\u4e00-\u9fa5]{{2,}}{either('labels', 'deed')}$")
DEED_START = re.compile(f"{either('labels', 'deed')}[\u4e00-\u9fa5]{{2}}")
LEADS_ON = re.compile("(?:为|是|达|达到|分别)$")
LIST_MARK = re.compile(
    r"^(?:[◆◇●○■□▪★☆▲△※•·]|[①-⑳]|（[一二三四五六七八九十]{1,3}）|（[0-9]{1,2}）|[0-9]{1,2}[、.）](?![0-9])|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))、?"
)
TOKEN = re.compile(r"《[^《》]{0,80}》|“[^“”]{0,60}”|‘[^‘’]{0,40}’|[，；。：！？（）]")


@dataclass(slots=True)
class Clause:
    """Text between two stops, brackets taken out.

    ``before`` and ``after`` are the stops around it (``""`` at the ends of the sentence). ``depth`` counts
    brackets, ``anchor`` is the index of the figure that a bracket follows, ``None`` outside, and ``host``
    the words before a bracket.
    """

    before: str
    depth: int = 0
    anchor: int | None = None
    text: str = ""
    after: str = ""
    host: str = ""
    remarks: list[str] = field(default_factory=list)


def compact(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """``text`` with each span replaced by its mark, a list number before it taken off.

    Spans lie in order and do not overlap.
    """
    pieces: list[str] = []
    at = 0
    for index, (start, end) in enumerate(spans):
        pieces += [text[at:start], chr(FIRST + min(index, LAST - FIRST))]
        at = end
    pieces.append(text[at:])
    joined = NOTE.sub("", "".join(pieces))
    bare = SPACE.sub("", joined)
    return LIST_MARK.sub("", narrow(replaced(bare, HOUSE_STYLE) if STRAY.search(bare) else bare))


def index_of(mark: str) -> int:
    """Give the index of a figure's mark."""
    return ord(mark) - FIRST


def clauses(sentence: str) -> list[Clause]:
    """Give the clauses of a compact sentence in order; those in brackets follow the one they stand in."""
    return _Splitter(sentence).run()


class _Splitter:
    """One walk over the sentence's stops; quoted text is never split unless it holds a figure."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.found: list[Clause] = []
        self.open: list[Clause] = [Clause("")]
        self.inner: list[list[Clause]] = [[]]

    def run(self) -> list[Clause]:
        at = 0
        for token in TOKEN.finditer(self.sentence):
            mark = token.group()
            if len(mark) > 1 and not FIGURE.search(mark):
                continue
            if len(mark) > 1:
                continue
            self.open[-1].text += self.sentence[at : token.start()]
            at = token.end()
            if mark == "（":
                self._enter()
            elif mark == "）":
                self._leave()
            elif mark == "：" and LEADS_ON.search(self.open[-1].text) and FIGURE.match(self.sentence, at):
                continue
            else:
                self._stop(mark)
        self.open[-1].text += self.sentence[at:]
        while len(self.open) > 1:
            self._leave()
        self._stop("")
        return self.found

    def _stop(self, mark: str) -> None:
        clause = self.open[-1]
        clause.after = mark
        fresh = Clause(mark, clause.depth, clause.anchor, host=clause.host)
        if clause.depth:
            self.inner[-1].append(clause)
        else:
            self._emit(clause)
            for inner in self.inner[0]:
                self._emit(inner)
            self.inner[0] = []
        self.open[-1] = fresh

    def _enter(self) -> None:
        outer = self.open[-1]
        marks = FIGURE.findall(outer.text)
        anchor = index_of(marks[-1]) if marks and outer.text.endswith(marks[-1]) else None
        if anchor is None and marks:
            anchor = index_of(marks[-1])
        self.open.append(Clause("（", outer.depth + 1, anchor, host=outer.text))
        self.inner.append([])

    def _leave(self) -> None:
        if len(self.open) == 1:
            return
        clause = self.open.pop()
        inside = [*self.inner.pop(), clause]
        clause.after = "）"
        if any(FIGURE.search(part.text) for part in inside):
            self.inner[-1].extend(inside)
        elif not self.open[-1].text and LIST_NUMBER.fullmatch(clause.text):
            return
        elif len(inside) == 1 and (
            WORKS.fullmatch(clause.text)
            or (len(clause.text) <= SHORT_BRACKET and not FIGURE.search(self.open[-1].text[-1:]))
        ):
            self.open[-1].text += f"（{clause.text}）"
        else:
            self.open[-1].remarks.append("，".join(part.text for part in inside))

    def _emit(self, clause: Clause) -> None:
        if clause.text[:1] in MARKING:
            clause.text = INNER_MARK.sub("", clause.text)
        if clause.text:
            self.found.append(clause)


def pieces(text: str) -> list[str]:
    """Give a clause cut at the 、 that part figures; names stay with the figure that follows them."""
    if len(FIGURE.findall(text)) < 2 or "、" not in text:
        return [text]
    cut: list[str] = []
    held = ""
    parts = _outside_quotes(text)
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else ""
        if cut and not held and _continues(cut[-1], part, following):
            cut[-1] = f"{cut[-1]}、{part}"
            continue
        held = f"{held}、{part}" if held else part
        if FIGURE.search(part):
            cut.append(held)
            held = ""
    if held:
        cut[-1] = f"{cut[-1]}、{held}"
    return cut


def _continues(piece: str, part: str, following: str) -> bool:
    """Whether a part still belongs to the piece before it: names behind a figure, or a second modifier."""
    if FIGURE.search(part):
        if DEED_END.search(piece) and DEED_START.match(part):
            return True
        open_end = not FIGURE.search(piece[-1]) and bool(JOINED.match(part))
        return open_end or (bool(MODIFIER.search(piece)) and not FIGURE.match(part))
    return bool(FIGURE.match(following)) and not FIGURE.search(piece[-1])


def _outside_quotes(text: str) -> list[str]:
    """``text`` split at 、 outside quotation marks."""
    parts = [""]
    depth = 0
    for char in text:
        depth += (char in "“《‘（") - (char in "”》’）")
        if char == "、" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
