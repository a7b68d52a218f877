"""The site in a real Chromium, from files; each test also checks that it said and asked for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from orchestration.site.build import build
from tests.unit.site import releases

PAGES = [
    "index.html",
    "indicators.html",
    "targets.html",
    "coverage.html",
    "reports.html",
    "conflicts.html",
    "quality.html",
    "dictionary.html",
    "indicators/rate.html",
    "indicators/p_教师.html",
    "reports/city-2022.html",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(releases.write(tmp_path_factory.mktemp("site") / "home")).folder


@pytest.fixture(params=[1280, 375], ids=["desk", "phone"])
def page(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    messages: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda one: asked.append(one.url))
    yield page
    page.close()
    assert messages == []
    assert [url for url in asked if not url.startswith((site.as_uri(), "data:"))] == []


def at(site: Path, name: str) -> str:
    path, _, anchor = name.partition("#")
    return (site / path).as_uri() + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_styled_and_as_wide_as_the_screen(page: Page, site: Path, name: str) -> None:
    page.goto(at(site, name))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    expect(page.locator("main")).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_can_be_read_by_everybody(
    page: Page, site: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(at(site, name))
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, found.generate_report()


def test_a_point_leads_to_the_marked_sentence(page: Page, site: Path) -> None:
    page.goto(at(site, "indicators/rate.html"))
    page.locator(".field a[aria-label^='2021年 70.5%']").click()
    page.wait_for_url("**/reports/city-2022.html#s-*")
    mark = page.locator("#text .mark.on")
    expect(mark).to_have_text("70.5%")
    expect(mark).to_be_visible()
    expect(page.locator("#details").get_by_text("2021年覆盖率为70.5%。")).to_be_visible()


def test_the_keyboard_reaches_a_point_and_its_sentence(page: Page, site: Path) -> None:
    page.goto(at(site, "indicators/rate.html"))
    page.locator(".field a").last.focus()
    expect(page.locator("#tip")).to_have_text("2022年 78% 当年报告")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/city-2022.html#s-*")
    expect(page.locator("#text .mark.on")).to_have_text("78%")


def test_a_figure_leads_back_to_its_series(page: Page, site: Path) -> None:
    page.goto(at(site, f"reports/city-2021.html#s-s-{releases.key('city-2021', '70%')}"))
    page.locator("#details").get_by_role("link", name="覆盖率").click()
    page.wait_for_url("**/indicators/rate.html")
    page.goto(at(site, "reports/city-2021.html"))
    page.get_by_role("link", name="指标站").click()
    page.wait_for_url("**/index.html")


def test_every_number_of_the_first_page_is_two_clicks_from_its_sentence(page: Page, site: Path) -> None:
    page.goto(at(site, "index.html"))
    page.locator(".cards .big a").first.click()
    page.wait_for_url("**/reports/*")
    expect(page.locator("#text .mark.on")).to_be_visible()


def test_the_first_page_says_what_was_missed_what_changed_and_what_cannot_be_right(
    page: Page, site: Path
) -> None:
    page.goto(at(site, "index.html"))
    missed = page.get_by_role("region", name="承诺而未做到").get_by_role("listitem")
    expect(missed).to_have_text("2022年 覆盖率 某市 目标 80%以上，结果 78%，差 −2个百分点")
    changed = page.get_by_role("region", name="变化最大").get_by_role("listitem")
    expect(changed).to_have_text("覆盖率 某市 78%，同比 +8个百分点")
    expect(page.get_by_role("region", name="互相矛盾").get_by_role("listitem")).to_have_count(2)
    missed.get_by_role("link", name="80%以上").click()
    expect(page.locator("#text .mark.on")).to_have_text("80%以上")


def test_search_finds_by_the_first_letters_of_the_reading(page: Page, site: Path) -> None:
    page.goto(at(site, "index.html"))
    said = "啊吧才大饿发个和就看录吗那哦怕去人所他我下一在义务教育录取率招生"
    letters = page.evaluate("(text) => [...text].map(letter).join('')", said)
    assert letters == "abcdefghjklmnopqrstwxyzywjylqlzs"
    page.fill("#find", "xzl")
    expect(page.locator("#found [role=option]")).to_have_text(re.compile("^新招录教师"))
    page.fill("#find", "rate")
    expect(page.locator("#found [role=option]").first).to_have_text(re.compile("^覆盖率"))


def test_search_finds_a_name_whose_words_are_left_out(page: Page, site: Path) -> None:
    page.goto(at(site, "index.html"))
    page.fill("#find", "新招教师")
    expect(page.locator("#found [role=option]")).to_have_text(re.compile("^新招录教师"))
    page.fill("#find", "师教招新")
    expect(page.locator("#found")).to_have_text("没有这样的指标 nothing found")


def test_a_phone_shows_sentences_whole(page: Page, site: Path) -> None:
    page.goto(at(site, "indicators/rate.html"))
    for table in page.locator("table.figures").all():
        box, around = table.bounding_box(), table.locator("..").bounding_box()
        assert box
        assert around
        assert box["width"] <= around["width"]


def test_search_finds_by_either_name_and_opens(page: Page, site: Path) -> None:
    page.goto(at(site, "index.html"))
    page.keyboard.press("/")
    page.keyboard.type("ENGLISH p_")
    expect(page.locator("#found [role=option]")).to_have_count(1)
    page.fill("#find", "率")
    page.locator("#found [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find")).to_have_attribute("aria-activedescendant", "hit-0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators/rate.html")
    page.fill("#find", "没有的")
    expect(page.locator("#found")).to_have_text("没有这样的指标 nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()


def test_names_that_need_an_escape_in_addresses_open(page: Page, site: Path) -> None:
    page.goto(at(site, "indicators.html"))
    page.get_by_role("link", name="新招录教师", exact=True).click()
    expect(page.locator("h1")).to_contain_text(re.compile("^新招录教师"))


def test_the_board_filters_and_keeps_the_choice_in_the_address(page: Page, site: Path) -> None:
    page.goto(at(site, "targets.html#verdict=missed"))
    rows = page.locator("#rows tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(page.locator(".count")).to_have_text("1 / 1")
    page.select_option("[name=verdict]", "met")
    expect(rows).to_have_count(0)
    expect(page).to_have_url(re.compile("#verdict=met$"))
    page.get_by_role("link", name="未达成").click()
    expect(rows).to_have_count(1)
    page.fill("[name=words]", "八十")
    expect(rows).to_have_count(0)


def test_conflicts_show_both_sentences_with_the_figures_marked(page: Page, site: Path) -> None:
    page.goto(at(site, "conflicts.html"))
    expect(page.locator("#c-c1 mark")).to_have_text(["70%", "70.5%"])
    expect(page.locator("#c-c2 mark")).to_have_text(["12名", "5名", "8名"])


def test_tables_stay_tables_for_those_who_hear_them(page: Page, site: Path) -> None:
    page.goto(at(site, "targets.html"))
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(6)
    expect(table.get_by_role("rowheader")).to_have_count(1)
    expect(page.get_by_role("navigation", name="主导航").get_by_role("link")).to_have_count(8)
    expect(page.get_by_role("main")).to_have_count(1)


def test_without_scripts_everything_is_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at(site, "targets.html"))
    expect(page.locator("#rows tbody tr")).to_be_visible()
    page.get_by_role("link", name="80%以上").click()
    expect(page.locator(".mark:target")).to_have_text("80%以上")
    context.close()
