"""A listing page: the links on it, and where its next page is.

What belongs here: reading links. What does not: getting pages, which link is wanted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from orchestration.reports.formats import html
from orchestration.reports.formats.text import one_line

_NEXT = re.compile(r"(?:下一?页|后一?页|next\s*(?:page)?)?\s*[>＞»›→]*", re.I)
_CUT = re.compile(r"…|\.{3}")
_CALL = re.compile(r"createPageHTML\(\s*(\d+)\s*,\s*(\d+)\s*,\s*[\"'](\w+)[\"']\s*,\s*[\"'](\w+)[\"']")


@dataclass(frozen=True, slots=True)
class Link:
    """A link and where it leads; of its text and its title the one that is whole, white space taken out."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The links of a page in order, and the address of the next page (empty on the last)."""

    links: tuple[Link, ...]
    next_page: str


def _scripted(source: str, address: str) -> str:
    """Find the next page where a script writes the pager, in the way most government sites do it."""
    if (call := _CALL.search(source)) is None:
        return ""
    pages, current = int(call[1]), int(call[2])
    return urljoin(address, f"{call[3]}_{current + 1}.{call[4]}") if current + 1 < pages else ""


def _words(text: str, title: str) -> str:
    """Take the title where the text is cut off, else the longer of the two."""
    return title if title and _CUT.search(text) else max(text, title, key=len)


def read(data: bytes, address: str) -> Listing:
    """Read a listing page that lies at ``address``."""
    source, _ = html.decode(data)
    tree = LexborHTMLParser(source)
    base = tree.css_first("base[href]")
    start = urljoin(address, (base.attributes.get("href") or "") if base is not None else "")
    links, next_page = [], ""
    for node in tree.css("a[href], link[rel=next][href]"):
        target = urldefrag(urljoin(start, (node.attributes.get("href") or "").strip()))[0]
        if urlsplit(target).scheme not in ("http", "https"):
            continue
        text, title = one_line(node.text(deep=True)), one_line(node.attributes.get("title") or "")
        words = re.sub(r"\s", "", _words(text, title))
        is_next = "next" in (node.attributes.get("rel") or "").lower() or bool(text and _NEXT.fullmatch(text))
        if is_next and target != address:
            next_page = next_page or target
        elif words:
            links.append(Link(words, target))
    return Listing(tuple(links), next_page or _scripted(source, start))
