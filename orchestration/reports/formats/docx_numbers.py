"""Automatic numbers of Word's paragraphs (一、 （一） 1.), which no text of the document holds.

What belongs here: counting along the document. What does not: bullets, which say nothing.
"""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCounting",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones else ""
    )


def _written(number: int, form: str) -> str:
    if form in _CHINESE:
        return _chinese(number)
    if form in _CIRCLED and number <= 20:
        return chr(0x2460 + number - 1)
    if form in {"lowerLetter", "upperLetter"} and number <= 26:
        return chr((97 if form == "lowerLetter" else 65) + number - 1)
    return str(number)


def _value(element: Any, path: str, default: str = "") -> str:
    found = element.find(path) if element is not None else None
    return default if found is None else str(found.get(f"{_W}val", default))


class Numbers:
    """Counts numbered paragraphs; ``label`` must be asked once for each, in the order of the document."""

    def __init__(self, document: Any) -> None:
        self.counts: dict[str, dict[int, int]] = {}
        self.lists: dict[str, str] = {}
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self.styles: dict[str, Any] = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iterchildren(f"{_W}style")
        }
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering"):
                self._read(relation.target_part.element)

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.iterchildren(f"{_W}abstractNum"):
            for level in abstract.iterchildren(f"{_W}lvl"):
                place = abstract.get(f"{_W}abstractNumId"), int(level.get(f"{_W}ilvl"))
                form, text = _value(level, f"{_W}numFmt", "decimal"), _value(level, f"{_W}lvlText")
                self.levels[place] = form, text, int(_value(level, f"{_W}start", "1"))
        for number in numbering.iterchildren(f"{_W}num"):
            self.lists[number.get(f"{_W}numId")] = _value(number, f"{_W}abstractNumId")

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """Find list and level, of the paragraph itself or of its style."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = self.styles.get(_value(paragraph, f"{_W}pPr/{_W}pStyle"))
        styled = style.find(f"{_W}pPr/{_W}numPr") if style is not None else None
        for properties in (own, styled):
            if properties is not None:
                listed = _value(properties, f"{_W}numId") or _value(styled, f"{_W}numId")
                return (
                    (self.lists[listed], int(_value(properties, f"{_W}ilvl", "0")))
                    if listed in self.lists
                    else None
                )
        return None

    def label(self, paragraph: Any) -> str:
        """Give the number that Word shows before a paragraph; empty where it has none."""
        place = self._place(paragraph)
        if place is None or place not in self.levels:
            return ""
        (listed, depth), counts = place, self.counts.setdefault(place[0], {})
        counts[depth] = counts.get(depth, self.levels[place][2] - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        form, text, _ = self.levels[place]
        if form in {"bullet", "none"}:
            return ""

        def number(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            shape, _, start = self.levels.get((listed, level), ("decimal", "", 1))
            return _written(counts.get(level, start), shape)

        return re.sub(r"%(\d)", number, text)
