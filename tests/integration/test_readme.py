"""The README shows what a newcomer sees: its console blocks are run, and what they print is compared."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress

import pytest

from tests.integration.homes import ROOT, Ended, Home

pytestmark = pytest.mark.slow

BLOCKS = re.findall(
    r"^```console\n\$ (.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S
)
RELEASE = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


def block(begin: str) -> tuple[list[str], list[str]]:
    """The words of a command of the README, and the lines that it prints there."""
    (found,) = [one for one in BLOCKS if one.startswith(begin) and one.count("\n") > 2]
    lines = found.splitlines()
    for end in range(1, len(lines)):
        with suppress(ValueError):  # a quote is still open
            return shlex.split("\n".join(lines[:end])), lines[end:]
    raise AssertionError(found)


def shape(line: str) -> str:
    """A line without what differs from run to run: times, counts, ids, the place of the home."""
    told = RELEASE.sub("RELEASE", line.replace(".venv/bin/", ""))
    told = re.sub(r"(?<= show ).*", "NAME", told)  # the longest series
    return " ".join(re.sub(r"[\d.]+", "0", told).split())


def test_a_first_run_says_what_the_readme_shows(first_run: tuple[Home, Ended]) -> None:
    home, ended = first_run
    _, shown = block("make run")
    said = f"{ended.err}{ended.out}".replace(str(home.path), "…/var").splitlines()
    assert [shape(line) for line in said] == [shape(line) for line in shown]


@pytest.mark.parametrize("begin", ["zhibiao targets", "zhibiao query"])
def test_a_command_prints_what_the_readme_shows(built: Home, begin: str) -> None:
    words, shown = block(begin)
    said = built.run(*words[1:]).out.splitlines()
    whole = shown[:-1] if shown[-1].strip() == "…" else shown
    assert len(whole) > 3
    assert said[: len(whole)] == whole
