"""Which format a file has: what its bytes say, and its ending only where they say nothing.

What belongs here: telling formats apart. What does not: reading them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

ENDINGS: Mapping[str, str] = {
    "": "txt",
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".zip": "zip",
}
_HEAD = 2_000
_OLE, _PART_OF_DOCX = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word/document.xml"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def _of_zip(ending: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "docx" if ending == ".docx" else "zip"
    if any(name.lower() == _PART_OF_DOCX for name in names):
        return "docx"
    if "[Content_Types].xml" in names:
        return "office"
    return "ofd" if "OFD.xml" in names else "zip"


def of(name: str, data: bytes) -> str:
    """Name the format: ``txt html docx pdf zip``, or one without a reader (``doc rtf ofd .xls``)."""
    ending = PurePath(name).suffix.lower()
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(ending, data)
    if data.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in data
        return "locked" if is_locked else "doc" if ending in {".doc", ".wps", ".docx", ""} else ending
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if _PAGE.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return ENDINGS.get(ending, ending)
