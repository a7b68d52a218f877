import os
import subprocess
import sys

from orchestration.locking import run_lock

TRY = """
import pathlib, sys
from orchestration.locking import run_lock
def waiting(holder):
    print("waits for", holder, flush=True)
    sys.exit(3)
with run_lock(pathlib.Path(sys.argv[1]), waiting):
    print("took it")
"""


def other(home) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", TRY, str(home)], capture_output=True, text=True, check=False)


def test_another_process_waits_and_is_told_for_whom(tmp_path) -> None:
    with run_lock(tmp_path):
        done = other(tmp_path)
        assert (done.returncode, done.stdout) == (3, f"waits for {os.getpid()}\n")
    assert other(tmp_path).stdout == "took it\n"


def test_the_same_process_may_take_it_again(tmp_path) -> None:
    with run_lock(tmp_path), run_lock(tmp_path):
        assert other(tmp_path).returncode == 3
    assert other(tmp_path).stdout == "took it\n"


def test_homes_do_not_hold_up_one_another(tmp_path) -> None:
    with run_lock(tmp_path / "a"):
        assert other(tmp_path / "b").stdout == "took it\n"
