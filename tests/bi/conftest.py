"""A demonstration home, and a real Superset that reads it.

These tests need Superset's own environment, which `make test-bi` makes; without it they are skipped. Where it
is there and another tool is missing, :func:`tests.conftest.need` decides.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from bi.superset.serve import ENVIRONMENT
from tests.bi.postgres import Loaded, loaded
from tests.bi.superset import Superset
from tests.integration.homes import ROOT, Home

MISSING = "Superset is not installed: `make test-bi` brings it"
Starter = Callable[[Home, str], Superset]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder, and skip them where there is no Superset."""
    there = (ENVIRONMENT / "bin" / "gunicorn").is_file()
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.bi)
            item.add_marker(pytest.mark.slow)
            if not there:
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with ten invented years. Never change it: copy it."""
    home = Home(tmp_path_factory.mktemp("bi") / "home")
    command = [sys.executable, "-m", "demo", "--home", str(home.path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


@pytest.fixture(scope="session")
def start() -> Iterator[Starter]:
    """Start a Superset that reads a home, or the database at an address; it ends with the session."""
    running: list[subprocess.Popen[str]] = []

    def start_(home: Home, reader: str = "") -> Superset:
        port = _free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "bi.superset.serve", "--port", str(port)],
            env={**os.environ, "ZHIBIAO_HOME": str(home.path), "ZHIBIAO_READER_URL": reader},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        running.append(process)
        said = _until(process, "Ctrl-C")
        password = (home.path / "superset" / "admin_password").read_text(encoding="utf-8").strip()
        assert f"http://127.0.0.1:{port}/" in said
        assert password not in said
        made = Superset(f"http://127.0.0.1:{port}", password, process, requests.Session())
        made.login()
        return made

    yield start_
    for process in running:
        process.terminate()
        process.wait(timeout=60)


@pytest.fixture(scope="session")
def superset(demo: Home, start: Starter, tmp_path_factory: pytest.TempPathFactory) -> tuple[Superset, Home]:
    """A Superset that reads the file of a home's release, and that home, which may get new releases."""
    home = demo.copy_to(tmp_path_factory.mktemp("superset") / "home")
    return start(home, ""), home


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _until(process: subprocess.Popen[str], word: str) -> str:
    """Read what a process says until a word comes, at most some minutes."""
    said, started = "", time.monotonic()
    assert process.stdout is not None
    while word not in said and time.monotonic() - started < 300:
        line = process.stdout.readline()
        assert line, f"it ended: {said}"
        said += line
    assert word in said, said
    return said


@pytest.fixture(scope="session")
def database(demo: Home) -> Iterator[Loaded]:
    """A PostgreSQL that holds the release of the demonstration."""
    with loaded(demo) as made:
        yield made
