"""The page in a real Chromium: each test also checks that it said nothing and asked for nothing."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from orchestration.extraction.model import Extraction
from tests.browser.conftest import Opener, Tab
from tests.unit.rendering.samples import extraction as hostile


def test_text_and_table_show_every_figure(tab: Tab) -> None:
    quotes = [one.quote for one in tab.extraction.statements]
    assert tab.quotes() == quotes
    assert tab.page.eval_on_selector_all("#text .mark", "all => all.map(one => one.textContent)") == quotes
    text = "".join(one.text for one in tab.extraction.passages)
    shown = tab.page.locator("#text").evaluate("one => one.textContent")
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)


def test_the_legend_counts_and_toggles_kinds(tab: Tab) -> None:
    targets = [one.quote for one in tab.extraction.statements if one.kind == "target"]
    button = tab.page.locator(".legend [data-kind=target]")
    expect(button.locator("b")).to_have_text(str(len(targets)))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(tab.page.locator("#text .mark.off")).to_have_count(len(targets))
    assert len(tab.quotes()) == len(tab.extraction.statements) - len(targets)
    button.click()
    expect(tab.page.locator("#text .mark.off")).to_have_count(0)
    tab.page.select_option("#one-kind", "target")
    assert tab.quotes() == targets


def test_words_and_confidence_filter(tab: Tab) -> None:
    page, every = tab.page, tab.extraction.statements
    page.fill("#words", "学校 2022")
    wanted = [
        one.quote
        for one in every
        if "学校" in f"{one.indicator}{one.scope}{one.heading}" and "2022" in f"{one.year} {one.heading}"
    ]
    assert 0 < len(wanted) < len(every)
    assert tab.quotes() == wanted
    expect(page.locator("#count")).to_have_text(f"{len(wanted)} / {len(every)}")
    page.fill("#words", "没有这个词")
    assert tab.quotes() == []
    expect(page.locator("#none")).to_be_visible()
    page.fill("#words", "")
    least = sorted(one.confidence for one in every)[len(every) // 2]
    page.locator("#least").fill(f"{least:.2f}")
    threshold = float(page.locator("#least").input_value())
    assert tab.quotes() == [one.quote for one in every if round(one.confidence, 4) >= threshold]


def test_columns_sort_up_and_down_and_back(tab: Tab) -> None:
    head = tab.page.locator("th.c-value")
    plain = tab.quotes()
    values = {one.quote: one.low if one.low is not None else one.high for one in tab.extraction.statements}
    for way, sign in (("ascending", 1), ("descending", -1)):
        head.locator("button").click()
        expect(head).to_have_attribute("aria-sort", way)
        numbers = [float(values[quote] or 0) * sign for quote in tab.quotes()]
        assert numbers == sorted(numbers)
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "none")
    assert tab.quotes() == plain


def test_a_row_leads_to_its_mark_and_back(tab: Tab) -> None:
    last = len(tab.extraction.statements) - 1
    mark, row = f"#text .mark[data-i='{last}']", f"#table tr[data-i='{last}']"
    assert not tab.in_sight(mark, "#text")
    tab.page.locator(row).click()
    assert tab.chosen() == ([str(last)], [str(last)])
    assert tab.in_sight(mark, "#text")
    expect(tab.page).to_have_url(re.compile(f"#s-{tab.extraction.statements[last].statement_id}$"))
    tab.page.locator("#text").evaluate("one => { one.scrollTop = 0; }")
    first = tab.page.locator("#text .mark").first
    first.click()
    assert tab.chosen() == (["0"], ["0"])
    assert tab.in_sight("#table tr[data-i='0']", "#table")


def test_details_show_all_fields(tab: Tab) -> None:
    component = next(i for i, one in enumerate(tab.extraction.statements) if one.part_of)
    one = tab.extraction.statements[component]
    tab.page.locator(f"#text .mark[data-i='{component}']").click()
    shown = tab.page.locator("#details dl").inner_text()
    for value in (
        one.quote,
        one.indicator,
        one.sentence.strip(),
        one.heading,
        one.statement_id,
        one.statement_key,
    ):
        assert re.sub(r"\s", "", value) in re.sub(r"\s", "", shown)
    tab.page.locator("#details dl a").click()
    total = next(i for i, other in enumerate(tab.extraction.statements) if other.statement_id == one.part_of)
    assert tab.chosen()[0] == [str(total)]
    tab.page.locator("#close").click()
    expect(tab.page.locator("#details")).to_be_hidden()


def test_hover_tells_figures_and_skipped_numbers(tab: Tab) -> None:
    page, tip = tab.page, tab.page.locator("#tip")
    page.locator("#text .skip").first.hover()
    assert "未计入" in tip.inner_text()
    mark = page.locator("#text .mark").first
    mark.hover()
    assert tab.extraction.statements[0].indicator in tip.inner_text()
    expect(mark).to_have_attribute("aria-describedby", "tip")
    page.locator("#toggle-skipped").click()
    page.locator("#text .skip").first.hover()
    expect(tip).to_be_hidden()


def test_everything_is_reached_by_keys(tab: Tab) -> None:
    page, press = tab.page, tab.page.keyboard.press
    active = "document.activeElement.dataset.i ?? document.activeElement.closest('[data-i]')?.dataset.i"
    expect(page.locator("#text [tabindex='0']")).to_have_count(1)
    page.locator("#text [tabindex='0']").focus()
    for _ in range(len(tab.extraction.skipped)):
        if page.evaluate(active) is not None:
            break
        assert "未计入" in page.locator("#tip").inner_text()
        press("ArrowRight")
    assert page.evaluate(active) == "0"
    page.wait_for_timeout(200)  # the scrolling that the key set off must not hide what the figure is
    assert tab.extraction.statements[0].indicator in page.locator("#tip").inner_text()
    press("Enter")
    assert tab.chosen() == (["0"], ["0"])
    expect(page.locator("#tip"), "the details say it all").to_be_hidden()
    press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    assert page.evaluate(active) == "0"
    press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.locator("#table [tabindex='0']").focus()
    press("ArrowDown")
    press("ArrowDown")
    press("Enter")
    assert tab.chosen() == (["2"], ["2"])


def test_a_link_to_a_figure_opens_it(open_page: Opener, report: Extraction) -> None:
    last = len(report.statements) - 1
    tab = open_page(report, anchor=f"#s-{report.statements[last].statement_id}")
    assert tab.chosen() == ([str(last)], [str(last)])
    assert tab.in_sight(f"#text .mark[data-i='{last}']", "#text")
    tab.page.evaluate(f"location.hash = 's-{report.statements[3].statement_id}'")
    tab.page.wait_for_selector("#text .mark[data-i='3'].on")
    tab.page.evaluate("location.hash = '%'")


def test_a_narrow_screen_shows_one_pane_and_never_scrolls_sideways(
    open_page: Opener, report: Extraction
) -> None:
    tab = open_page(report, width=375)
    page = tab.page
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    expect(page.locator("#table")).to_be_hidden()
    page.locator(".views [data-view=table]").click()
    expect(page.locator("#table")).to_be_visible()
    assert page.evaluate("document.querySelector('#table').scrollWidth") <= 375
    page.locator("#table tbody tr").nth(20).click()
    expect(page.locator("#text")).to_be_visible()
    top = page.locator("#details").bounding_box()
    mark = page.locator("#text .mark.on").bounding_box()
    assert top is not None
    assert mark is not None
    assert mark["y"] + mark["height"] <= top["y"]
    page.locator("#to-row").click()
    expect(page.locator("#table tr.on")).to_be_visible()


def test_paper_has_text_and_table_and_no_controls(tab: Tab) -> None:
    tab.page.emulate_media(media="print")
    expect(tab.page.locator("#text")).to_be_visible()
    expect(tab.page.locator("#table tbody tr").last).to_be_visible()
    expect(tab.page.locator(".controls")).to_be_hidden()
    assert tab.page.pdf().startswith(b"%PDF")


def test_markup_in_a_report_stays_text(open_page: Opener) -> None:
    tab = open_page(hostile())
    tab.page.locator("#table tbody tr").last.click()
    assert "<img" in tab.page.locator("#details").inner_text()
    tab.page.locator("#text .mark").last.hover()
    assert "<img" in tab.page.locator("#tip").inner_text()
    assert tab.page.title() == "报告 · 指标"
    expect(tab.page.locator("img")).to_have_count(0)


def test_a_report_without_figures_is_a_page_too(open_page: Opener) -> None:
    empty = hostile()
    tab = open_page(Extraction(empty.context, empty.passages, (), ()))
    assert tab.quotes() == []
    expect(tab.page.locator("#none")).to_be_visible()
    tab.page.locator("th.c-year button").click()
    tab.page.keyboard.press("Escape")


def test_thousands_of_figures_work(open_page: Opener, report: Extraction) -> None:
    from dataclasses import replace

    text = "".join(one.text for one in report.passages)
    size, copies = len(text), 2_000 // len(report.statements) + 1

    def moved(records, by):  # type: ignore[no-untyped-def]
        return [replace(one, start=one.start + by * size, end=one.end + by * size) for one in records]

    many = Extraction(
        report.context,
        tuple(one for by in range(copies) for one in moved(report.passages, by)),
        tuple(
            replace(one, statement_id=f"{one.statement_id}-{by}")
            for by in range(copies)
            for one in moved(report.statements, by)
        ),
        tuple(one for by in range(copies) for one in moved(report.skipped, by)),
    )
    assert len(many.statements) >= 2_000
    tab = open_page(many)
    tab.page.locator("th.c-confidence button").click()
    tab.page.fill("#words", "学位")
    kept = tab.quotes()
    assert 0 < len(kept) < len(many.statements)
    tab.page.fill("#words", "")
    last = len(many.statements) - 1
    tab.page.locator(f"#table tr[data-i='{last}']").click()
    assert tab.in_sight(f"#text .mark[data-i='{last}']", "#text")
