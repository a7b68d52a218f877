from __future__ import annotations

import logging
from pathlib import Path

import pytest

from orchestration.settings import Settings
from orchestration.site import hook
from tests.unit.site import releases


def test_the_site_shows_the_release(settings: Settings) -> None:
    assert hook.after_release(settings)
    assert hook.shown(settings) == releases.ID


def test_a_failure_is_one_line_and_leaves_the_release(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = releases.write(tmp_path / "home")
    settings.site.mkdir()
    (settings.site / "mine.txt").write_text("of another")
    with caplog.at_level(logging.INFO, "zhibiao"):
        logging.getLogger("zhibiao").propagate = True
        assert not hook.after_release(settings)
    (line,) = caplog.messages
    assert "the release stands" in line
    assert "\n" not in line
    assert hook.shown(settings) == ""
    assert (settings.published / "current" / "zhibiao.duckdb").is_file()
