from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from orchestration.errors import InputError
from orchestration.settings import Settings
from orchestration.site.build import MARKER, NOTICE, build
from tests.unit.site import releases


class Page(HTMLParser):
    """The links and ids of a page, and the text it shows."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.shown = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.links += [value for name, value in attrs if name in ("href", "src") and value is not None]
        self.ids += [named["id"]] if named.get("id") else []

    def handle_data(self, data: str) -> None:
        self.shown += data


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(pages: dict[Path, Page]) -> None:
    seen = 0
    for path, page in pages.items():
        for link in page.links:
            assert not re.match(r"[a-z]+:(?!,)", link) or link == "data:,"
            if link == "data:,":
                continue
            target, anchor = urldefrag(link)
            found = (path.parent / unquote(target)).resolve() if target else path
            assert found.is_file(), f"{path}: {link}"
            if anchor and "=" not in anchor:
                assert unquote(anchor) in pages[found].ids, f"{path}: {link}"
                seen += 1
    assert seen > 50


def test_ids_stand_once_a_page(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_every_figure_of_a_report_has_its_mark_and_its_indicator_leads_there(site: Path) -> None:
    for row in releases.rows()["marts.fct_observation"]:
        if row["is_derived"]:
            continue
        text = (site / "reports" / f"{row['report_id']}.html").read_text(encoding="utf-8")
        assert f'id="s-{row["statement_id"]}"' in text
        page = (site / "indicators" / f"{row['indicator_code']}.html").read_text(encoding="utf-8")
        assert f'href="../reports/{row["report_id"]}.html#s-{row["statement_id"]}"' in page


def test_the_same_release_gives_the_same_bytes(settings: Settings, site: Path, tmp_path: Path) -> None:
    again = build(settings, tmp_path / "again").folder
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    }


def test_a_site_is_replaced_and_nothing_else_is(settings: Settings, tmp_path: Path) -> None:
    place = tmp_path / "out"
    build(settings, place)
    (place / "left.html").write_text("of an older release")
    build(settings, place)
    assert not (place / "left.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    (place / MARKER).unlink()
    with pytest.raises(InputError, match="something else than a site"):
        build(settings, place)
    file = tmp_path / "file"
    file.write_text("")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (file, pipe):
        with pytest.raises(InputError, match="is no folder"):
            build(settings, place)
    assert pipe.is_fifo()


def test_a_release_that_is_not_there_is_told(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no release nowhere; there are 2026"):
        build(settings, tmp_path / "out", "nowhere")
    with pytest.raises(InputError, match="nothing is published yet"):
        build(Settings(settings.root, tmp_path / "empty"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_hostile_words_stay_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "<script>alert(1)</script>\"'&"
    tables = releases.rows()
    tables["marts.dim_indicator"][0] |= {"name_zh": bad, "definition": bad}
    tables["marts.dim_report"][0] |= {"title": bad, "publisher": bad}
    tables["marts.fct_observation"][0] |= {"indicator_label": f"=1+{bad}"}
    tables["quality.check_result"][1] |= {"message": bad}
    monkeypatch.setenv(NOTICE, bad)
    folder = build(releases.write(tmp_path / "home", tables)).folder
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert "&lt;script&gt;alert(1)" in text, path
    csv = (folder / "indicators" / "rate.csv").read_text(encoding="utf-8-sig")
    assert "'=1+" in csv


def test_codes_become_names_of_files_that_stay_in_the_site(tmp_path: Path) -> None:
    tables = releases.rows()
    for table in tables.values():
        for row in table:
            if row.get("indicator_code") == "rate":
                row["indicator_code"] = "../../a b"
    folder = build(releases.write(tmp_path / "home", tables)).folder
    assert (folder / "indicators" / "~2e.~2f..~2fa~20b.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_an_empty_release_gives_a_site(tmp_path: Path) -> None:
    tables: dict[str, list[dict[str, object]]] = {name: [] for name in releases.TABLES}
    folder = build(releases.write(tmp_path / "home", tables)).folder
    assert "没有发现矛盾" in (folder / "conflicts.html").read_text(encoding="utf-8")


def test_a_release_without_a_target_says_so(tmp_path: Path) -> None:
    rows = releases.rows() | {"marts.fct_target_outcome": [], "marts.rpt_conflict": []}
    site = build(releases.write(tmp_path / "home", rows)).folder
    assert "报告里没有读到目标。" in Page(site / "targets.html").shown
    assert "没有发现矛盾。" in Page(site / "conflicts.html").shown
    first = Page(site / "index.html").shown
    assert "承诺而未做到" not in first
    assert "互相矛盾" not in first


def test_very_many_targets_are_on_several_pages_those_with_an_outcome_first(tmp_path: Path) -> None:
    tables = releases.rows()
    missed = next(row for row in tables["marts.fct_target_outcome"] if row["verdict"] == "missed")
    many = [
        missed | {"verdict": "missed" if number > 4_400 else "pending", "time_period": 2020 + number % 3}
        for number in range(4_500)
    ]
    tables["marts.fct_target_outcome"] = many
    folder = build(releases.write(tmp_path / "home", tables)).folder
    names = sorted(path.name for path in folder.glob("targets*.html"))
    assert names == ["targets-2.html", "targets-3.html", "targets.html"]
    rows = [(folder / name).read_text(encoding="utf-8").count("<tr role") - 1 for name in names]
    assert rows == [2000, 500, 2000]
    first, last = Page(folder / "targets.html").shown, Page(folder / "targets-3.html").shown
    assert "共 4500 个目标，分 3 页" in first
    assert "第 3 页 2020 待报告" in first
    assert "99 未达成" in first
    assert "0 未达成" in last
    told = (folder / "targets-3.html").read_text(encoding="utf-8")
    assert '<a href="targets.html">第 1 页' in told
    assert '<a href="targets-3.html" aria-current="page">' in told
