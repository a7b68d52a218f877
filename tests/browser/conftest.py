"""A real Chromium for the tests of the page, and the page of the project's own report in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract
from orchestration.extraction.model import Extraction
from orchestration.rendering.page import render
from tests.conftest import ROOT, need

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A loaded machine may take longer than the five seconds that Playwright waits by itself.
expect.set_options(timeout=20_000)
REPORT = ROOT / "seeds/reports/320281/education/2022/report.txt"


@dataclass
class Tab:
    """An open page, and what it said and asked for."""

    page: Page
    extraction: Extraction
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def quotes(self) -> list[str]:
        """The figures that the table shows, in its order."""
        found = self.page.eval_on_selector_all(
            "#table tbody tr:not([hidden]) .c-value a", "all => all.map(one => one.textContent)"
        )
        return list(found)

    def chosen(self) -> tuple[list[str], list[str]]:
        """The marked figures of the text and of the table."""
        script = "all => all.map(one => one.dataset.i)"
        text, table = "#text .mark.on", "#table tr.on"
        return tuple(self.page.eval_on_selector_all(one, script) for one in (text, table))  # type: ignore[return-value]

    def in_sight(self, selector: str, pane: str) -> bool:
        """Whether an element lies inside its pane as scrolled now."""
        script = """([selector, pane]) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const frame = document.querySelector(pane).getBoundingClientRect();
            return box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom;
        }"""
        return bool(self.page.evaluate(script, [selector, pane]))


Opener = Callable[..., Tab]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a module; longer, its event loop would be in the way of other tests."""
    path = need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of an extraction; at the end it must have said nothing and asked for nothing else."""
    tabs: list[Tab] = []

    def open_(extraction: Extraction, width: int = 1280, anchor: str = "") -> Tab:
        file = tmp_path / "report.html"
        file.write_text(render(extraction, title="报告"), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 800})
        tab = Tab(page, extraction)
        page.on("console", lambda message: tab.messages.append(message.text))
        page.on("pageerror", lambda error: tab.messages.append(str(error)))
        page.on("request", lambda request: tab.requests.append(request.url))
        page.goto(file.as_uri() + anchor)
        tabs.append(tab)
        return tab

    yield open_
    for tab in tabs:
        tab.page.close()
        assert tab.messages == []
        assert [url for url in tab.requests if not url.startswith(("file:", "data:,"))] == []
        assert len([url for url in tab.requests if url.startswith("file:")]) == 1


@pytest.fixture(scope="session")
def report() -> Extraction:
    text = REPORT.read_bytes().decode("utf-8")
    return extract(text, infer_context(text))


@pytest.fixture
def tab(open_page: Opener, report: Extraction) -> Tab:
    return open_page(report)
