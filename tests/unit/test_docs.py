"""What the pages say is there: links, files, commands with their options, targets of make."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

from orchestration.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TOP = "orchestration|dbt_project|seeds|tests|docs|bi|demo"


def code(page: Path) -> list[str]:
    """Lines of code blocks and code within the prose; comments behind # left out."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.M | re.S)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))
    return [re.sub(r"\s#.*", "", line) for line in [*"\n".join(blocks).splitlines(), *spans]]


def options(name: str) -> set[str]:
    command = importlib.import_module(f"orchestration.commands.{name.replace('-', '_')}").command
    assert isinstance(command, click.Command)
    return {option for parameter in command.params for option in parameter.opts} | {"--help"}


pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pages
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []


@pages
def test_files_that_are_named_are_there(page: Path) -> None:
    named = {path for line in code(page) for path in re.findall(rf"(?<![\w/.])(?:{TOP})/[\w./*-]+", line)}
    made = {path for path in named if path.startswith("demo/var")}  # by running: not in a fresh clone
    assert sorted(path for path in named - made if not list(ROOT.glob(path.rstrip("/.")))) == []


@pages
def test_commands_and_their_options_are_there(page: Path) -> None:
    unknown = []
    for line in code(page):
        for name, rest in re.findall(r"\bzhibiao (?!/)([a-z][a-z-]+)\b([^|]*)", line):
            known = options(name) if name in COMMANDS else set()
            given = re.findall(r"(?<=\s)--[a-z][a-z-]*", rest)
            unknown += [f"{name} {option}".strip() for option in given if option not in known]
            unknown += [name] if name not in COMMANDS else []
    assert unknown == []


@pages
def test_targets_of_make_are_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {name for line in code(page) for name in re.findall(r"\bmake ([a-z-]+)", line)}
    assert named - targets == set()
