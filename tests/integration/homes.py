"""Running the command in a home of its own, as a user does: one process a call."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "seeds" / "reports" / "320281" / "education" / "2022" / "report.txt"
INVENTED = ROOT / "tests" / "data" / "invented-education-2023.txt"
START = "import sys; sys.argv[0] = 'zhibiao'; from orchestration.cli import main; main()"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines that tell errors."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


@dataclass(frozen=True)
class Home:
    """A ZHIBIAO_HOME of the test's own."""

    path: Path

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a command in this home."""
        return {**os.environ, "ZHIBIAO_HOME": str(self.path), **more}

    def command(self, *arguments: str) -> list[str]:
        """The command line of a command of this checkout."""
        return [sys.executable, "-c", START, *arguments]

    def run(self, *arguments: str, **more: str) -> Ended:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.environment(**more),
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def query(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a query on the current release."""
        ended = self.run("query", sql, "--format", "jsonl")
        assert ended.code == 0, ended.err
        return [json.loads(line) for line in ended.out.splitlines()]

    @property
    def release(self) -> str:
        """The id of the current release."""
        return (self.path / "published" / "current").readlink().name

    def copy_to(self, path: Path) -> Home:
        """The same home at another place."""
        shutil.copytree(self.path, path, symlinks=True)
        return Home(path)
