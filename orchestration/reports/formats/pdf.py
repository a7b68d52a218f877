"""A PDF with a text layer, read with PDFium.

What belongs here: opening, the characters of a page with their places, and joining pages. What does not:
lines (:mod:`pdf_lines`), paragraphs (:mod:`pdf_paragraphs`). A scan holds pictures of characters: it is told.
"""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

from orchestration.reports.formats import pdf_lines, pdf_paragraphs
from orchestration.reports.formats import text as texts
from orchestration.reports.formats.pdf_lines import Char, Line
from orchestration.reports.formats.text import Text, UnreadableError

MEDIA_TYPE, MOST_PAGES, _FEWEST = "application/pdf", 2_000, 8
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
_OCR = "run OCR on it, or give its text"


def _character(code: int) -> str:
    """Give a character; many PDFs write a radical (⼯) for the character that looks the same (工)."""
    char = chr(code)
    return unicodedata.normalize("NFKC", char) if "\u2e80" <= char <= "\u2fdf" else char


def _chars(page: Any) -> list[Char]:
    import pypdfium2.raw as pdfium

    layer, found = page.get_textpage(), []
    # the loose box is as wide as the font says, not as the drawn glyph: 。 and １ fill their place
    box, across, base = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for number in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer, number)
        if pdfium.FPDFText_IsGenerated(layer, number) == 1 or code in _NO_CHARACTER:
            continue
        pdfium.FPDFText_GetLooseCharBox(layer, number, box)
        pdfium.FPDFText_GetCharOrigin(layer, number, across, base)
        size = pdfium.FPDFText_GetFontSize(layer, number)
        found.append(Char(_character(code), box.left, box.right, base.value, max(size, box.top - box.bottom)))
    return found


def _pages(data: bytes) -> list[list[Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("it is locked with a password", "save it without one") from error
        raise UnreadableError("unreadable: a damaged PDF", "save it again") from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError(f"refused: {len(document)} pages", "give the report alone")
        return [pdf_lines.lines(_chars(page)) for page in document]
    finally:
        document.close()


def read(data: bytes) -> Text:
    """Read a PDF's text layer, one line a paragraph or table row, broken lines joined again.

    Raises:
        UnreadableError: it is damaged, locked, or has no text layer.

    """
    pages = _pages(data)
    if sum(len(line.text) for lines in pages for line in lines) < _FEWEST * max(len(pages), 1):
        raise UnreadableError("a scan: the PDF has no text layer", _OCR)
    text = texts.joined(pdf_paragraphs.paragraphs(pages))
    return Text(text=text, media_type=MEDIA_TYPE, encoding="utf-8")
