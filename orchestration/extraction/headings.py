"""Which lines and sentences are headings, and of what rank.

What belongs here: recognising numbered, unnumbered and run-in headings. What does not: the section path
built from them (``structure``) and the part of the report they open (``parts``).
"""

from __future__ import annotations

import re

NUMERAL = "[一二三四五六七八九十百]"
MARKERS = (
    (0, re.compile(rf"第{NUMERAL}+(?:部分|方面|章|篇|节)[\s　、，：:]*")),
    (1, re.compile(rf"{NUMERAL}{{1,3}}、\s*")),
    (2, re.compile(rf"[（(]{NUMERAL}{{1,3}}[）)][、\s]*")),
    (3, re.compile(r"[（(]?[0-9０-９]{1,2}(?:[.．、](?![0-9０-９])|[）)])\s*")),
    (4, re.compile(r"[①-⑳]\s*")),
    (5, re.compile(r"(?:——|--|—)\s*(?![0-9０-９]{4}年)")),
)
OPENS = re.compile("[第一二三四五六七八九十百（(0-9０-９①-⑳—-]")
UNNUMBERED_TOP, UNNUMBERED_LOW = 0.5, 1.5
LINE_LIMIT, RUN_IN_LIMIT, PLAIN_LIMIT = 48, 48, 26
END = "。！？!?；;，,：:、"
DIGIT = re.compile(r"[0-9０-９]")
YEAR = re.compile(r"[0-9０-９]{4}\s?[-—－至]?\s?(?:[0-9０-９]{4}\s?)?年?")
PART_WORDS = re.compile(
    r"^[^，。]*(?:(?:[0-9０-９]{4}年|“\S{2,3}”|五年|本届|今年)[^，。]*(?:回顾|工作|目标|任务|安排|建议|执行情况)|[0-9０-９]{4}年：|名词解释)"
)
GLOSSARY = re.compile(
    r"^(?:附件?[0-9一二三]?[：:]?)?(?:《[^》]{2,20}》)?(?:名词解释|名词注释|附注|注释|相关名词解释|有关用语说明)[：:]?$"
)
SALUTATION = re.compile(r"^[　\s]*(?:各位\S{0,8}|同志们|代表们|女士们|朋友们)\s*[：:，！,]?$")


def marker(text: str) -> tuple[int, int] | None:
    """Rank and length of the number that opens ``text`` (leading space ignored), or ``None``."""
    bare = text.lstrip(" 　\t")
    if not OPENS.match(bare):
        return None
    indent = len(text) - len(bare)
    for rank, pattern in MARKERS:
        found = pattern.match(bare)
        if found:
            return rank, indent + found.end()
    return None


def line_rank(line: str, *, numbered_before: bool) -> float | None:
    """Rank of a line that is a heading as a whole, ``None`` for body text.

    ``numbered_before``: a heading of the first rank (一、) has been seen, so that an unnumbered line is
    taken to stand below it.
    """
    bare = line.strip(" 　\t\r\n")
    if not bare or "\t" in bare or SALUTATION.match(bare):
        return None
    if GLOSSARY.match(bare):
        return 0.0
    found = marker(line)
    if found and found[0] != 5:
        title = line[found[1] :].strip()
        whole = len(title) <= LINE_LIMIT and "。" not in title.rstrip("。") and bool(title)
        return float(found[0]) if whole and not _has_figure(title) and title[-1] not in "；;，," else None
    if not found and len(bare) <= PLAIN_LIMIT and PART_WORDS.search(bare) and bare[-1] not in END:
        return UNNUMBERED_TOP
    if found or len(bare) > PLAIN_LIMIT or bare[-1] in END or _has_figure(bare) or bare[0] in "（(":
        return None
    return UNNUMBERED_LOW if numbered_before else UNNUMBERED_TOP


def run_in_rank(sentence: str) -> float | None:
    """Rank of a numbered first sentence of a paragraph that serves as its heading, else ``None``."""
    found = marker(sentence)
    if not found:
        return None
    title = sentence[found[1] :].strip()
    if len(title) > RUN_IN_LIMIT or _has_figure(title) or title[-1:] not in {"。", "：", ":"}:
        return None
    return float(found[0])


def _has_figure(title: str) -> bool:
    return bool(DIGIT.search(YEAR.sub("", re.sub(r"[“《][^”》]*[”》]|\[[0-9]+\]", "", title))))
