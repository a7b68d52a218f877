"""What `make superset` says where it cannot start: one line with the mend."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from tests.integration.homes import ROOT, Home


def _serve(home: Path, *arguments: str, reader: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bi.superset.serve", *arguments],
        env={**os.environ, "ZHIBIAO_HOME": str(home), "ZHIBIAO_READER_URL": reader},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def _line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    return line


def test_without_a_release(tmp_path: Path) -> None:
    line = _line(_serve(tmp_path))
    assert str(tmp_path) in line
    assert "`make run` makes one" in line
    assert list(tmp_path.iterdir()) == []


def test_with_an_address_that_is_none(tmp_path: Path) -> None:
    line = _line(_serve(tmp_path, reader="mysql://root:s3cret@nowhere/x"))
    assert "is no address of PostgreSQL" in line
    assert "s3cret" not in line


def test_with_a_port_that_is_taken(demo: Home, tmp_path: Path) -> None:
    home = demo.copy_to(tmp_path / "home")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        line = _line(_serve(home.path, "--port", str(port)))
    assert f"port {port}: something else answers there" in line
