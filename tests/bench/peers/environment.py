"""An environment of its own for each peer, made once and made anew when its pins change."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.conftest import ROOT

PINS = Path(__file__).with_name("requirements")
HOME = ROOT / ".venv" / "peers"
_INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r")


class UnavailableError(Exception):
    """A peer cannot be installed here; the text says why in one line."""


def python_of(peer: str) -> Path:
    """The interpreter of an environment that has the peer; installs it where it is missing."""
    pins, folder = PINS / f"{peer}.txt", HOME / peer
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp, wanted = folder / "installed.txt", f"{sys.version}\n{pins.read_text(encoding='utf-8')}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    try:
        venv.create(folder, clear=True, with_pip=True)
        command = [str(python), *_INSTALL, str(pins)]
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    except subprocess.CalledProcessError as error:
        lines = [line for line in (error.stderr or error.stdout or "").splitlines() if "ERROR" in line]
        raise UnavailableError(lines[-1] if lines else str(error)) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnavailableError(str(error)) from error
    stamp.write_text(wanted, encoding="utf-8")
    return python
