from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.site import switch


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "word").write_text(word)
    return path


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_fresh_folder_takes_the_place_and_the_old_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(switch, "_exchange", lambda one, other: False)
    place = tmp_path / "site"
    switch.put(folder(tmp_path / "a", "first"), place)
    switch.put(folder(tmp_path / "b", "second"), place)
    assert (place / "word").read_text() == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
