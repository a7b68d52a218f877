import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.reports import deliveries, inbox
from tests.unit.reports.formats.making import packed, page, word
from tests.unit.reports.helpers import INVENTED
from tests.unit.reports.test_inbox import drop, names


def test_a_file_is_one_report_and_a_zip_as_many_as_it_holds() -> None:
    (one,) = deliveries.parts("a/讲话.txt", b"x")
    assert (one.name, one.file) == ("a/讲话.txt", "讲话.txt")
    two = deliveries.parts("all.zip", packed({"2031/a.txt": b"1", "b.docx": word()}))
    assert [(part.name, part.file) for part in two] == [
        ("all.zip/2031/a.txt", "a.txt"),
        ("all.zip/b.docx", "b.docx"),
    ]


def test_an_unsafe_zip_is_told_with_its_name() -> None:
    with pytest.raises(InputError, match=r"^all\.zip: refused: '\.\./a\.txt' in it leads out of it"):
        deliveries.parts("all.zip", packed({"../a.txt": b"1"}))


def test_a_zip_in_the_inbox_gives_its_reports_and_puts_aside_the_rest(home) -> None:
    drop("all.zip", packed({"good/报告.txt": INVENTED.read_bytes(), "bad.txt": "学校20所。".encode()}))
    good, bad = inbox.take(settings.load())
    assert good.added is not None
    assert good.added.report_id == "320281-education-2023"
    assert (bad.name, bad.added) == ("bad.txt", None)
    assert "cannot be inferred" in bad.error
    assert names() == ["rejected/bad.txt", "rejected/bad.txt.error.txt"]
    told = (good.added.folder / "manifest.yml").read_text(encoding="utf-8")
    assert "dropped into the inbox as all.zip (报告.txt in it)" in told


def test_an_unsafe_zip_in_the_inbox_is_put_aside_as_a_whole(home) -> None:
    drop("all.zip", packed({"good.txt": INVENTED.read_bytes(), "/bad.txt": b"1"}))
    (taken,) = inbox.take(settings.load())
    assert "leads out of it" in taken.error
    assert names() == ["rejected/all.zip", "rejected/all.zip.error.txt"]


def test_a_page_in_the_inbox_is_read(home) -> None:
    lines = INVENTED.read_text(encoding="utf-8").split()
    drop("年报.htm", page([lines[0] + lines[1], *lines[2:]], published="2024-02-03"))
    (taken,) = inbox.take(settings.load())
    assert taken.added is not None, taken.error
    assert taken.added.report_id == "320281-education-2023"
    assert (taken.added.folder / "report.html").is_file()
