"""Plain text: its encoding found, its characters kept as received.

What belongs here: UTF-8, GB18030 and UTF-16. Line ends, full-width characters and a UTF-8 byte order mark
stay, for offsets count code points of this text. What does not: cleaning.
"""

from __future__ import annotations

import codecs

from orchestration.reports.formats.text import Text, UnreadableError

_SAMPLE = 20_000
_MIN_PRINTABLE = 0.95
_KEPT = "\r\n\t\ufeff\u3000\xa0\u200b"


def _is_prose(text: str) -> bool:
    """Whether nearly all characters are printable: a wrong encoding or binary data rarely is."""
    sample = text[:_SAMPLE]
    good = sum(char.isprintable() or char in _KEPT for char in sample)
    return bool(text.strip("\ufeff \r\n\t\u3000")) and good >= _MIN_PRINTABLE * len(sample)


def looks_chinese(text: str) -> bool:
    """Whether there is any Chinese near the beginning."""
    return any("\u4e00" <= char <= "\u9fff" for char in text[:_SAMPLE])


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if b"\x00" in data[:_SAMPLE]:
        return ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    return ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def read(data: bytes) -> Text:
    """Read plain text in UTF-8, GB18030 or UTF-16.

    Encodings other than UTF-8 must give Chinese, for nearly any bytes decode as one of them.

    Raises:
        UnreadableError: it is none of them, or a NUL stands in it, which no database keeps.

    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_prose(text) and (encoding == "utf-8" or looks_chinese(text)):
            if (place := text.find("\0")) >= 0:
                line = text.count("\n", 0, place) + 1
                raise UnreadableError(f"a NUL character (byte 0) stands in line {line}", "remove it")
            return Text(text=text, media_type="text/plain", encoding=encoding)
    raise UnreadableError("unreadable: no UTF-8, GB18030 or UTF-16 text", "save it as UTF-8 text")
