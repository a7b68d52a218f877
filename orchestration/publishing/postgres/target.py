"""Where PostgreSQL is, and what it refuses, in one line.

What belongs here: the address, connections, errors without passwords. What does not: what is sent there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import psycopg
from psycopg import conninfo

from orchestration.errors import InputError
from orchestration.publishing.errors import PublishError

VARIABLE = "ZHIBIAO_POSTGRES_URL"
_APPLICATION = "zhibiao"
_CONNECT_SECONDS = "10"


class TargetError(PublishError):
    """PostgreSQL is as it was, the files of the release are published all the same; one line."""


@dataclass(frozen=True, slots=True)
class Target:
    """A database; ``dsn`` is for libpq and may hold a password, ``shown`` never does."""

    dsn: str
    shown: str
    password: str = ""

    def connect(self, *, autocommit: bool = False) -> psycopg.Connection[tuple[object, ...]]:
        """Connect; objects of the publisher are always named with their schema."""
        connection = psycopg.connect(self.dsn, autocommit=autocommit)
        connection.execute("select set_config('search_path', 'pg_catalog', false)")
        connection.execute("set statement_timeout = 0")
        connection.execute("set lock_timeout = '30s'")  # a reader that holds a table stops no other
        connection.execute("set idle_in_transaction_session_timeout = 0")
        connection.execute("set client_min_messages = error")
        if not autocommit:
            connection.commit()
        return connection

    def told(self, error: Exception) -> str:
        """Say in one line what went wrong, without the password."""
        text = str(error)
        if isinstance(error, psycopg.Error) and error.diag.message_primary:
            text = "; ".join(filter(None, [error.diag.message_primary, error.diag.message_detail]))
        line = " ".join(text.split())
        return line.replace(self.password, "***") if self.password else line


def parse(url: str) -> Target:
    """Read an address as libpq does, also with SQLAlchemy's ``postgresql+driver``.

    Raises InputError where it is none.
    """
    try:
        parts = conninfo.conninfo_to_dict(re.sub(r"^postgres(ql)?\+\w+://", "postgresql://", url.strip()))
    except psycopg.Error as error:
        mend = f"{VARIABLE}=postgresql://user:password@host:5432/database"
        raise InputError(VARIABLE, "is no address of PostgreSQL", mend) from error
    parts.setdefault("connect_timeout", _CONNECT_SECONDS)
    parts.setdefault("application_name", _APPLICATION)
    host = str(parts.get("host") or parts.get("hostaddr") or "local socket")
    shown = f"{host}:{parts.get('port', 5432)}/{parts.get('dbname', '')}"
    return Target(conninfo.make_conninfo("", **parts), shown, str(parts.get("password") or ""))


@contextmanager
def told(target: Target, mend: str) -> Iterator[None]:
    """Turn what PostgreSQL or DuckDB refuses into a TargetError of one line."""
    try:
        yield
    except (psycopg.Error, duckdb.Error) as error:
        raise TargetError(f"PostgreSQL {target.shown}: {target.told(error)}; {mend}") from error
