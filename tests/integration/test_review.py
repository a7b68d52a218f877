"""Doubtful names, decided by a person, and what the next run makes of it."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import termios
import time
from typing import Any

import pytest

from tests.integration.homes import Home

pytestmark = pytest.mark.slow
READ = 65536


def _queue(home: Home, *more: str) -> list[dict[str, Any]]:
    ended = home.run("review", "--list", "--format", "json", *more)
    assert ended.code == 0, ended.err
    found: list[dict[str, Any]] = json.loads(ended.out)
    return found


def _names(home: Home) -> set[str]:
    return {one["name"] for one in _queue(home)}


def _until(master: int, shown: str, wanted: str) -> str:
    """Read what a terminal shows until ``wanted`` is in it; fails where nothing comes for a minute."""
    while wanted not in shown:
        ready, _, _ = select.select([master], [], [], 60)
        assert ready, f"waited in vain for {wanted!r} in {shown}"
        shown += os.read(master, READ).decode(errors="replace")
    return shown


def _await_key(master: int) -> None:
    """Wait until the command reads single keys: what is typed before that would be lost."""
    ends = time.monotonic() + 60
    while termios.tcgetattr(master)[3] & termios.ICANON:
        assert time.monotonic() < ends, "the command never asked for a key"
        time.sleep(0.01)


def _typed(home: Home, keys: str) -> str:
    """What a terminal shows in which someone typed these keys, one for each name that is shown."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        home.command("review"), env=home.environment(), stdin=slave, stdout=slave, stderr=slave
    ):
        os.close(slave)
        shown = ""
        for number, key in enumerate(keys, start=1):
            shown = _until(master, shown, f"\n{number}/")
            _await_key(master)
            os.write(master, key.encode())
        shown = _until(master, shown, "zhibiao run")
        os.close(master)
    return shown


def test_each_name_shows_its_sentence_and_its_candidates(built: Home) -> None:
    found = _queue(built)
    assert found
    for one in found:
        assert one["review_id"]
        assert all(figure["quote"] in figure["sentence"] for figure in one["figures"])
        scores = [candidate["score"] for candidate in one["candidates"]]
        assert scores == sorted(scores, reverse=True)
    shown = built.run("review", found[0]["review_id"])
    assert "【" in shown.out
    assert "  [1] " in shown.out


def test_decisions_are_applied_by_the_next_run_which_says_so(broken: Home) -> None:
    counted = [one for one in _queue(broken) if one["unit"] in ("所", "名", "人", "个")]
    linked = next(one for one in counted if one["unit"] == "所")
    new, apart = [one for one in counted if one is not linked][:2]
    for item, *decision in (
        (linked, "--as", "new_private_universal_kindergartens"),
        (new, "--new", "--code", "mine"),
        (apart, "--reject"),
    ):
        ended = broken.run("review", item["review_id"], *decision)
        assert ended.code == 0, ended.err
        assert item["name"] in ended.out
    ended = broken.run("run")
    assert ended.code == 0, ended.err
    assert f"Your names: «{linked['name']}» means new_private_universal_kindergartens: " in ended.out
    assert f"Your names: «{new['name']}» means mine: " in ended.out
    assert f"Your names: «{apart['name']}» keeps a code of its own: " in ended.out
    assert not {linked["name"], new["name"], apart["name"]} & _names(broken)
    found = broken.query("select indicator_label, indicator_code, link_method from marts.fct_observation")
    methods = {(row["indicator_code"], row["link_method"]) for row in found}
    assert ("new_private_universal_kindergartens", "alias") in methods
    assert ("mine", "exact") in methods


def test_a_decision_that_cannot_be_applied_is_refused_in_one_line(broken: Home) -> None:
    first = _queue(broken)[0]["review_id"]
    for arguments, message in (
        ((first, "--as", "nothing_like_it"), "is no indicator of the dictionary"),
        (("zzzzzzzz", "--reject"), "waits for no decision"),
        ((first, "--as", "gdp"), "is measured in 元"),
    ):
        ended = broken.run("review", *arguments)
        assert ended.code == 2
        assert len(ended.errors) == 1
        assert message in ended.errors[0]
    assert not (broken.path / "reference").exists()


def test_keys_decide_in_a_terminal(broken: Home) -> None:
    first, second, third = _queue(broken)[:3]
    shown = _typed(broken, "1rq")
    assert first["name"] in shown
    assert "2 decided; `zhibiao run` applies them" in shown
    text = (broken.path / "reference" / "indicator_aliases.csv").read_text(encoding="utf-8")
    assert first["candidates"][0]["code"] in text
    assert second["name"] in text
    assert third["name"] not in text
