"""Looking for reports at a source: a real server on loopback, invented reports."""

import json
import re

import pytest

from orchestration import settings
from orchestration.reports import fetching, register, snapshots
from orchestration.reports.sources import Address, Source
from orchestration.reports.web.client import Client
from orchestration.reports.web.policy import Policy
from tests.unit.reports.formats.making import page, paragraphs, pdf
from tests.unit.reports.web.server import answer

QUICK = Policy(read_seconds=1, tries=2, backoff_seconds=0.01, pause_seconds=0)


def report(year: int, places: int = 7350) -> tuple[str, ...]:
    return (
        f"{year}年江阴市教育工作报告",
        f"（虚构，仅供检验。）{year}年，全市新增学位{places}个，比上年增长12.5%，普惠性幼儿园覆盖率提升至92.79%。",
        f"全市共有学校{year - 1700}所，在校学生123456人，专任教师9876人，招录新教师450名以上，投入3.45亿元。",
        f"{year + 1}年，计划新建学校6—8所，力争普惠性幼儿园覆盖率达到93%，新增学位8000个，完成投资2亿元。",
    )


def html(*lines: str, **more) -> bytes:
    return answer(page(lines), Content_Type="text/html", **more)


def source(
    site, years=(), first: int = 2023, pattern: str = r"(?P<year>\d{4})年江阴市教育工作报告"
) -> Source:
    return Source(
        source_id="bureau",
        publisher="江阴市教育局",
        area_code="320281",
        genre="education",
        listing_url=f"{site.address}/list/index.html",
        pattern=re.compile(pattern),
        first_year=first,
        note="",
        addresses={year: Address(f"{site.address}/{year}.html", None) for year in years},
    )


def look(one: Source, **more) -> list[fetching.Looked]:
    return list(fetching.look(settings.load(), Client(QUICK), one, **more))


def ids() -> list[str]:
    return [f"{one.report_id}.v{len(one.manifest.versions)}" for one in register.load(settings.load())][1:]


def test_known_addresses_are_got_registered_and_kept_with_their_headers(home, site) -> None:
    site.pages["/old.html"] = html(*report(2024), ETag='"7"')
    site.pages["/2024.html"] = answer(b"", "302 Found", Location="/old.html")
    site.pages["/2025.html"] = answer(pdf(paragraphs(report(2025))), Content_Type="application/pdf")
    first, second = look(source(site, (2024, 2025), first=2024))
    assert (first.error, second.error) == ("", "")
    assert ids() == ["320281-education-2024.v1", "320281-education-2025.v1"]
    told = next(one for one in register.load(settings.load()) if one.report_id == "320281-education-2024")
    version = told.manifest.current
    assert (version.file, told.manifest.publisher) == ("report.html", "江阴市教育局")
    assert re.fullmatch(r"fetched from http://\S+/old\.html \(by http://\S+\) on [\d-]{10}", version.received)
    kept = json.loads(
        snapshots.path_of(settings.load(), version.sha256).with_suffix(".json").read_text(encoding="utf-8")
    )
    assert (kept["address"], kept["final_address"]) == (
        f"{site.address}/2024.html",
        f"{site.address}/old.html",
    )
    assert (kept["status"], kept["etag"], kept["content_type"]) == (200, '"7"', "text/html")
    assert first.added.fields["genre"].evidence == "the register of sources, bureau"


def test_the_new_year_is_found_by_its_title_also_on_the_second_page(home, site) -> None:
    site.pages["/list/index.html"] = answer(
        '<a href="../x.html">2024年江阴市卫生工作报告</a><a href="/2025.html">2025年江阴市教育工作报告</a>'
        '<a href="index_1.html">下一页</a>'.encode("gb18030")
    )
    site.pages["/list/index_1.html"] = answer('<a href="/2024.html">2024年江阴市教育工作报告</a>'.encode())
    site.pages |= {f"/{year}.html": html(*report(year)) for year in (2024, 2025)}
    looked = look(source(site, first=2024))
    assert [one.year for one in looked] == [2025, 2024]
    assert ids() == ["320281-education-2024.v1", "320281-education-2025.v1"]
    assert site.visits("/x.html") == 0


def test_without_a_year_in_the_pattern_the_text_tells_and_news_is_asked_for_once(home, site) -> None:
    """The speech of a meeting in one year reviews the year before."""
    site.pages["/list/index.html"] = answer(
        '<a href="/news.html">2024年教育工作会议召开</a>'
        '<a href="/speech.html">在2024年教育工作会议上的讲话</a>'.encode()
    )
    site.pages["/news.html"] = html("2024年教育工作会议召开", "今天会议召开，有200人参加。会场很大。")
    speech_page = page(("在2024年教育工作会议上的讲话", *report(2023)[1:]), published="2024-02-03")
    site.pages["/speech.html"] = answer(speech_page)
    news, speech = look(source(site, pattern="教育工作会议"))
    assert "no report, it seems" in news.error
    assert speech.added.report_id == "320281-education-2023"
    known, again = look(source(site, pattern="教育工作会议"))
    assert (known.year, known.added.is_new) == (2023, False)
    assert (again.error, again.added) == ("", None)
    assert again.note == "2 of 2 links on 1 page fit title_pattern, none of a year that is missing and new"
    assert site.visits("/news.html") == 1


def test_a_second_time_nothing_is_sent_and_nothing_changes(home, site) -> None:
    def once(headers: dict[str, str]) -> bytes:
        known = headers.get("if-none-match") == '"1"'
        return answer(b"", "304 Not Modified") if known else html(*report(2025), ETag='"1"')

    site.pages["/2025.html"] = once
    look(source(site, (2025,), first=2025))
    (again,) = look(source(site, (2025,), first=2025))
    assert (again.added.is_new, ids()) == (False, ["320281-education-2025.v1"])


def test_changed_content_under_the_same_address_becomes_a_version(home, site) -> None:
    site.pages["/2025.html"] = html(*report(2025))
    look(source(site, (2025,), first=2025))
    site.pages["/2025.html"] = answer(page(report(2025), visits=999))
    (counted,) = look(source(site, (2025,), first=2025))
    assert (counted.added.is_new, counted.added.same_text) == (False, True)
    site.pages["/2025.html"] = html(*report(2025, places=7530))
    (mended,) = look(source(site, (2025,), first=2025))
    assert (mended.added.is_new, ids()) == (True, ["320281-education-2025.v2"])
    folder = settings.load().reports[1] / "320281/education/2025"
    assert "7350" in (folder / "report.html").read_text(encoding="utf-8")
    assert "7530" in (folder / "report.v2.html").read_text(encoding="utf-8")


def test_a_report_found_on_a_listing_is_asked_too_whether_it_changed(home, site) -> None:
    site.pages["/list/index.html"] = answer('<a href="/new.html">2025年江阴市教育工作报告</a>'.encode())
    site.pages["/new.html"] = answer(b"", "302 Found", Location="/moved.html")
    site.pages["/moved.html"] = html(*report(2025))
    look(source(site, first=2025))
    site.pages["/moved.html"] = html(*report(2025, places=7530))
    (mended,) = look(source(site, first=2025))
    assert (mended.address, mended.added.version) == (f"{site.address}/new.html", 2)
    assert ids() == ["320281-education-2025.v2"]


def test_older_years_are_left_in_peace_unless_all_are_asked_for(home, site) -> None:
    site.pages |= {f"/{year}.html": html(*report(year)) for year in (2024, 2025)}
    look(source(site, (2024, 2025), first=2024))
    look(source(site, (2024, 2025), first=2024))
    assert (site.visits("/2024.html"), site.visits("/2025.html")) == (1, 2)
    look(source(site, (2024, 2025), first=2024), again=True)
    assert (site.visits("/2024.html"), site.visits("/2025.html")) == (2, 3)


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        (answer(b"", "404 Not Found"), "answers 404"),
        (answer(page(report(2024)), length=99_999), "breaks off in the middle"),
        (html("页面不存在", "您访问的页面不存在，请于3秒后返回首页。"), "no report, it seems"),
        (
            html("2024年某报告", *["另一份报告，共有1所学校、2个班级、3名教师。" * 9] * 4),
            "registered already with quite another text",
        ),
    ],
)
def test_one_address_that_fails_does_not_keep_the_others_out(home, site, bad, line) -> None:
    site.pages |= {"/2024.html": html(*report(2024)), "/2025.html": html(*report(2025))}
    if "registered" in line:
        look(source(site, (2024,), first=2024))
    site.pages["/2024.html"] = bad
    looked = look(source(site, (2024, 2025), first=2024), again=True)
    assert line in looked[0].error
    assert "\n" not in looked[0].error
    assert looked[1].added.is_new


def test_a_wrong_charset_in_header_and_page_does_no_harm(home, site) -> None:
    data = page(report(2025), charset="gb18030", declared="iso-8859-1")
    site.pages["/2025.html"] = answer(data, Content_Type="text/html; charset=utf-8")
    (looked,) = look(source(site, (2025,), first=2025))
    assert looked.error == ""
    assert looked.added.report_id == "320281-education-2025"


def test_a_listing_that_cannot_be_had_is_told(home, site) -> None:
    (looked,) = look(source(site))
    assert "/list/index.html: answers 404" in looked.error


@pytest.mark.parametrize(
    ("listing", "note"),
    [
        (
            '<a href="x.html">2024年江阴市卫生工作报告</a>',
            "none of 1 links on 1 page has a title that fits title_pattern",
        ),
        (
            "<div id='list'></div><script>load('list.json')</script>",
            "the listing shows no links: a script writes them",
        ),
    ],
)
def test_a_listing_on_which_nothing_is_found_is_told_apart_from_one_that_fails(
    home, site, listing, note
) -> None:
    site.pages["/list/index.html"] = answer(listing.encode())
    (looked,) = look(source(site, first=2024))
    assert (looked.error, looked.added) == ("", None)
    assert looked.note.startswith(note)
