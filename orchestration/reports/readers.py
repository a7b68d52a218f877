"""Bytes to text, one reader a media type.

What belongs here: finding the encoding and giving the text as received: line ends, full-width characters
and a UTF-8 byte order mark stay, for offsets count code points of this text. What does not: cleaning.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from orchestration.errors import InputError

VERSION = "1"
_SAMPLE = 20_000
_MIN_PRINTABLE = 0.95


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text: ``text`` as stored, ``media_type`` and ``encoding`` of the bytes it came from."""

    text: str
    media_type: str
    encoding: str


def _is_prose(text: str) -> bool:
    """Whether nearly all characters are printable: a wrong encoding or binary data rarely is."""
    sample = text[:_SAMPLE]
    good = sum(char.isprintable() or char in "\r\n\t\ufeff\u3000\xa0\u200b" for char in sample)
    return bool(text.strip("\ufeff \r\n\t\u3000")) and good >= _MIN_PRINTABLE * len(sample)


def _looks_chinese(text: str) -> bool:
    sample = text[:_SAMPLE]
    return any("\u4e00" <= char <= "\u9fff" for char in sample)


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if b"\x00" in data[:_SAMPLE]:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def read_txt(data: bytes) -> Text | None:
    """Plain text in UTF-8, GB18030 or UTF-16; ``None`` where it is none of them.

    Encodings other than UTF-8 must give Chinese, for nearly any bytes decode as one of them.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_prose(text) and (encoding == "utf-8" or _looks_chinese(text)):
            return Text(text=text, media_type="text/plain", encoding=encoding)
    return None


READERS: Mapping[str, Callable[[bytes], Text | None]] = {".txt": read_txt, "": read_txt}


def read(name: str, data: bytes) -> Text:
    """Read the text of a report; ``name`` tells the reader by its ending and stands in errors.

    Raises:
        InputError: an empty file, an unknown ending, or bytes that are no text, in one line.

    """
    if not data.strip(b" \r\n\t\x00\xef\xbb\xbf"):
        raise InputError(name, "the file is empty", "give the report's text")
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        known = ", ".join(sorted(ending for ending in READERS if ending))
        raise InputError(name, f"no reader for {PurePath(name).suffix} files", f"give one of {known}")
    if (text := reader(data)) is None:
        raise InputError(name, "unreadable: no UTF-8, GB18030 or UTF-16 text", "save it as UTF-8 text")
    return text
