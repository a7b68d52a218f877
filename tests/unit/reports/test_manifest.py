import re
from pathlib import Path

import pytest
import yaml

from orchestration.errors import InputError
from orchestration.reports import manifest

GOOD = """\
title: 某报告
publisher: 江阴市教育局
speaker: 张三
date: 2023-02-01
reviewed_year: 2022
planned_year: 2023
area_code: "320281"
genre: education
licence: facts only
versions:
  - {file: report.txt, sha256: "%s", received: by hand}
""" % ("a" * 64)


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "manifest.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_every_field(tmp_path: Path) -> None:
    read = manifest.read(write(tmp_path, GOOD))
    assert read.report_id == "320281-education-2022"
    assert str(read.date) == "2023-02-01"
    assert read.current.file == "report.txt"
    assert read.current.number == 1


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    read = manifest.read(write(tmp_path, GOOD))
    assert manifest.read(write(tmp_path, manifest.render(read))) == read


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda m: m.update(colour="red"), "unknown key colour"),
        (lambda m: m.pop("publisher"), "key publisher is missing"),
        (lambda m: m.update(publisher=None), "key publisher is missing"),
        (lambda m: m.update(publisher="  "), "publisher must be a text"),
        (lambda m: m.update(reviewed_year="2022"), "reviewed_year must be a year"),
        (lambda m: m.update(reviewed_year=True), "reviewed_year must be a year"),
        (lambda m: m.update(reviewed_year=1022), "reviewed_year must be a year"),
        (lambda m: m.update(planned_year=2022), "planned_year 2022 is not after"),
        (lambda m: m.update(area_code=320281), "area_code must look like"),
        (lambda m: m.update(date="soon"), "date must be a date"),
        (lambda m: m.update(genre="Schöne Rede"), "genre must look like"),
        (lambda m: m.update(versions=[]), "versions must list"),
        (lambda m: m["versions"][0].update(sha256="abc"), "versions[1].sha256 must look like"),
        (lambda m: m["versions"][0].update(file="../x.txt"), "versions[1].file must look like"),
        (lambda m: m["versions"].append(dict(m["versions"][0])), "two versions have the same file"),
    ],
)
def test_each_fault_gives_one_line_with_file_place_and_mend(tmp_path, change, place) -> None:
    raw = yaml.safe_load(GOOD)
    change(raw)
    path = write(tmp_path, yaml.safe_dump(raw, allow_unicode=True))
    with pytest.raises(InputError, match=re.escape(place)) as caught:
        manifest.read(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    assert caught.value.mend
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: a\ntitle: b\n", "line 2: key title stands twice"),
        ("title: [a\n", "line 2"),
        ("- a\n- b\n", "the file must be keys"),
        ("", "the file must be keys"),
    ],
)
def test_yaml_that_is_wrong_in_itself_is_told_with_its_line(tmp_path, text, place) -> None:
    with pytest.raises(InputError, match=re.escape(place)):
        manifest.read(write(tmp_path, text))


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_bytes("title: 报告".encode("gb18030"))
    with pytest.raises(InputError, match="not UTF-8"):
        manifest.read(path)


def test_a_date_that_no_calendar_has_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"manifest\.yml: line 4: 2023-02-31 is no date .*mend the YAML there"
    ):
        manifest.read(write(tmp_path, GOOD.replace("2023-02-01", "2023-02-31")))
