"""A web page: its encoding, the report in it, and its title, date and source above.

What belongs here: the order of the steps, and the head of the text. What does not: blocks
(:mod:`html_blocks`) and which of them count (:mod:`html_body`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from orchestration.reports.formats import html_blocks, html_body, plain
from orchestration.reports.formats import text as texts
from orchestration.reports.formats.html_blocks import Block
from orchestration.reports.formats.text import Text, UnreadableError

_DECLARED = re.compile(rb"<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_LOST, _CHINESE = "\ufffd", re.compile("[\u4e00-\u9fff]")
_DATE = re.compile(r"((?:19|20)\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})")
_INFO = re.compile(
    r"来源[：:]|(?:发布|发文|成文|公开)(?:时间|日期)[：:]|^\s*(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}"
)
_SOURCE = re.compile(r"(?:信息)?(?:来源|发布机构)[：:]\s*([\u4e00-\u9fff]{2,30})")
_COUNTED = re.compile("来源[：:]|浏览|点击|阅读|访问|字号|字体")
_HEAD, _INFO_LENGTH, _TITLE, _SITE = 8, 120, 8, re.compile(r"\s*[-_|–—]+\s*[^-_|–—]*$")


def decode(data: bytes) -> tuple[str, str]:
    """Decode a page by what its bytes are, then by what it declares; gives text and encoding.

    Declarations are often wrong, while Chinese of another encoding is practically never valid UTF-8.
    Bytes that fit nowhere become U+FFFD: harmless in the page's furniture, refused in the report.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    declared = [name.decode("ascii").lower() for name in _DECLARED.findall(data[:4096])]
    names = ["utf-8", *("gb18030" if name in {"gb2312", "gbk"} else name for name in declared), "gb18030"]
    best = ("", "", len(data) + 1)
    for name in dict.fromkeys(names):
        try:
            text = data.decode(name, "replace")
        except LookupError:
            continue
        lost = text.count(_LOST)
        if not _CHINESE.search(text):
            continue  # encodings of one byte a character take any bytes
        if not lost:
            return text.removeprefix("\ufeff"), name
        best = min(best, (text, name, lost), key=lambda found: found[2])
    return (best[0], best[1]) if best[1] else (data.decode("utf-8", "replace"), "utf-8")


def _meta(tree: LexborHTMLParser, *names: str) -> str:
    """Read the first of the page's declarations called so (the standard of government sites names them)."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        found.setdefault(name, texts.one_line(node.attributes.get("content") or ""))
    return next((found[name] for name in names if found.get(name)), "")


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def _title(tree: LexborHTMLParser, blocks: Iterable[Block]) -> str:
    if title := _meta(tree, "articletitle"):
        return title
    headings = [block.text for block in blocks if block.is_heading and len(block.text) >= _TITLE]
    node = tree.css_first("title")
    whole = texts.one_line(node.text()) if node is not None else ""
    told = [text for text in headings if _bare(text) in _bare(whole)] or headings
    return told[0] if told else _SITE.sub("", whole)


def _is_info(block: Block) -> bool:
    """Whether a line tells date and source of the page (and often a counter that changes each time)."""
    return len(block.text) <= _INFO_LENGTH and bool(_INFO.search(block.text))


def _head(title: str, date: str, source: str, body: list[str]) -> list[str]:
    """Give the lines that the body lacks at its beginning: title, date, source."""
    said = body[:_HEAD]
    lines = [] if not title or _bare(title) in _bare("".join(said)) else [title]
    found = _DATE.search(date)
    if found and not any(_DATE.search(line) for line in said):
        lines.append("{}年{}月{}日".format(*(int(part) for part in found.groups())))
    if source and not any(source in line for line in (*said, title)):
        lines.append(f"来源：{source}")
    return lines


def _headed(title: str, date: str, source: str, body: list[str]) -> list[str]:
    """Give the body with what its head lacks; date and source stand under a title that it begins with."""
    lacking, whole, own = _head(title, date, source, body), _bare(title), 0
    if title not in lacking:
        parts = [_bare(line) for line in body[:_HEAD]]
        own = next((at for at, part in enumerate(parts) if not part or part not in whole), len(parts))
    return [*body[:own], *lacking, *body[own:]]


def read(data: bytes) -> Text:
    """Read the report of a page, one line a paragraph or table row.

    Raises:
        UnreadableError: the page holds no prose, or bytes of the report are no text.

    """
    page_text, encoding = decode(data)
    tree = LexborHTMLParser(page_text)
    tree.strip_tags(html_blocks.DROPPED)
    inside, outside = html_body.split(html_blocks.read(tree))
    info = [block.text for block in (*inside[:_HEAD], *outside) if _is_info(block)]
    body = [block.text for block in inside if not (block.text in info and _COUNTED.search(block.text))]
    date = _meta(tree, "pubdate", "publishdate") or next((text for text in info if _DATE.search(text)), "")
    named = next((found[1] for text in info if (found := _SOURCE.search(text))), "")
    title = _title(tree, (*inside, *outside))
    text = texts.joined(_headed(title, date, _meta(tree, "contentsource") or named, body))
    if not body or not plain.looks_chinese(text):
        raise UnreadableError("the page holds no report", "save the report itself, as a page or as text")
    if _LOST in text:
        raise UnreadableError(f"unreadable: not all of it is {encoding}", "save the page as UTF-8")
    return Text(text=text, media_type="text/html", encoding=encoding)
