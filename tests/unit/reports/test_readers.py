import codecs

import pytest

from orchestration.errors import InputError
from orchestration.reports import readers

SAID = "一、回顾\r\n小学招生１２００人，入学率100％。\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SAID.encode(), "utf-8", SAID),
        (codecs.BOM_UTF8 + SAID.encode(), "utf-8", "\ufeff" + SAID),
        (SAID.encode("gb18030"), "gb18030", SAID),
        (codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), "utf-16", SAID),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), "utf-16", SAID),
        (SAID.encode("utf-16-le"), "utf-16-le", SAID),
    ],
)
def test_finds_the_encoding_and_keeps_the_text_as_received(data, encoding, text) -> None:
    read = readers.read("a.txt", data)
    assert (read.text, read.encoding, read.media_type) == (text, encoding, "text/plain")


def test_offsets_are_those_of_a_plain_open(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + SAID.encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert readers.read("a.txt", path.read_bytes()).text == file.read()


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", codecs.BOM_UTF8, "\u3000\n".encode()])
def test_an_empty_file_is_told(data) -> None:
    with pytest.raises(InputError, match=r"a\.txt: (the file is empty|unreadable)"):
        readers.read("a.txt", data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 40,
        b"%PDF-1.7\n" + bytes([0xE2, 0xE3, 0xCF, 0xD3, 0x00, 0x01, 0x02, 0x03]) * 100,
    ],
)
def test_bytes_that_are_no_text_are_told(data) -> None:
    with pytest.raises(InputError, match="unreadable"):
        readers.read("a.txt", data)


@pytest.mark.parametrize("lines_before", [1, 9_000])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_nul_in_a_text_is_told_with_its_line(lines_before, encoding) -> None:
    data = f"{SAID}\n" * lines_before + "学校\0二十所。"
    place = rf"a\.txt: a NUL .* stands in line {data.count(chr(10)) + 1}; remove it"
    with pytest.raises(InputError, match=place):
        readers.read("a.txt", data.encode(encoding))


def test_an_ending_without_a_reader_is_told() -> None:
    with pytest.raises(InputError, match=r"no reader for \.xls files"):
        readers.read("a.xls", SAID.encode())
