import shlex
import subprocess
import sys

import pytest

from orchestration.cli import COMMANDS, LazyGroup, group

START = "import sys; sys.argv[0] = 'zhibiao'; from orchestration.cli import main; main()"


def zhibiao(home, *arguments: str, said: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"ZHIBIAO_HOME": str(home), "PATH": "/usr/bin:/bin", **more}
    return subprocess.run(
        [sys.executable, "-c", START, *arguments],
        env=environment,
        input=said,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_takes_verbose(name) -> None:
    assert isinstance(group, LazyGroup)
    command = group.get_command(None, name)
    assert command is not None
    assert command.help
    assert any("--verbose" in option.opts for option in command.params)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["run", "--nonsense"],
        ["extract"],
        ["extract", "/none.txt"],
        ["query", "select 1", "--format", "xlsx"],
        ["correct", "key", "--accept", "--drop", "--reason", "why"],
        ["correct", "key", "--reason", "why"],
        ["serve", "--port", "99999"],
    ],
)
def test_usage_errors_are_one_line_and_end_with_two(home, arguments) -> None:
    done = zhibiao(home, *arguments)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("error: ")


def test_without_a_command_it_helps(home) -> None:
    done = zhibiao(home)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Usage: zhibiao ")


def test_a_text_is_read_from_standard_input(home) -> None:
    done = zhibiao(home, "extract", "-", "--format", "jsonl", said="2022年，江阴市新增学校20所。\n".encode())
    assert done.returncode == 0, done.stderr
    assert '"quote": "20所"' in done.stdout.decode()


def test_nothing_published_yet_is_one_line(home) -> None:
    for arguments in (["query", "select 1"], ["show", "x"], ["targets"]):
        done = zhibiao(home, *arguments)
        assert done.returncode == 2
        (line,) = done.stderr.decode().splitlines()
        assert "nothing is published yet; `zhibiao run` makes the first release" in line


def test_verbose_shows_the_trace(home) -> None:
    for arguments in (["--verbose", "targets"], ["targets", "--verbose"]):
        assert b"Traceback" in zhibiao(home, *arguments).stderr


def test_chinese_is_printed_in_any_locale(home, tmp_path) -> None:
    (tmp_path / "said.txt").write_text(
        "2022年全市教育系统工作会议，江阴市学校20所。江阴市很好。\n", encoding="utf-8"
    )
    done = zhibiao(home, "extract", str(tmp_path / "said.txt"), LANG="C", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "20所" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error(home, tmp_path) -> None:
    (tmp_path / "said.txt").write_text("今年学校新增20所。\n" * 5000, encoding="utf-8")
    extract = f'"{sys.executable}" -c "{START}" extract {tmp_path / "said.txt"} --format jsonl'
    line = f"{extract} | head -1; echo ${{PIPESTATUS[0]}}"
    environment = {"ZHIBIAO_HOME": str(home), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_a_wrong_address_of_postgresql_is_told_before_any_work(home) -> None:
    done = zhibiao(home, "run", ZHIBIAO_POSTGRES_URL="nowhere")
    assert done.returncode != 0
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("error: ZHIBIAO_POSTGRES_URL: is no address")


def test_where_the_output_goes_may_be_full(home) -> None:
    words = [sys.executable, "-c", START, "--help"]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "No space left on device" in line


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_nobody_need_listen(home, closed) -> None:
    words = shlex.join([sys.executable, "-c", START, "status"])
    done = subprocess.run(["bash", "-c", f"{words} {closed}"], check=False)
    assert done.returncode == 0
