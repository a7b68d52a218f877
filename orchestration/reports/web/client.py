"""A polite client: pauses, patience, conditional requests, robots.txt, few redirects.

What belongs here: asking for an address until there is an answer or a reason why not. What does not: a single
exchange (:mod:`exchange`), what the page is about.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

import requests

from orchestration.reports.web import exchange
from orchestration.reports.web.policy import AGENT, FetchError, Page, Policy, TransientError
from orchestration.reports.web.robots import Rules

_OK, _UNCHANGED = 200, 304
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5"


class Client:
    """Asks servers within a policy; one client remembers robots.txt and the last request of each site."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = policy or Policy()
        self._session = requests.Session()
        self._session.headers.update(
            {"User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Language": "zh-CN,zh;q=0.9"}
        )
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}

    def get(self, address: str, *, etag: str = "", last_modified: str = "") -> Page:
        """Get a page; with what is known of it, only if it changed since.

        Raises:
            FetchError: it cannot be had, in one line.

        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in known.items() if value}
        return self._follow(address, headers, check=True)

    def _follow(self, address: str, headers: Mapping[str, str], *, check: bool) -> Page:
        """Follow redirects, each within the rules of the site it leads to."""
        here, seen = address, set[str]()
        while len(seen) <= self.policy.most_redirects:
            if check:
                self._check(here)
            response, body = self._patiently(here, headers)
            if response.status_code not in exchange.REDIRECTS:
                return self._page(address, here, response, body, is_rules=not check)
            seen.add(here)
            here = urljoin(here, response.headers.get("Location", ""))
            if here in seen:
                raise FetchError(address, "leads back to itself", "check the address")
        raise FetchError(
            address, f"leads on more than {self.policy.most_redirects} times", "check the address"
        )

    def _page(
        self, address: str, final: str, response: requests.Response, body: bytes, *, is_rules: bool
    ) -> Page:
        status = response.status_code
        if status not in (_OK, _UNCHANGED) and not is_rules:
            raise FetchError(
                address, f"answers {status} {response.reason or ''}".strip(), "check the address"
            )
        told = response.headers
        return Page(
            address=address,
            final_address=final,
            status=status,
            data=body,
            etag=told.get("ETag", ""),
            last_modified=told.get("Last-Modified", ""),
            content_type=told.get("Content-Type", ""),
        )

    def _patiently(self, address: str, headers: Mapping[str, str]) -> tuple[requests.Response, bytes]:
        """Try several times, waiting longer each time, or as long as the server asks."""
        policy = self.policy
        for number in range(policy.tries):
            self._pause(address)
            try:
                return exchange.once(self._session, address, headers, policy)
            except TransientError as error:
                wait = policy.backoff_seconds * 2**number if error.wait is None else error.wait
                if number + 1 == policy.tries:
                    raise FetchError(address, error.what, f"tried {policy.tries} times; try later") from error
                if wait > policy.longest_wait:
                    raise FetchError(
                        address, error.what, f"it asks to wait {wait:.0f} s: try then"
                    ) from error
                time.sleep(wait)
        raise FetchError(address, "was not tried", "allow at least one try")

    def _pause(self, address: str) -> None:
        """Leave a site in peace between two requests."""
        site = _site(address)
        delay = self._rules[site].delay if site in self._rules else 0
        pause = max(self.policy.pause_seconds, min(delay, self.policy.longest_pause))
        rest = self._asked.get(site, float("-inf")) + pause - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        self._asked[site] = time.monotonic()

    def _check(self, address: str) -> None:
        """Refuse what is no web address, and what the site's robots.txt disallows."""
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
            raise FetchError(address, "is no web address", "give one that begins with https://")
        site = _site(address)
        if site not in self._rules:
            page = self._follow(f"{site}/robots.txt", {}, check=False)
            self._rules[site] = Rules(page.status, page.data)
        if not self._rules[site].allow(address):
            mend = "save it by hand and `zhibiao add` the file"
            raise FetchError(address, "is disallowed by the site's robots.txt", mend)


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
