import os
import shutil
import time

from orchestration import settings, state
from orchestration.reports import inbox, register
from tests.unit.reports.helpers import INVENTED


def drop(name: str = "said.txt", data: bytes | None = None, age: float = 60) -> None:
    folder = settings.load().inbox
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if data is None:
        shutil.copy(INVENTED, path)
    else:
        path.write_bytes(data)
    os.utime(path, (time.time() - age, time.time() - age))


def names() -> list[str]:
    folder = settings.load().inbox
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_dropped_report_is_registered_and_leaves_the_inbox(home) -> None:
    drop()
    (taken,) = inbox.take(settings.load())
    assert taken.added is not None
    assert taken.added.report_id == "320281-education-2023"
    assert names() == []


def test_a_sidecar_gives_what_the_text_does_not_say(home) -> None:
    drop("said.txt", "学校20所。".encode())
    drop("said.txt.yml", b'reviewed_year: 2020\narea_code: "320281"\ngenre: education\ntitle: x\n')
    (taken,) = inbox.take(settings.load())
    assert taken.added is not None, taken.error
    assert taken.added.report_id == "320281-education-2020"
    assert names() == []


def test_a_sidecar_may_name_the_area(home) -> None:
    drop("said.txt", "学校20所。".encode())
    drop("said.yml", "area: 江阴市\nreviewed_year: 2020\ngenre: education\n".encode())
    (taken,) = inbox.take(settings.load())
    assert taken.added is not None, taken.error
    assert taken.added.report_id == "320281-education-2020"


def test_a_file_that_is_still_written_stays(home) -> None:
    drop(age=0)
    drop("other.part")
    drop(".hidden")
    assert inbox.take(settings.load()) == []
    assert names() == [".hidden", "other.part", "said.txt"]


def test_an_unreadable_file_is_put_aside_with_one_line(home) -> None:
    drop("picture.txt", bytes(range(256)) * 20)
    drop("picture.txt.yml", b"genre: education\n")
    (taken,) = inbox.take(settings.load())
    assert taken.added is None
    assert "unreadable" in taken.error
    assert names() == ["rejected/picture.txt", "rejected/picture.txt.error.txt", "rejected/picture.txt.yml"]
    told = (settings.load().inbox / "rejected/picture.txt.error.txt").read_text(encoding="utf-8")
    assert told == taken.error + "\n"
    assert told.count("\n") == 1


def test_a_wrong_sidecar_is_told_and_others_still_taken(home) -> None:
    drop("a.txt", "学校20所。".encode())
    drop("a.yml", b"reviewed_year: soon\n")
    drop("b.txt")
    bad, good = inbox.take(settings.load())
    assert "reviewed_year must be int" in bad.error
    assert good.added is not None
    assert good.added.is_new


def test_a_name_that_came_out_of_an_archive_of_windows_is_kept_as_text(home) -> None:
    drop(os.fsdecode("教育报告.txt".encode("gb18030")))
    drop(os.fsdecode("坏.xls".encode("gb18030")), b"no")
    state.fingerprint(settings.load())
    bad, good = sorted(inbox.take(settings.load()), key=lambda one: one.added is not None)
    assert "坏.xls: no reader" in bad.error
    assert good.name == "教育报告.txt"
    (report,) = [one for one in register.load(settings.load()) if one.manifest.reviewed_year == 2023]
    assert report.manifest.current.received.startswith("dropped into the inbox as 教育报告.txt on")
    told = settings.load().inbox / "rejected" / "坏.xls.error.txt"
    assert told.read_text(encoding="utf-8") == f"{bad.error}\n"


def test_the_longest_names_stop_nothing(home) -> None:
    drop("长" * 83 + ".txt")
    drop("短" * 83 + ".xls", b"no")
    bad, good = sorted(inbox.take(settings.load()), key=lambda one: one.added is not None)
    assert good.added is not None
    assert "no reader for .xls" in bad.error
    assert len(names()) == 2
