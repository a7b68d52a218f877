"""Writing files so that nobody ever sees half of one, and hashing them.

What belongs here: the few operations on files and their names that every part shares. What does not: what
stands in the files.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_NAME = 255  # bytes, nearly everywhere
_KEPT = 40  # characters of a name that stand in that of a temporary file


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` that takes its place when the block ends without an error.

    What is neither file nor folder (``/dev/stdout``, a pipe) is written to, never replaced.
    """
    special = path.exists() and not (path.is_file() or path.is_dir())
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = None if special else path.parent
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:_KEPT]}.", suffix=".tmp", dir=folder)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        if special:
            path.write_bytes(temporary.read_bytes())
            return
        temporary.chmod(0o644)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file in one atomic step."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Write a whole UTF-8 file in one atomic step, line ends as given."""
    write_bytes(path, text.encode("utf-8"))


def readable(path: str) -> str:
    """Give a path as text: a name in it that is no UTF-8 is read as GB18030.

    Files that came out of an archive made on Windows are often named so; what is neither is marked.
    """
    return "/".join(map(_readable_name, path.split("/")))


def _readable_name(name: str) -> str:
    data = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode(errors="replace")


def fitting(name: str, ending: str = "") -> str:
    """Cut a name so that it can be that of a file, with its ending."""
    room = LONGEST_NAME - len(os.fsencode(ending))
    whole = os.fsencode(name)
    return name + ending if len(whole) <= room else whole[:room].decode(errors="ignore") + ending


def sha256(data: bytes) -> str:
    """Hash bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def tree(folder: Path, keep: Callable[[Path], bool] = lambda _: True) -> list[Path]:
    """List all files below a folder that ``keep`` lets through, in order; none where it is missing."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and keep(path))
