"""One home that is built once a session, and copies of it to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.homes import Ended, Home


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Ended]:
    """A home in which `zhibiao run` was called once, and how that ended. Never change it."""
    home = Home(tmp_path_factory.mktemp("built") / "home")
    ended = home.run("run")
    assert ended.code == 0, ended.out + ended.err
    return home, ended


@pytest.fixture(scope="session")
def built(first_run: tuple[Home, Ended]) -> Home:
    """A home with the project's own report published. Never change it: copy it, or take ``broken``."""
    return first_run[0]


@pytest.fixture
def broken(built: Home, tmp_path: Path) -> Home:
    """A copy of the built home for the test to break."""
    return built.copy_to(tmp_path / "home")
