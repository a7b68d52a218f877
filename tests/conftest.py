"""What all tests share: where the measuring material lies, and what a missing tool means.

A test that needs something which a fresh machine may lack asks for it with :func:`need`: under CI its
absence fails the test, elsewhere the test is skipped and the summary says so.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def need(tool: str) -> str:
    """The path of a program that the test runs; fails under CI and skips elsewhere where it is missing."""
    path = shutil.which(tool)
    if path is None:
        message = f"{tool} is not installed: `make system-ci` brings it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material; skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material is not beside this checkout")
    return SHARED


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ZHIBIAO_HOME of the test's own."""
    path = tmp_path / "home"
    path.mkdir()
    monkeypatch.setenv("ZHIBIAO_HOME", str(path))
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly which tools were missing."""
    missing = {
        str(report.longrepr[2])
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and "is not installed" in str(report.longrepr[2])
    }
    for line in sorted(missing):
        terminalreporter.write_line(f"not tested here: {line.removeprefix('Skipped: ')}", yellow=True)
