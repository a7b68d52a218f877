"""The commands that go to the network, against a real server on loopback."""

from click.testing import CliRunner, Result

from orchestration import settings
from orchestration.cli import group
from orchestration.reports import register
from tests.unit.reports.formats.making import page
from tests.unit.reports.helpers import INVENTED
from tests.unit.reports.web.server import answer

LINES = [line for line in INVENTED.read_text(encoding="utf-8").splitlines() if line.strip()]
PAGE = page([f"{LINES[0]} {LINES[1]}", *LINES[2:]], published="2024-02-03")
ID = "320281-education-2023"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def known() -> list[str]:
    return [report.report_id for report in register.load(settings.load())]


def test_add_takes_an_address(home, site) -> None:
    site.pages["/gk/a.shtml"] = answer(PAGE, Content_Type="text/html")
    done = run("add", f"{site.address}/gk/a.shtml", f"{site.address}/none.html")
    assert f"/gk/a.shtml: registered as {ID} version 1" in done.output
    assert "none.html: answers 404" in done.output
    assert done.exit_code == 2
    (report,) = [one for one in register.load(settings.load()) if one.report_id == ID]
    version = report.manifest.current
    assert (version.file, report.data(version)) == ("report.html", PAGE)
    assert version.received.startswith(f"fetched from {site.address}/gk/a.shtml on 20")


def test_fetch_finds_registers_and_says_what_is_still_missing(home, site) -> None:
    folder = settings.load().reference[1]
    folder.mkdir()
    (folder / "sources.csv").write_text(
        "source_id,publisher,area_code,genre,listing_url,title_pattern,first_year\n"
        f"bureau,江阴市教育局,320281,education,{site.address}/list.html,(?P<year>\\d+)年报告,2023\n",
        encoding="utf-8",
    )
    site.pages["/list.html"] = answer('<a href="a.html">2023年报告</a>'.encode())
    site.pages["/a.html"] = answer(PAGE)
    done = run("fetch", "bureau")
    assert done.exit_code == 0, done.output
    first, missing, last = done.output.splitlines()
    assert first == f"bureau: {ID} version 1 from {site.address}/a.html"
    assert missing.startswith("bureau: missing 2024")
    assert last == "1 new; `zhibiao run` takes them in"
    assert ID in known()
    again = run("fetch", "bureau")
    assert again.output.splitlines()[-1] == "nothing new"
    assert f"bureau: {site.address}/list.html: 1 of 1 links on 1 page fit title_pattern" in again.output
    assert "(late: 2024" in again.output
    told = run("status").output
    assert told.count("bureau: 2024") == 1
    assert "late      bureau 2024" in told
