import io
import zipfile

import pytest

from orchestration.reports.formats import archive
from orchestration.reports.formats.text import UnreadableError
from tests.unit.reports.formats.making import packed, word


def test_members_in_order_without_the_clutter_of_file_managers() -> None:
    data = packed({"b/二.txt": b"2", "__MACOSX/._x": b"x", "a.docx": word(), ".DS_Store": b"", "b/": b""})
    assert [name for name, _ in archive.members(data)] == ["b/二.txt", "a.docx"]


def test_names_packed_on_a_chinese_windows_are_read() -> None:
    raw = "报告.txt".encode("gb18030")
    data = packed({"x" * len(raw): "学校20所。".encode()}).replace(b"x" * len(raw), raw)
    ((name, content),) = archive.members(data)
    assert (name, content.decode()) == ("报告.txt", "学校20所。")


@pytest.mark.parametrize("name", ["../out.txt", "/etc/x.txt", "a/../../x.txt", "C:/x.txt", "..\\x.txt"])
def test_paths_that_lead_out_are_refused(name) -> None:
    with pytest.raises(UnreadableError, match="leads out of it"):
        archive.members(packed({"good.txt": b"1", name: b"2"}))


def test_a_link_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        made.writestr(info, "/etc/passwd")
    with pytest.raises(UnreadableError, match="leads out of it"):
        archive.members(out.getvalue())


def test_a_zip_in_a_zip_is_refused_but_a_word_document_is_not() -> None:
    with pytest.raises(UnreadableError, match="is a zip itself"):
        archive.members(packed({"a.txt": b"1", "b.txt": packed({"c.txt": b"2"})}))
    assert len(archive.members(packed({"a.docx": word()}))) == 1


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnreadableError, match="refused: 1 files of 40,000,000 bytes"):
        archive.members(packed({"a.txt": bytes(40_000_000)}))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    size = 30_000_000
    data = packed({"a.txt": bytes(size)}).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(UnreadableError, match=r"larger than it says|damaged"):
        archive.members(data)


def test_too_many_files_none_and_damage_are_told() -> None:
    with pytest.raises(UnreadableError, match="501 files"):
        archive.members(packed({f"{number}.txt": b"1" for number in range(501)}))
    with pytest.raises(UnreadableError, match="0 files"):
        archive.members(packed({}))
    with pytest.raises(UnreadableError, match="damaged zip"):
        archive.members(b"PK\x03\x04" + bytes(100))
