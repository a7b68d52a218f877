"""The snapshot store: what was received, kept for good under the hash of its bytes.

What belongs here: putting and getting, both verified; nothing is ever overwritten. What does not: what a
report is about (its manifest says that; the sidecar only records how the bytes came here).
"""

from __future__ import annotations

import json
from pathlib import Path

from orchestration import files
from orchestration.errors import InputError
from orchestration.settings import Settings


def path_of(settings: Settings, sha256: str) -> Path:
    """Say where the snapshot with this hash lies."""
    return settings.snapshots / sha256[:2] / sha256


def get(settings: Settings, sha256: str) -> bytes:
    """Read the bytes with this hash.

    Raises:
        InputError: there is none, or what lies there no longer has this hash.

    """
    path = path_of(settings, sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "run again") from error
    if files.sha256(data) != sha256:
        raise InputError(path, "the snapshot was changed", "delete it and run again to take it anew")
    return data


def put(settings: Settings, data: bytes, **origin: str | int | None) -> tuple[str, bool]:
    """Keep bytes; returns their hash and whether they are new. ``origin`` is written beside them.

    Raises:
        InputError: other bytes lie under this hash already.

    """
    digest = files.sha256(data)
    path = path_of(settings, digest)
    if path.exists():
        get(settings, digest)
        return digest, False
    files.write_bytes(path, data)
    path.chmod(0o444)
    sidecar = {"sha256": digest, "bytes": len(data), **origin}
    files.write_text(path.with_suffix(".json"), json.dumps(sidecar, ensure_ascii=False, indent=2) + "\n")
    return digest, True
