"""``zhibiao serve``: Dagster's web page and daemon.

What belongs here: starting Dagster's processes and ending them. What does not: what they run
(``orchestration.defs``).
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import click

from orchestration import instance, settings
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError

_HOST = "127.0.0.1"


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((_HOST, port)) != 0


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/server_info", timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the page, the daemon and their children: they are one process group of their own."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, ending)
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                continue


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=3000,
    show_default=True,
    help="Where the page listens, on this machine only.",
)
@verbose_option
def command(port: int, verbose: bool) -> None:
    """Open the Dagster web page with its daemon; schedule and inbox sensor run with ZHIBIAO_SCHEDULE=on."""
    home = settings.load()
    if not _is_free(port):
        raise InputError(f"port {port}", "is in use", "give another one with --port")
    instance.prepare(home)
    log = home.home / "logs" / "serve.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    home.inbox.mkdir(parents=True, exist_ok=True)
    module = ["-m", "orchestration.definitions", "-h", _HOST, "-p", str(port)]
    with log.open("ab") as file:
        output = None if verbose else file
        process = subprocess.Popen(
            [sys.executable, "-m", "dagster", "dev", *module],
            stdout=output,
            stderr=output,
            start_new_session=True,
            cwd=home.root,
        )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        _watch(process, f"http://{_HOST}:{port}", f"inbox {home.inbox}, log {log}")
    finally:
        _stop(process)


def _watch(process: subprocess.Popen[bytes], address: str, places: str) -> None:
    """Say when the page answers, then wait for the end."""
    click.echo("starting…", err=True)
    while process.poll() is None and not _answers(address):
        time.sleep(0.5)
    if process.poll() is None:
        state = "on" if settings.load().schedule_enabled else "off (ZHIBIAO_SCHEDULE=on turns them on)"
        click.echo(f"{address}  schedule and inbox sensor: {state}; Ctrl-C stops\n{places}")
    if process.wait():
        raise InputError("serve", f"Dagster ended with {process.returncode}", f"see {places}")
