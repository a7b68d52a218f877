"""The blocks of a page: paragraphs and rows of data tables, each with where it hangs.

What belongs here: walking the tree once, without recursion, for pages nest as deep as they like. What does
not: which blocks are the report (:mod:`html_body`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from orchestration.reports.formats import text as texts

DROPPED = ["script", "style", "noscript", "template", "iframe", "svg", "select", "object", "textarea"]
_PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "caption", "tr", "hr"}
)
_HOLDERS = frozenset(
    {"body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "figure"}
    | {"table", "tbody", "thead", "tfoot", "td", "th", "ul", "ol", "dl"}
    | {"center", "form", "blockquote", "fieldset"}
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page; ``link_share`` of its characters are links, ``holder`` numbers what is around."""

    text: str
    link_share: float
    holder: int
    is_row: bool = False
    is_heading: bool = False


@dataclass(slots=True)
class Page:
    """Blocks in order; ``parents[n]`` is the holder around holder n, ``tags[n]`` its tag."""

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def above(self, holder: int) -> Iterator[int]:
        """Give a holder and all around it, from the inside out."""
        while holder >= 0:
            yield holder
            holder = self.parents[holder]


def _span(cell: LexborNode, name: str) -> int:
    given = cell.attributes.get(name) or ""
    return min(int(given), 100) if given.isdecimal() else 1


def _rows(table: LexborNode) -> list[list[str]]:
    """Give the cells of a table as a grid, a cell's words also where it spans further places."""
    grid = texts.Grid()
    for row in table.css("tr"):
        grid.begin_row()
        for cell in row.css("td, th"):
            grid.put(cell.text(deep=True), _span(cell, "colspan"), _span(cell, "rowspan"))
    return grid.finished()


class _Walk:
    """Walks the tree; text gathers in ``parts`` until a block begins or ends."""

    def __init__(self) -> None:
        self.page = Page()
        self.holder = -1
        self.parts: list[str] = []
        self.links = 0
        self.link_chars = 0
        self.heading = False

    def flush(self) -> None:
        text = texts.one_line("".join(self.parts))
        if text:
            share = self.link_chars / len(text)
            self.page.blocks.append(Block(text, share, self.holder, is_heading=self.heading))
        self.parts, self.link_chars = [], 0

    def enter(self, node: LexborNode, tag: str) -> bool:
        """Take a node in; whether its children are to be walked."""
        if tag == "-text":
            words = node.text_content or ""
            self.parts.append(words)
            self.link_chars += len(words.strip()) if self.links else 0
            return False
        if tag == "br":
            self.flush()
        elif tag == "a":
            self.links += 1
        elif tag in _PARAGRAPHS or tag in _HOLDERS:
            self.flush()
            self.heading = tag == "h1"
            if _HIDDEN.search(node.attributes.get("style") or ""):
                return False
            return not (tag == "table" and self.table(node)) and self.hold(tag)
        return True

    def hold(self, tag: str) -> bool:
        if tag in _HOLDERS:
            self.page.parents.append(self.holder)
            self.page.tags.append(tag)
            self.holder = len(self.page.tags) - 1
        return True

    def leave(self, tag: str) -> None:
        if tag == "a":
            self.links -= 1
        elif tag in _PARAGRAPHS or tag in _HOLDERS:
            self.flush()
            self.heading = False
            if tag in _HOLDERS:
                self.holder = self.page.parents[self.holder]

    def table(self, node: LexborNode) -> bool:
        """Take a table of data as rows; one that only lays the page out is walked like any element."""
        if len(node.css("table")) > 1 or not texts.is_table(rows := _rows(node)):
            return False
        links = sum(len(link.text(deep=True)) for link in node.css("a"))
        share = links / max(len(node.text(deep=True)), 1)
        for cells in rows:
            if line := texts.row(cells):
                self.page.blocks.append(Block(line, share, self.holder, is_row=True))
        return True


def read(tree: LexborHTMLParser) -> Page:
    """Give the blocks of a parsed page whose dropped tags are gone already."""
    walk = _Walk()
    stack: list[tuple[LexborNode, bool]] = [(tree.body, True)] if tree.body is not None else []
    while stack:
        node, entering = stack.pop()
        tag = node.tag or ""
        if not entering:
            walk.leave(tag)
        elif walk.enter(node, tag):
            stack.append((node, False))
            stack += [(child, True) for child in reversed(list(node.iter(include_text=True)))]
    walk.flush()
    return walk.page
