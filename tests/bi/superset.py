"""Asking a running Superset as its own pages do: a session, a token against forgery, JSON."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import Any

import requests


@dataclass(frozen=True)
class Answer:
    """What Superset answered."""

    status: int
    body: Any

    @property
    def text(self) -> str:
        """All of it as text."""
        return str(self.body)


@dataclass
class Superset:
    """A server of the test's own, and a session of its administrator or of another ``user``."""

    url: str
    password: str
    process: subprocess.Popen[str]
    session: requests.Session
    user: str = "admin"

    def login(self) -> None:
        """Open a session; every later request that changes something carries its token."""
        given = {"username": self.user, "password": self.password, "provider": "db", "refresh": False}
        answer = self.session.post(f"{self.url}/api/v1/security/login", json=given, timeout=60)
        assert answer.status_code == 200, answer.text
        token = answer.json()["access_token"]
        self.session.headers.update({"Authorization": f"Bearer {token}", "Referer": self.url})
        found = self.session.get(f"{self.url}/api/v1/security/csrf_token/", timeout=60)
        self.session.headers["X-CSRFToken"] = found.json()["result"]

    def get(self, path: str) -> Answer:
        """Read something."""
        return _answer(self.session.get(f"{self.url}/api/v1/{path}", timeout=120))

    def post(self, path: str, body: dict[str, Any]) -> Answer:
        """Do something."""
        return _answer(self.session.post(f"{self.url}/api/v1/{path}", json=body, timeout=120))

    def delete(self, path: str) -> Answer:
        """Remove something."""
        return _answer(self.session.delete(f"{self.url}/api/v1/{path}", timeout=120))

    def all(self, kind: str) -> list[dict[str, Any]]:
        """List all objects of a kind: chart, dashboard, dataset, database."""
        answer = self.get(f"{kind}/?q=(page_size:100)")
        assert answer.status == 200, answer.text
        found: list[dict[str, Any]] = answer.body["result"]
        return found

    def chart(self, name: str) -> list[dict[str, Any]]:
        """Give the rows of a chart, by its name."""
        (one,) = [chart for chart in self.all("chart") if chart["slice_name"] == name]
        answer = self.get(f"chart/{one['id']}/data/?force=true")
        assert answer.status == 200, answer.text
        rows: list[dict[str, Any]] = answer.body["result"][0]["data"]
        return rows

    def sql(self, query: str, database: int | None = None) -> Answer:
        """Run a query in SQL Lab."""
        number = database or self.all("database")[0]["id"]
        body = {"database_id": number, "sql": query, "schema": "marts", "runAsync": False, "queryLimit": 100}
        return self.post("sqllab/execute/", body)


def _answer(got: requests.Response) -> Answer:
    kind = got.headers.get("Content-Type", "")
    return Answer(got.status_code, got.json() if "json" in kind else got.text)
