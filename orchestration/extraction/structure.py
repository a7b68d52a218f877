"""A report's text as headings and sentences with their section path.

What belongs here: cutting the text into gapless passages. What does not: what the words of a sentence say.
Offsets are code points into the text as stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from orchestration.extraction import headings

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
# No sentence of a report is longer than the bound; a text without stops is cut there, so that reading it
# stays linear in its length.
SENTENCE = re.compile(r"[^。！？!?]{0,4000}(?:[。！？!?]+[”’』」）)]*[\s　]*|(?=[^。！？!?])|$)")
HARD_END = re.compile(r"[。！？!?；;：:…”’）)】\]]\s*$")
FIGURE_END = re.compile(r"[0-9０-９%％][\u4e00-\u9fa5]{0,3}$")  # 46% and then 15人: lines of a list
FIGURE_START = re.compile(r"[\s　]*[0-9０-９]+[.．0-9０-９]*[\s　]*[\u4e00-\u9fa5%％]")
SOFT_LENGTH = 30
NOTE = re.compile(
    r"^[\s　]*(?:[〔\[【][0-9０-９]{1,2}[〕\]】]|注(?:释)?[0-9０-９]*\s*[：:]|[*＊①-⑳]\s*(?:注|指))"
)
GLOSSARY = re.compile("名词解释|名词注释|附注|注释|有关说明|用语说明")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a sentence: its span, the section path over it, and its paragraph's opening words.

    ``front``: before the body begins; ``tabular``: a row of cells; ``note``: a footnote or glossary entry.
    """

    start: int
    end: int
    text: str
    path: tuple[str, ...]
    is_heading: bool
    paragraph: int
    lead: str
    front: bool
    tabular: bool = False
    note: bool = False


def blocks(text: str) -> list[Block]:
    """Cut ``text`` into blocks that lie in order and cover it without gap or overlap."""
    reader = _Reader(text)
    for start, end in _paragraphs(text):
        reader.paragraph(start, end)
    return reader.done()


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines; a long line that ends without a stop runs on into the next."""
    start: int | None = None
    for found in LINE.finditer(text):
        if found.start() == found.end():
            continue
        if start is None:
            start = found.start()
        line = found.group()
        following = text[found.end() : found.end() + 8]
        listed = FIGURE_END.search(line.rstrip()) and FIGURE_START.match(following)
        if not listed and _runs_on(line) and following.strip() and not headings.marker(following):
            continue
        yield start, found.end()
        start = None
    if start is not None:
        yield start, len(text)


def _runs_on(line: str) -> bool:
    bare = line.rstrip()
    return (
        "\t" not in bare
        and bool(bare)
        and (len(bare) >= SOFT_LENGTH or bare[-1] in "，、,")
        and not HARD_END.search(bare)
    )


class _Reader:
    """Collects blocks and keeps the stack of open headings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Block] = []
        self.stack: list[tuple[float, str]] = []
        self.number = 0
        self.body_seen = False
        self.numbered = False
        self.lead = ""
        self.note = False

    def paragraph(self, start: int, end: int) -> None:
        self.number += 1
        line = self.text[start:end]
        if not line.strip():
            self._extend(end)
            return
        self.lead = ""
        self.note = self.body_seen and bool(NOTE.match(line))
        rank = headings.line_rank(line, numbered_before=self.numbered)
        if rank is not None and (self.body_seen or rank in {0.0, 1.0} or not self._is_front(line)):
            self._heading(start, end, rank)
        elif rank is not None:
            self._add(start, end, heading=True)
        else:
            self._sentences(start, end, tabular="\t" in line)

    def _is_front(self, line: str) -> bool:
        return not self.body_seen and not re.search(r"回顾|工作$", line.strip())

    def _sentences(self, start: int, end: int, *, tabular: bool) -> None:
        at = start
        first = True
        for found in SENTENCE.finditer(self.text, start, end):
            if found.start() == found.end():
                continue
            at, stop = found.start(), found.end()
            sentence = self.text[at:stop]
            rank = headings.run_in_rank(sentence) if first or headings.marker(sentence) else None
            if rank is None and not first and stop == end and headings.marker(sentence):
                rank = headings.line_rank(sentence, numbered_before=self.numbered)
            if rank is not None:
                self._heading(at, stop, rank)
                self.lead = self.stack[-1][1]
            else:
                if first:
                    self.lead = _lead(sentence)
                    self.body_seen = self.body_seen or len(sentence.strip()) > 30 or "。" in sentence
                self._add(at, stop, heading=False, tabular=tabular)
            first = False

    def _heading(self, start: int, end: int, rank: float) -> None:
        title = self.text[start:end].strip().rstrip("。：:")
        while self.stack and self.stack[-1][0] >= rank:
            self.stack.pop()
        self.stack.append((rank, title))
        self.numbered = self.numbered or rank == 1.0
        self.body_seen = True
        self._add(start, end, heading=True)

    def _add(self, start: int, end: int, *, heading: bool, tabular: bool = False) -> None:
        path = tuple(title for _, title in self.stack)
        note = self.note or (bool(path) and bool(GLOSSARY.search(path[0])))
        text = self.text[start:end]
        self.found.append(
            Block(start, end, text, path, heading, self.number, self.lead, not self.body_seen, tabular, note)
        )

    def _extend(self, end: int) -> None:
        """Give blank lines to the block before them."""
        if self.found:
            last = self.found.pop()
            self.found.append(replace(last, end=end, text=self.text[last.start : end]))

    def done(self) -> list[Block]:
        """Give the blocks; leading blank lines go to the first of them."""
        if not self.found:
            return [Block(0, len(self.text), self.text, (), False, 0, "", True)] if self.text else []
        self.found[0] = replace(self.found[0], start=0, text=self.text[: self.found[0].end])
        return self.found


def _lead(sentence: str) -> str:
    """Give the short opening sentence of a paragraph (第三产业发展速度加快。), or ``""``."""
    bare = sentence.strip()
    short = len(bare) <= 26 and bare.endswith("。") and "，" not in bare and not headings.DIGIT.search(bare)
    return bare.rstrip("。") if short else ""
