"""``python -m bi.superset.serve``: load the assets into Superset and start it on this machine alone.

What belongs here: where Superset's things lie, what it reads, and how to say so. What does not: Superset
itself, which runs in its own environment (``provision``, ``superset_config``).
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from orchestration import settings

HERE = Path(__file__).parent
ENVIRONMENT = settings.ROOT / ".venv-superset"
READER = "ZHIBIAO_READER_URL"
PASSWORD = "ZHIBIAO_SUPERSET_PASSWORD"
USER = "admin"
PORT = 8088
_START_SECONDS = 180


class ServeError(Exception):
    """One line for the user."""


@dataclass(frozen=True, slots=True)
class Place:
    """Superset's own folder in the home, and what it reads: ``source`` is an address for SQLAlchemy."""

    home: Path
    source: str

    @property
    def pid_file(self) -> Path:
        """Where the server's process id lies as long as it runs."""
        return self.home / "server.pid"

    @property
    def password_file(self) -> Path:
        """Where the administrator's password lies if it was not given."""
        return self.home / "admin_password"

    def password(self) -> str:
        """Take the password from the environment, else from its file, which is made where it is missing."""
        given = os.environ.get(PASSWORD, "").strip()
        if given:
            return given
        if not self.password_file.exists():
            self.password_file.touch(mode=0o600)
            self.password_file.write_text(f"{secrets.token_urlsafe(18)}\n", encoding="utf-8")
        return self.password_file.read_text(encoding="utf-8").strip()

    def variables(self) -> dict[str, str]:
        """Give the environment of Superset's processes."""
        return {
            **os.environ,
            "SUPERSET_CONFIG_PATH": str(HERE / "superset_config.py"),
            "PYTHONPATH": str(HERE),
            "ZHIBIAO_SUPERSET_HOME": str(self.home),
            "PYTHONUTF8": "1",
        }


def place() -> Place:
    """Find what to read: the file of the release, or PostgreSQL where ``ZHIBIAO_READER_URL`` is set.

    Raises ServeError where Superset is not installed or there is no release.
    """
    where = settings.load()
    if not (ENVIRONMENT / "bin" / "gunicorn").is_file():
        raise ServeError(f"{ENVIRONMENT}: Superset is not installed; `make superset` installs it")
    reader = os.environ.get(READER, "").strip()
    if reader:
        source = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+psycopg2://", reader)
        if not source.startswith("postgresql+psycopg2://"):
            raise ServeError(
                f"{READER}: is no address of PostgreSQL; postgresql://reader:password@host/database"
            )
    elif where.current_release.is_file():
        source = f"duckdb:///{where.current_release}"
    else:
        raise ServeError(f"{where.current_release}: there is no release yet; `make run` makes one")
    home = where.home / "superset"
    home.mkdir(parents=True, exist_ok=True)
    return Place(home, source)


def provision(where: Place) -> None:
    """Load the assets; the second time it renews them. Raises ServeError with the last line of the log."""
    log = where.home / "provision.log"
    given = {
        "ZHIBIAO_SUPERSET_USER": USER,
        PASSWORD: where.password(),
        "ZHIBIAO_SUPERSET_SOURCE": where.source,
    }
    with log.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [ENVIRONMENT / "bin" / "python", HERE / "provision.py"],
            env=where.variables() | given,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        lines = log.read_text(encoding="utf-8").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "nothing was said")
        raise ServeError(f"{log}: Superset could not be set up: {last}")


def require_free(port: int) -> None:
    """Raise ServeError where something answers at the port already."""
    with socket.socket() as trial:
        if trial.connect_ex(("127.0.0.1", port)) == 0:
            raise ServeError(f"port {port}: something else answers there; `make superset PORT={port + 1}`")


def start(where: Place, port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers. Raises ServeError where it ends instead."""
    log = where.home / "server.log"
    where.pid_file.unlink(missing_ok=True)  # of a crash, or of the home that this one is a copy of
    command = [str(ENVIRONMENT / "bin" / "gunicorn"), "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += ["--worker-class", "gthread", "--threads", "8", "--timeout", "120"]
    command += ["--pid", str(where.pid_file), "--no-control-socket", "superset.app:create_app()"]
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(command, env=where.variables(), stdout=out, stderr=subprocess.STDOUT)
    for _ in range(_START_SECONDS * 2):
        if server.poll() is not None:
            raise ServeError(f"{log}: Superset ended while starting; the log says why")
        if answers(port):
            return server
        time.sleep(0.5)
    server.terminate()
    raise ServeError(f"{log}: Superset does not answer after {_START_SECONDS} s; the log says why")


def answers(port: int) -> bool:
    """Say whether a Superset answers there."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.read() == b"OK")
    except (OSError, urllib.error.URLError):
        return False


def running(where: Place, port: int) -> bool:
    """Say whether the Superset of this very home answers there."""
    try:
        os.kill(int(where.pid_file.read_text(encoding="utf-8")), 0)
    except (OSError, ValueError):
        return False
    return answers(port)


def told(where: Place, port: int) -> str:
    """Say where it is and how to get in."""
    key = f"${PASSWORD}" if os.environ.get(PASSWORD) else f"the one in {where.password_file}"
    shown = re.sub(r"://.*@", "://…@", where.source)
    return "\n".join(
        [
            f"Superset: http://127.0.0.1:{port}/   user {USER}, password: {key}",
            f"  指标总览    http://127.0.0.1:{port}/superset/dashboard/zhibiao/",
            f"  目标与兑现  http://127.0.0.1:{port}/superset/dashboard/zhibiao-targets/",
            f"  reads {shown}; a new release is seen at the next query",
        ]
    )


def main() -> int:
    """Provision and serve until interrupted; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bi.superset.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--load-only", action="store_true", help="load the assets and end")
    given = parser.parse_args()
    os.umask(0o077)
    try:
        where = place()
        loads_alone = given.load_only or running(where, given.port)
        if not loads_alone:
            require_free(given.port)
        provision(where)
        if loads_alone:
            print(told(where, given.port))
            return 0
        server = start(where, given.port)
    except ServeError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(told(where, given.port), "\nCtrl-C ends it.", flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: server.terminate())
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
