"""A real HTTP server on loopback that misbehaves as told."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[[dict[str, str]], bytes]


def answer(body: bytes = b"", status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """A whole answer; ``length`` is what it says of its body, where that is to be a lie."""
    told = {"Content-Length": str(len(body) if length is None else length), "Connection": "close"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def zipped(body: bytes) -> bytes:
    """An answer that packs its body."""
    return answer(gzip.compress(body), Content_Encoding="gzip")


@dataclass
class Site:
    """What lies at each path: an answer, one a visit (the last one stays), or a function of the headers."""

    address: str
    pages: dict[str, bytes | list[bytes] | Answer] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def visits(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one == path for one, _ in self.asked)

    def find(self, path: str, headers: dict[str, str]) -> bytes:
        """The answer to one request."""
        page = self.pages.get(path, answer(b"not here", "404 Not Found"))
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        return page(headers) if callable(page) else page

    def serve(self, connection: socket.socket) -> None:
        """Answer one connection, piece by piece where it is to be slow."""
        with connection, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request and (got := connection.recv(65_536)):
                request += got
            first, *rest = request.decode("latin-1").split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in rest if line)}
            path = first.split(" ")[1] if " " in first else ""
            self.asked.append((path, headers))
            data, pause = self.find(path, headers), self.slow.get(path, 0)
            for at in range(0, len(data), 40 if pause else len(data) or 1):
                time.sleep(pause)
                connection.sendall(data[at : at + 40] if pause else data)


@contextmanager
def serving() -> Iterator[Site]:
    """Run a site on a free port of loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = Site(f"http://127.0.0.1:{listener.getsockname()[1]}")

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    threading.Thread(target=site.serve, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield site
        listener.shutdown(socket.SHUT_RDWR)
