"""What the first lines of a report say plainly: title, speaker, date, publisher.

What belongs here: reading the lines above the salutation. What does not: years, genre and territory, which
take the whole text (``orchestration.extraction.context``).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LINES, _LONGEST, _TITLE_LINES = 12, 60, 3
_DATE = re.compile(r"((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})")
_PERSON = re.compile(r"[\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]\s{1,3}[\u4e00-\u9fa5]")
_MARK = re.compile(r"\s*[\[［〔]\s*[0-9０-９]{1,2}\s*[\]］〕]$")
_OWN = re.compile(r"(?:(?:19|20)\d{2}年度?)?([\u4e00-\u9fa5]{3,20}?)(?=关于|(?:19|20)\d{2}|工作|年度)")
_NOBODY = "全我本各在省市州县区"
_NO_TITLE = re.compile(r"[：:。，]$|^[（(—\-]|^(?:来源|时间|发布|作者|日期)")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines say; ``None`` where they do not."""

    title: str | None
    speaker: str | None
    date: dt.date | None
    publisher: str | None


@cache
def _endings() -> tuple[str, ...]:
    lines = Path(__file__).with_name("publishers.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _date(line: str) -> dt.date | None:
    if found := _DATE.search(line.translate(str.maketrans("０１２３４５６７８９", "0123456789"))):
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError:
            return None
    return None


def _publisher(line: str) -> str | None:
    name = re.sub(r"\s|^[（(]|[）)]$|^(?:来源|发布机构|发布单位)[：:]", "", line)
    return name if name.endswith(_endings()) and re.fullmatch(r"[\u4e00-\u9fa5]{3,20}", name) else None


def publisher_in_title(title: str) -> str | None:
    """Read the body that a title begins with: 某省教育厅2023年工作总结."""
    found = _OWN.match(title)
    return _publisher(found[1]) if found and found[1][0] not in _NOBODY else None


def read(text: str) -> Opening:
    """Read the lines before the first long one or the salutation."""
    lines: list[str] = []
    for line in text.lstrip("\ufeff").splitlines()[: _LINES * 2]:
        stripped = line.strip(" \t\u3000")
        if stripped.endswith(("：", ":")) or len(stripped) > _LONGEST:
            break
        if stripped:
            lines.append(stripped)
    lines = lines[:_LINES]
    title: list[str] = []
    for line in lines[:_TITLE_LINES]:
        if _NO_TITLE.search(line) or _PERSON.fullmatch(line) or _date(line) or _publisher(line):
            break
        title.append(line)
    rest = lines[len(title) :]
    named = _MARK.sub("", " ".join(" ".join(title).split()))
    return Opening(
        title=named or None,
        speaker=next((re.sub(r"\s", "", line) for line in rest if _is_person(line)), None),
        date=next((date for line in rest if (date := _date(line))), None),
        publisher=next((name for line in rest if (name := _publisher(line))), None),
    )


def _is_person(line: str) -> bool:
    return bool(_PERSON.fullmatch(line)) and _publisher(line) is None
