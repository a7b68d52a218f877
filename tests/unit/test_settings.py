import pytest

from orchestration import settings
from orchestration.errors import InputError


def test_without_a_home_it_lies_beside_the_sources(monkeypatch) -> None:
    monkeypatch.delenv("ZHIBIAO_HOME", raising=False)
    assert settings.load().home == settings.ROOT / "var"


def test_a_home_is_made_absolute(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZHIBIAO_HOME", " 家 的/../数据 ")
    assert settings.load().home == tmp_path / "数据"


@pytest.mark.parametrize("variable", ["ZHIBIAO_HOME", "ZHIBIAO_SEED_REPORTS"])
def test_a_home_folder_that_is_nobodys_is_told(monkeypatch, variable) -> None:
    monkeypatch.setenv(variable, "~nobody-is-called-so/x")
    with pytest.raises(InputError, match=rf"{variable}=~nobody-is-called-so/x: ~ leads to no folder here"):
        _ = settings.load().reports


@pytest.mark.parametrize(("word", "on"), [("on", True), ("Yes", True), ("off", False), ("", False)])
def test_switches_are_off_unless_they_say_on(monkeypatch, word, on) -> None:
    monkeypatch.setenv("ZHIBIAO_SCHEDULE", word)
    monkeypatch.setenv("ZHIBIAO_FETCH", word)
    assert (settings.load().schedule_enabled, settings.load().fetch_enabled) == (on, on)
