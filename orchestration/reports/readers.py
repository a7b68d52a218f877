"""Bytes to text, one reader a format.

What belongs here: which reader takes which format, and errors with the file's name. What does not: the
formats themselves (:mod:`orchestration.reports.formats`).
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from orchestration.errors import InputError
from orchestration.reports import formats
from orchestration.reports.formats import kinds
from orchestration.reports.formats.text import Text, UnreadableError

__all__ = ["SUFFIXES", "VERSION", "Text", "read", "suffix"]

SUFFIXES: Mapping[str, str] = {"txt": ".txt", "html": ".html", "docx": ".docx", "pdf": ".pdf"}
_MODULES: Mapping[str, str] = {"txt": "plain", "html": "html", "docx": "docx", "pdf": "pdf"}
_LIBRARIES = ("selectolax", "python-docx", "pypdfium2")
_NO_READER: Mapping[str, tuple[str, str]] = {
    "doc": ("an old Word document", "save it as .docx in Word, WPS or LibreOffice, then add that"),
    "rtf": ("a rich text file", "save it as .docx in Word, WPS or LibreOffice, then add that"),
    "ofd": ("an OFD document", "save it as PDF"),
    "office": ("no reader for this Office document", "give its text as .docx, .pdf or .txt"),
    "locked": ("it is locked with a password", "save it without one"),
    "zip": ("a zip of reports, not one", "`zhibiao add` registers each file in it"),
}


def _version() -> str:
    """Hash what decides the texts: the readers' own files and the libraries they stand on."""
    folder, total = Path(formats.__path__[0]), hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".py", ".txt"}:
            total.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    total.update(" ".join(version(name) for name in _LIBRARIES).encode())
    return total.hexdigest()[:12]


VERSION = _version()


def suffix(name: str, data: bytes) -> str:
    """Give the ending under which a report is kept: that of what its bytes are, whatever it was called."""
    return SUFFIXES.get(kinds.of(name, data), ".txt")


def read(name: str, data: bytes) -> Text:
    """Read the text of a report; its bytes tell the format, then its ending; ``name`` stands in errors.

    Raises:
        InputError: an empty file, a format without a reader, or bytes that cannot be read, in one line.

    """
    if not data.strip(b" \r\n\t\x00\xef\xbb\xbf"):
        raise InputError(name, "the file is empty", "give the report's text")
    kind = kinds.of(name, data)
    if kind not in _MODULES:
        known = ", ".join(sorted({*SUFFIXES.values()}))
        raise InputError(name, *_NO_READER.get(kind, (f"no reader for {kind} files", f"give one of {known}")))
    try:
        text: Text = importlib.import_module(f"{formats.__name__}.{_MODULES[kind]}").read(data)
    except UnreadableError as error:
        raise InputError(name, error.what, error.mend) from error
    return text
