"""``zhibiao check`` on releases: a whole one passes, an altered one is named file by file."""

import json

import pytest

from tests.integration.homes import Home

pytestmark = pytest.mark.slow


def test_a_whole_release_passes_by_its_id_too(built: Home) -> None:
    for name in ([], [built.release], [built.release[:12]]):
        ended = built.run("check", "--release", *name)
        assert ended.code == 0, ended.out + ended.err
        assert f"{built.release}.html" in ended.out
    page = (built.path / "quality" / f"{built.release}.html").read_text(encoding="utf-8")
    assert "发布版完好" in page


@pytest.mark.parametrize("name", ["sdmx/indicators.csv", "parquet/fct_observation.parquet", "zhibiao.xlsx"])
def test_a_file_that_was_changed_since_is_named(broken: Home, name: str) -> None:
    path = broken.path / "published" / "releases" / broken.release / name
    path.write_bytes(path.read_bytes() + b"\n")
    ended = broken.run("check", "--release")
    assert ended.code == 1
    assert "files_as_recorded" in ended.out
    assert name in ended.out


def test_a_record_that_was_changed_is_found(broken: Home) -> None:
    path = broken.path / "published" / "releases" / broken.release / "release.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["tables"]["fct_observation"] += 1
    path.write_text(json.dumps(record), encoding="utf-8")
    ended = broken.run("check", "--release")
    assert ended.code == 1
    assert "rows_as_recorded" in ended.out


def test_a_release_that_is_not_there_is_told_in_one_line(built: Home) -> None:
    ended = built.run("check", "--release", "19990101T000000Z-00000000")
    assert ended.code == 2
    assert len(ended.errors) == 1
    assert built.release in ended.errors[0]
