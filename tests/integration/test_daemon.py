"""The real daemon: a file dropped into the inbox is published with no hand."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time

import pytest

from tests.integration.homes import INVENTED, ROOT

pytestmark = pytest.mark.slow

PATIENCE = 300


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def published_reports(home) -> set[str]:
    told = json.loads((home.path / "published/current/release.json").read_text(encoding="utf-8"))
    return {report["report_id"] for report in told["reports"]}


def test_a_report_dropped_into_the_inbox_is_published(broken) -> None:
    port = free_port()
    served = subprocess.Popen(
        broken.command("serve", "--port", str(port)),
        env=broken.environment(ZHIBIAO_SCHEDULE="on"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        assert served.stdout is not None
        assert f"http://127.0.0.1:{port}  schedule and inbox sensor: on" in served.stdout.readline()
        shutil.copy(INVENTED, broken.path / "inbox" / "this-year.txt")
        waited = time.monotonic()
        while time.monotonic() - waited < PATIENCE and "320281-education-2023" not in published_reports(
            broken
        ):
            time.sleep(1)
        assert published_reports(broken) == {"320281-education-2022", "320281-education-2023"}
        assert not (broken.path / "inbox" / "this-year.txt").exists()
    finally:
        served.send_signal(signal.SIGTERM)
        try:
            served.wait(40)
        except subprocess.TimeoutExpired:
            os.killpg(served.pid, signal.SIGKILL)
            raise
    assert served.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
