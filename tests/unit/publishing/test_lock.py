import os
import signal
import subprocess
import sys

import pytest

from orchestration.publishing.errors import PublishError
from orchestration.publishing.lock import publishing
from orchestration.settings import ROOT

HOLD = """
import pathlib, sys, time
from orchestration.publishing.lock import publishing
with publishing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_one_publisher_at_a_time_and_a_killed_one_leaves_no_lock(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(PublishError, match=f"process {holder.pid} is publishing"), publishing(tmp_path):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    with publishing(tmp_path):
        assert (tmp_path / ".lock").read_text() == str(os.getpid())
