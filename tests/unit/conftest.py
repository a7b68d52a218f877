"""A site on loopback, and the certainty that nothing else is contacted."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.unit.reports.web.server import Site, serving


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server of the test's own; connecting to anything but loopback fails the test."""
    connect = socket.socket.connect

    def only_loopback(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "127.0.0.1", f"a test must not contact {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as running:
        yield running
