"""The site that comes with a run."""

from __future__ import annotations

import pytest

from tests.integration.homes import Ended, Home

pytestmark = pytest.mark.slow


def test_a_run_writes_the_site_of_its_release_and_says_where(first_run: tuple[Home, Ended]) -> None:
    home, ended = first_run
    page = home.path / "site" / "index.html"
    assert str(page) in ended.out
    assert home.release in page.read_text(encoding="utf-8")
    figures = home.query("select statement_id, report_id from marts.fct_observation where not is_derived")
    text = (home.path / "site" / "reports" / f"{figures[0]['report_id']}.html").read_text(encoding="utf-8")
    assert [row for row in figures if f'id="s-{row["statement_id"]}"' not in text] == []


def test_a_site_that_cannot_be_written_leaves_the_release(broken: Home) -> None:
    (broken.path / "site" / "site.json").unlink()
    ended = broken.run("publish")
    assert ended.code == 0, ended.err
    assert "the site was not written, the release stands" in ended.err
    assert "site/index.html" not in ended.out
    assert broken.run("status").code == 0
