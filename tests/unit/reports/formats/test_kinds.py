import pytest

from orchestration.errors import InputError
from orchestration.reports import readers
from orchestration.reports.formats import kinds
from tests.unit.reports.formats.making import packed, page, paragraphs, pdf, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.doc", "a.aspx"])
def test_what_the_bytes_are_counts_and_not_the_name(name) -> None:
    assert kinds.of(name, word()) == "docx"
    assert kinds.of(name, page()) == "html"
    assert kinds.of(name, pdf(paragraphs(["学校。"]))) == "pdf"
    assert kinds.of(name, packed({"a.txt": b"1"})) == "zip"
    assert readers.suffix(name, page()) == ".html"


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.doc", OLE, r"a\.doc: an old Word document; save it as \.docx"),
        ("a.xls", OLE, r"no reader for \.xls files"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "it is locked with a password"),
        ("a.doc", rb"{\rtf1\ansi text}", "a rich text file; save it as"),
        ("a.ofd", packed({"OFD.xml": b"<ofd/>"}), "an OFD document; save it as PDF"),
        ("a.xlsx", packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "no reader for this Office"),
        ("a.zip", packed({"a.txt": b"1"}), "a zip of reports, not one; `zhibiao add`"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_with_the_mend(name, data, line) -> None:
    with pytest.raises(InputError, match=line) as told:
        readers.read(name, data)
    assert "\n" not in str(told.value)


def test_half_a_document_is_a_damaged_one_and_no_zip() -> None:
    with pytest.raises(InputError, match="a damaged zip"):
        readers.read("a.docx", word()[:-100])


def test_a_text_with_marks_is_a_text() -> None:
    assert readers.read("a.md", "# 学校\n".encode()).text == "# 学校\n"
