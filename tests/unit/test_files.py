import os

import pytest

from orchestration import files


def break_off(path) -> None:
    with files.replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError


def test_a_file_appears_whole_or_not_at_all(tmp_path) -> None:
    path = tmp_path / "deep" / "file.txt"
    files.write_text(path, "一\r\n")
    assert path.read_bytes() == "一\r\n".encode()
    with pytest.raises(RuntimeError):
        break_off(path)
    assert path.read_bytes() == "一\r\n".encode()
    assert [one.name for one in path.parent.iterdir()] == ["file.txt"]


def test_a_tree_is_listed_in_order_and_may_be_missing(tmp_path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d.csv"):
        files.write_text(tmp_path / name, name)
    found = [path.relative_to(tmp_path).as_posix() for path in files.tree(tmp_path)]
    assert found == ["a/c.txt", "a/d.csv", "b.txt"]
    assert files.tree(tmp_path, lambda path: path.suffix == ".csv") == [tmp_path / "a/d.csv"]
    assert files.tree(tmp_path / "none") == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("报告.txt", "报告.txt"),
        (os.fsdecode("/家/".encode() + "报告.txt".encode("gb18030")), "/家/报告.txt"),
        (os.fsdecode(b"\xff\xff.txt"), "\ufffd\ufffd.txt"),
    ],
)
def test_a_name_in_another_encoding_is_read(name, told) -> None:
    assert files.readable(name) == told


@pytest.mark.parametrize("letter", ["a", "长", "😀"])
def test_the_longest_names_are_written_too(tmp_path, letter) -> None:
    name = files.fitting(letter * 300, ".error.txt")
    assert 251 <= len(name.encode()) <= 255
    files.write_text(tmp_path / name, "x")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert files.fitting("short", ".txt") == "short.txt"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    files.write_text(pipe, "指标")
    assert (os.read(reader, 100).decode(), pipe.is_fifo()) == ("指标", True)
    os.close(reader)
