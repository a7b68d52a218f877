"""A zip of reports: each file in it is one.

What belongs here: taking it apart, and refusing what no honest zip holds: paths that lead out of it, zips in
zips, and contents that are huge beside it. What does not: reading the members.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from orchestration.reports.formats import kinds
from orchestration.reports.formats.text import UnreadableError

MOST_FILES, MOST_BYTES, MOST_RATIO, FREE_BYTES = 500, 300_000_000, 200, 20_000_000
_CLUTTER = ("__MACOSX", ".", "~$", "Thumbs.db", "desktop.ini")


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError("unreadable: a damaged zip", "pack it again") from error


def check(data: bytes) -> zipfile.ZipFile:
    """Open a zip whose contents are of a decent size, by what it says of itself.

    Raises:
        UnreadableError: it is damaged, locked, or a bomb.

    """
    opened = _opened(data)
    infos = opened.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > 10 * MOST_FILES or total > max(min(MOST_BYTES, MOST_RATIO * len(data)), FREE_BYTES):
        raise UnreadableError(f"refused: {len(infos)} files of {total:,} bytes in all", "unpack it by hand")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableError("it is locked with a password", "unpack it and add the files")
    return opened


def _name(info: zipfile.ZipInfo) -> str:
    """Give a member's name; what is not marked as UTF-8 was mostly packed on a Chinese Windows."""
    if info.flag_bits & 0x800:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _checked(info: zipfile.ZipInfo) -> str:
    name = _name(info).replace("\\", "/")
    leads_out = name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"
    if leads_out or stat.S_ISLNK(info.external_attr >> 16):
        raise UnreadableError(f"refused: {name!r} in it leads out of it", "unpack it by hand")
    return name


def _read(opened: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    try:
        with opened.open(info) as member:
            data = member.read(info.file_size + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, zlib.error) as error:
        raise UnreadableError(f"unreadable: {name!r} in it is damaged", "pack it again") from error
    if len(data) > info.file_size:
        raise UnreadableError(f"refused: {name!r} in it is larger than it says", "unpack it by hand")
    return data


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Give names and bytes of the reports in a zip, in its order; clutter of file managers is left out.

    Raises:
        UnreadableError: it is damaged, locked, a bomb, leads out of itself, or holds a zip or nothing.

    """
    opened = check(data)
    wanted = [(info, _checked(info)) for info in opened.infolist() if not info.is_dir()]
    wanted = [
        pair for pair in wanted if not any(p.startswith(_CLUTTER) for p in PurePosixPath(pair[1]).parts)
    ]
    if not wanted or len(wanted) > MOST_FILES:
        raise UnreadableError(f"refused: {len(wanted)} files in it", f"pack 1 to {MOST_FILES}")
    found = [(name, _read(opened, info, name)) for info, name in wanted]
    for name, content in found:
        if kinds.of(name, content) == "zip":
            raise UnreadableError(f"refused: {name!r} in it is a zip itself", "pack the reports alone")
    return found
