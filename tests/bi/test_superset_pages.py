"""Both dashboards in a real browser: every chart is drawn, in Chinese, and nothing outside is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Response, expect, sync_playwright

from tests.bi.superset import Superset
from tests.browser.conftest import FLAGS
from tests.conftest import need
from tests.integration.homes import ROOT, Home

ASSETS = ROOT / "bi" / "superset" / "assets"
DRAWN = "canvas, table, .header-line"
WAIT = 60_000


@dataclass
class Tab:
    """A page of somebody who has logged in, and what came back."""

    page: Page
    url: str
    answers: list[Response] = field(default_factory=list)

    def keep(self, answer: Response) -> None:
        """Remember what came back."""
        self.answers.append(answer)


@pytest.fixture(scope="module")
def tab(superset: tuple[Superset, Home]) -> Iterator[Tab]:
    server = superset[0]
    path = need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 3200}, locale="zh-CN")
        page.set_default_timeout(WAIT)
        opened = Tab(page, server.url)
        page.on("response", opened.keep)
        page.goto(f"{server.url}/login/")
        page.fill("#username", "admin")
        page.fill("#password", server.password)
        page.click("[data-test=login-button]")
        page.wait_for_url(re.compile("welcome"))
        yield opened
        browser.close()


def _charts(name: str) -> list[str]:
    """The names of the charts of a dashboard, as its file lists them."""
    text = (ASSETS / "dashboards" / f"{name}.yaml").read_text(encoding="utf-8")
    parts = yaml.safe_load(text)["position"].values()
    return [
        str(part["meta"]["sliceName"]) for part in parts if isinstance(part, dict) and part["type"] == "CHART"
    ]


@pytest.mark.parametrize(
    ("name", "slug", "title"),
    [("overview", "zhibiao", "指标总览"), ("targets", "zhibiao-targets", "目标与兑现")],
)
def test_every_chart_of_a_dashboard_is_drawn(
    tab: Tab, name: str, slug: str, title: str, tmp_path: Path
) -> None:
    page = tab.page
    tab.answers.clear()
    page.goto(f"{tab.url}/superset/dashboard/{slug}/")
    expect(page).to_have_title(re.compile(title), timeout=WAIT)
    for chart in _charts(name):
        holder = page.locator(f'[data-test-chart-name="{chart}"]')
        expect(holder.locator(DRAWN).first).to_be_visible(timeout=WAIT)
    expect(page.locator(".ant-alert-error, [data-test=error-alert]")).to_have_count(0)
    expect(page.get_by_text("编辑看板")).to_be_visible()  # Superset's own words are Chinese too
    page.screenshot(path=tmp_path / f"{name}.png")
    data = [answer for answer in tab.answers if "/api/v1/chart/data" in answer.url]
    assert len(data) >= len(_charts(name))
    assert {answer.status for answer in data} == {200}


def test_the_indicator_that_is_chosen_first_has_a_line_and_a_sentence(tab: Tab) -> None:
    page = tab.page
    tab.answers.clear()
    page.goto(f"{tab.url}/superset/dashboard/zhibiao/")
    chosen = page.locator('[data-test="form-item-value"]').first
    expect(chosen).to_contain_text(re.compile(r"[一-龥]{3,}"), timeout=WAIT)
    table = page.locator('[data-test-chart-name="最新数值"]').first
    expect(table).to_contain_text("原句", timeout=WAIT)
    expect(table).to_contain_text("。")


def test_nothing_outside_answered(tab: Tab) -> None:
    """The pages have a counting pixel of another place built in: the policy of the pages stops it."""
    tab.answers.clear()
    tab.page.goto(f"{tab.url}/superset/welcome/")
    expect(tab.page.get_by_text("看板").first).to_be_visible(timeout=WAIT)
    assert tab.answers
    outside = [one.url for one in tab.answers if not one.url.startswith((tab.url, "data:", "blob:"))]
    assert outside == []


def test_another_indicator_brings_its_own_sentences(tab: Tab) -> None:
    page = tab.page
    page.goto(f"{tab.url}/superset/dashboard/zhibiao/")
    sentences = page.locator('[data-test-chart-name="原句"]').first
    expect(sentences.locator("tbody tr").first).to_be_visible(timeout=WAIT)
    box = page.locator('[data-test="form-item-value"]').first
    box.click()
    page.keyboard.type("普惠性幼儿园覆盖率")
    page.locator(".ant-select-item-option", has_text="普惠性幼儿园覆盖率").first.click()
    page.locator("[data-test=filter-bar__apply-button]").click()
    names = sentences.locator("tbody tr td:nth-child(4)")
    expect(names.first).to_have_text("普惠性幼儿园覆盖率", timeout=WAIT)
    expect(names.filter(has_not_text="普惠性幼儿园覆盖率")).to_have_count(0)
    expect(sentences).to_contain_text(re.compile(r"普惠性幼儿园.{0,30}\d+(\.\d+)?%.*。"))
    line = page.locator('[data-test-chart-name="指标历年走势"]')
    expect(line.locator("canvas").first).to_be_visible(timeout=WAIT)
