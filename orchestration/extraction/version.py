"""Which extraction this is: changed rules or word lists give another version, so that reports are read anew.

What belongs here: the hash over the package's own files. What does not: versions of the project's release.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from .lexicon import UNITS

PACKAGE = Path(__file__).parent


def _digest() -> str:
    files = [p for p in PACKAGE.rglob("*") if p.suffix in {".py", ".csv", ".txt", ".toml"}]
    total = hashlib.sha256()
    for name, path in sorted((p.relative_to(PACKAGE).as_posix(), p) for p in files):
        total.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    total.update(UNITS.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:12]


VERSION = _digest()
