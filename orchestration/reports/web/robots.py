"""What a site allows: its robots.txt, as RFC 9309 reads it.

What belongs here: deciding. What does not: getting the file (:mod:`client`).
"""

from __future__ import annotations

from protego import Protego

from orchestration.reports.web.policy import NAME


class Rules:
    """The rules of one site. A site without robots.txt (any status 4xx) allows everything."""

    def __init__(self, status: int, data: bytes) -> None:
        text = data.decode("utf-8", "replace") if status == 200 else ""
        self._rules = Protego.parse(text)

    def allow(self, address: str) -> bool:
        """Whether this address may be asked for."""
        return bool(self._rules.can_fetch(address, NAME))

    @property
    def delay(self) -> float:
        """The pause it asks for between two requests, in seconds."""
        return float(self._rules.crawl_delay(NAME) or 0)
