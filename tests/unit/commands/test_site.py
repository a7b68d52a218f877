from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from orchestration.commands.site import command
from tests.unit.site import releases


def test_the_command_says_where_to_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = releases.write(tmp_path / "home")
    monkeypatch.setenv("ZHIBIAO_HOME", str(settings.home))
    done = CliRunner().invoke(command, ["--output", str(tmp_path / "out"), "--release", releases.ID])
    assert done.exit_code == 0, done.output
    assert f"{releases.ID}: " in done.output
    assert (tmp_path / "out" / "index.html").as_uri() in done.output
    assert (tmp_path / "out" / "index.html").is_file()
