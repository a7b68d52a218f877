import datetime as dt
import time
from email.utils import format_datetime

import pytest

from orchestration.reports.web.client import Client
from orchestration.reports.web.policy import FetchError, Policy
from tests.unit.reports.web.server import answer, zipped

QUICK = Policy(
    connect_seconds=1,
    read_seconds=0.4,
    whole_seconds=0.8,
    tries=3,
    backoff_seconds=0.01,
    longest_wait=1.5,
    pause_seconds=0,
    most_bytes=100_000,
)


@pytest.fixture
def client() -> Client:
    return Client(QUICK)


def test_a_page_comes_with_its_headers_and_the_client_says_who_it_is(site, client) -> None:
    site.pages["/a"] = answer("学校".encode(), ETag='"1"', Last_Modified="x", Content_Type="text/plain")
    page = client.get(f"{site.address}/a")
    assert (page.data.decode(), page.status, page.etag) == ("学校", 200, '"1"')
    assert (page.last_modified, page.content_type, page.final_address) == ("x", "text/plain", page.address)
    assert site.asked[-1][1]["user-agent"].startswith("zhibiao/")


def test_what_has_not_changed_is_not_sent_again(site, client) -> None:
    def page(headers: dict[str, str]) -> bytes:
        same = headers.get("if-none-match") == '"1"' and headers.get("if-modified-since") == "then"
        return answer(b"", "304 Not Modified") if same else answer(b"whole")

    site.pages["/a"] = page
    assert client.get(f"{site.address}/a", etag='"1"', last_modified="then").is_unchanged
    assert client.get(f"{site.address}/a").data == b"whole"


def test_a_packed_page_is_unpacked(site, client) -> None:
    site.pages["/a"] = zipped(b"x" * 90_000)
    assert client.get(f"{site.address}/a").data == b"x" * 90_000


def test_404_is_told_at_once(site, client) -> None:
    with pytest.raises(FetchError, match=r"/a: answers 404 Not Found; check the address"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 1


def test_503_is_tried_again_as_late_as_the_server_asks(site, client) -> None:
    site.pages["/a"] = [answer(b"", "503 Busy", Retry_After="1"), answer(b"done")]
    began = time.monotonic()
    assert client.get(f"{site.address}/a").data == b"done"
    assert time.monotonic() - began >= 1


def test_a_date_to_come_back_that_is_too_far_is_told(site, client) -> None:
    later = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1), usegmt=True)
    site.pages["/a"] = answer(b"", "429 Too Many", Retry_After=later)
    with pytest.raises(FetchError, match=r"answers 429 Too Many; it asks to wait 3[56]\d\d s"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 1


def test_a_server_that_stays_broken_is_given_up(site, client) -> None:
    site.pages["/a"] = answer(b"", "500 Oh")
    with pytest.raises(FetchError, match="answers 500 Oh; tried 3 times"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 3


@pytest.mark.parametrize("pause", [0.6, 0.1])
def test_a_slow_server_is_given_up_whether_it_sleeps_or_drips(site, client, pause) -> None:
    site.pages["/a"], site.slow["/a"] = answer(b"x" * 1000), pause
    with pytest.raises(FetchError, match=r"does not answer in time|took longer than"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 3


def chunked(*chunks: bytes) -> bytes:
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body


@pytest.mark.parametrize(
    "cut", [answer(b"x" * 500, length=900), chunked(b"x" * 300), zipped(b"ab" * 900)[:-9]]
)
def test_a_body_that_breaks_off_is_never_taken_for_the_whole(site, client, cut) -> None:
    site.pages["/a"] = cut
    with pytest.raises(FetchError, match=r"breaks off in the middle|packed wrongly"):
        client.get(f"{site.address}/a")


def test_a_body_that_breaks_off_once_is_asked_for_again(site, client) -> None:
    site.pages["/a"] = [answer(b"x" * 500, length=900), chunked(b"whole", b"")]
    assert client.get(f"{site.address}/a").data == b"whole"


@pytest.mark.parametrize("large", [answer(b"x" * 100_001), chunked(b"x" * 60_000, b"x" * 60_000, b"")])
def test_more_than_the_limit_is_refused(site, client, large) -> None:
    site.pages["/a"] = large
    with pytest.raises(FetchError, match="gives more than 100,000 bytes"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 1


def test_a_bomb_is_refused(site, client) -> None:
    site.pages["/a"] = zipped(bytes(30_000_000))
    with pytest.raises(FetchError, match="gives more than 100,000 bytes"):
        client.get(f"{site.address}/a")


def test_redirects_are_followed_a_few_times_and_loops_are_told(site, client) -> None:
    site.pages["/a"] = answer(b"", "302 Found", Location="/b")
    site.pages["/b"] = answer(b"", "301 Moved", Location=f"{site.address}/c")
    site.pages["/c"] = answer(b"there")
    page = client.get(f"{site.address}/a")
    assert (page.data, page.final_address) == (b"there", f"{site.address}/c")
    site.pages["/c"] = answer(b"", "302 Found", Location="/a")
    with pytest.raises(FetchError, match=r"/a: leads back to itself"):
        client.get(f"{site.address}/a")
    for number in range(9):
        site.pages[f"/{number}"] = answer(b"", "302 Found", Location=f"/{number + 1}")
    with pytest.raises(FetchError, match="leads on more than 5 times"):
        client.get(f"{site.address}/0")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "mailto:a@b"])
def test_only_web_addresses_are_asked_also_after_a_redirect(site, client, target) -> None:
    with pytest.raises(FetchError, match="is no web address"):
        client.get(target)
    site.pages["/a"] = answer(b"", "302 Found", Location=target)
    with pytest.raises(FetchError, match="is no web address"):
        client.get(f"{site.address}/a")


def test_robots_txt_is_asked_once_and_obeyed_also_after_a_redirect(site, client) -> None:
    site.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\nAllow: /private/open\n")
    site.pages["/a"] = answer(b"", "302 Found", Location="/private/x")
    site.pages["/private/open"] = answer(b"open")
    for path in ("/private/x", "/a"):
        with pytest.raises(FetchError, match=r"is disallowed by the site's robots\.txt"):
            client.get(site.address + path)
    assert client.get(f"{site.address}/private/open").data == b"open"
    assert (site.visits("/robots.txt"), site.visits("/private/x")) == (1, 0)


def test_a_site_whose_robots_txt_fails_is_left_in_peace(site, client) -> None:
    site.pages["/robots.txt"], site.pages["/a"] = answer(b"", "500 Oh"), answer(b"x")
    with pytest.raises(FetchError, match=r"robots\.txt: answers 500"):
        client.get(f"{site.address}/a")
    assert site.visits("/a") == 0


def test_there_is_a_pause_between_two_requests_as_long_as_the_site_asks(site) -> None:
    site.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.3\n")
    site.pages["/a"] = answer(b"x")
    client = Client(QUICK)
    began = time.monotonic()
    client.get(f"{site.address}/a")
    client.get(f"{site.address}/a")
    assert time.monotonic() - began >= 0.5


def test_a_server_that_is_not_there_is_told(site, client) -> None:
    with pytest.raises(FetchError, match="cannot be reached; tried 3 times"):
        client.get("http://127.0.0.1:9/a")
