"""A Word document: paragraphs, tables, text boxes and footnotes in the order of the document.

What belongs here: what a person sees with all changes accepted; deleted, hidden and field-code text is none
of it, nor are headers and footers. What does not: automatic numbers (:mod:`docx_numbers`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from orchestration.reports.formats import archive
from orchestration.reports.formats import text as texts
from orchestration.reports.formats.docx_numbers import Numbers
from orchestration.reports.formats.text import Text, UnreadableError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText")} | {
    f"{_MC}Fallback"
}
_MARKS = {f"{_W}tab": " ", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_NOTES = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}


class _Reader:
    """Walks the body; ``notes`` are the texts of foot- and endnotes by kind and number."""

    def __init__(self, document: Any) -> None:
        self.notes: dict[tuple[str, str], str] = {}
        self.numbers = Numbers(document)
        self.body = document.element.body
        for relation in document.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind in _NOTES.values() and not relation.is_external:
                self._read_notes(kind, relation.target_part.blob)

    def _read_notes(self, kind: str, xml: bytes) -> None:
        from docx.oxml.parser import parse_xml

        for note in parse_xml(xml):
            lines = [line for paragraph in note.iter(f"{_W}p") for line in self.paragraph(paragraph)]
            self.notes[kind, note.get(f"{_W}id")] = " ".join(lines)

    def lines(self, holder: Any) -> Iterator[str]:
        """Give the lines of a body, cell or text box."""
        for element in holder:
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag not in _SKIPPED and element.tag != f"{_W}sectPr":
                yield from self.lines(element)

    def paragraph(self, paragraph: Any) -> Iterator[str]:
        """Give a paragraph's lines, then those of its text boxes, then its footnotes."""
        parts: list[str] = []
        boxes: list[Any] = []
        notes: list[str] = []
        self._runs(paragraph, parts, boxes, notes)
        text = "".join(parts)
        label = self.numbers.label(paragraph) if text.strip() else ""
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                yield texts.one_line(label + line if number == 0 else line)
        for box in boxes:
            yield from self.lines(box)
        yield from (f"注：{note}" for note in notes if note)

    def _runs(self, element: Any, parts: list[str], boxes: list[Any], notes: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag in (f"{_W}t", f"{_MATH}t"):
                parts.append(child.text or "")
            elif tag in _MARKS:
                parts.append(_MARKS[tag])
            elif tag == f"{_W}br":
                parts.append("" if child.get(f"{_W}type") in ("page", "column") else "\n")
            elif tag == f"{_W}txbxContent":
                boxes.append(child)
            elif tag in _NOTES:
                notes.append(self.notes.get((_NOTES[tag], child.get(f"{_W}id")), ""))
            elif tag not in _SKIPPED and not _is_hidden(child):
                self._runs(child, parts, boxes, notes)

    def table(self, table: Any) -> Iterator[str]:
        """Give a table's rows; one that only lays the page out gives its paragraphs."""
        grid, contents = texts.Grid(), []
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue
            grid.begin_row()
            for cell in row.iterchildren(f"{_W}tc"):
                content = list(self.lines(cell))
                contents += content
                _put(grid, cell, " ".join(content))
        rows = grid.finished()
        yield from map(texts.row, rows) if texts.is_table(rows) else contents


def _put(grid: texts.Grid, cell: Any, text: str) -> None:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    width = min(int(span.get(f"{_W}val", "1")), 100) if span is not None else 1
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merged is not None and merged.get(f"{_W}val", "continue") == "continue":
        grid.put_again(width)
    else:
        grid.put(text, width)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false")


def read(data: bytes) -> Text:
    """Read a Word document (.docx), one line a paragraph or table row.

    Raises:
        UnreadableError: it is damaged, a bomb, or holds no text.

    """
    import docx
    from docx.opc.exceptions import OpcError

    archive.check(data)
    try:
        reader = _Reader(docx.Document(io.BytesIO(data)))
        text = texts.joined(reader.lines(reader.body))
    except (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, RecursionError) as error:
        raise UnreadableError("unreadable: a damaged Word document", "open it and save it again") from error
    if not text:
        raise UnreadableError("the document holds no text (only pictures?)", "give its text")
    return Text(text=text, media_type=MEDIA_TYPE, encoding="utf-8")
