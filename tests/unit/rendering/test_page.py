from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from orchestration.rendering.page import render
from tests.unit.rendering.samples import HOSTILE, extraction


class Reader(HTMLParser):
    """What a browser would make of the page: its tags, and the text of each element with an id."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in self.code:
            self.code[self._inside].append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return render(extraction(), title=f"报告{HOSTILE}")


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_words_of_the_report_stay_words(page: str, read: Reader) -> None:
    assert HOSTILE not in page
    assert [tag for tag, _ in read.tags].count("script") == 2
    assert "img" not in {tag for tag, _ in read.tags}
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]


def test_nothing_is_asked_of_any_other_place(page: str, read: Reader) -> None:
    links = [
        attributes.get(name) for _, attributes in read.tags for name in ("src", "href") if name in attributes
    ]
    assert links
    assert all(link is not None and re.match(r"#s-|data:,$", link) for link in links)
    assert not re.search(r"url\(|@import|https?://", page)


def test_the_policy_allows_our_own_style_and_script_alone(read: Reader) -> None:
    policy = next(a["content"] for _, a in read.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    for code in (read.code["style"][0], read.code["script"][-1]):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_every_figure_is_marked_and_in_the_table(read: Reader) -> None:
    marks = [a for tag, a in read.tags if tag == "a" and "mark" in (a.get("class") or "")]
    assert [mark["id"] for mark in marks] == ["s-id6210", "s-id400", "s-id12", "s-id6"]
    assert [mark["class"] for mark in marks] == [
        "mark k-actual",
        "mark k-component",
        "mark k-change",
        "mark k-target",
    ]
    assert len([a for tag, a in read.tags if tag == "tr" and "data-i" in a]) == 4
    assert len([a for _, a in read.tags if a.get("data-reason") == "date"]) == 2
