import pytest

from orchestration import files, settings
from orchestration.errors import InputError
from orchestration.reports import register
from tests.unit.reports.helpers import registered

JIANGYIN = "320281-education-2022"


def test_the_report_that_comes_with_the_project_is_whole(home) -> None:
    (report,) = register.load(settings.load())
    assert report.report_id == JIANGYIN
    version = report.manifest.current
    assert version.sha256 == "f6bd47c017a7157f5e873461ef6a7708b73b247e3c82a107ee5d1a6bc30d1e14"
    assert files.sha256(report.data(version)) == version.sha256


def test_a_folder_of_reports_that_is_not_there_is_told(home, monkeypatch) -> None:
    monkeypatch.setenv("ZHIBIAO_SEED_REPORTS", str(home / "absent"))
    with pytest.raises(InputError, match="absent: is no folder; ZHIBIAO_SEED_REPORTS"):
        register.load(settings.load())


def test_user_reports_stand_beside_it_by_year(home) -> None:
    registered("二〇二一年，学校20所。")
    assert [r.report_id for r in register.load(settings.load())] == ["320281-education-2021", JIANGYIN]


def test_a_users_report_of_the_same_id_wins(home) -> None:
    folder = registered("学校20所。", year=2022)
    (report,) = register.load(settings.load())
    assert report.folder == folder


def test_bytes_that_are_not_the_manifests_are_told(home) -> None:
    folder = registered("学校20所。")
    (folder / "report.txt").write_text("学校21所。", encoding="utf-8")
    report = register.load(settings.load())[0]
    with pytest.raises(
        InputError, match=r"manifest\.yml: versions\[1\]\.sha256 is .*put the received file back"
    ):
        report.data(report.manifest.current)


def test_a_missing_file_is_told(home) -> None:
    folder = registered("学校20所。")
    (folder / "report.txt").unlink()
    report = register.load(settings.load())[0]
    with pytest.raises(InputError, match=r"report\.txt: cannot be read"):
        report.data(report.manifest.current)


def test_a_folder_that_contradicts_its_manifest_is_told(home) -> None:
    folder = registered("学校20所。")
    folder.rename(folder.with_name("2019"))
    with pytest.raises(InputError, match="say 320281/education/2021; move the folder there"):
        register.load(settings.load())


def test_finds_a_version_by_its_hash(home) -> None:
    registered("学校20所。")
    found = register.find_by_hash(settings.load(), files.sha256("学校20所。".encode()))
    assert found is not None
    assert found[0].report_id == "320281-education-2021"
    assert register.find_by_hash(settings.load(), "0" * 64) is None


def test_a_file_without_a_manifest_is_told(home) -> None:
    folder = registered("学校20所。")
    (folder / "manifest.yml").unlink()
    with pytest.raises(InputError, match=r"report\.txt: lies in the register without manifest\.yml"):
        register.verify(register.load(settings.load()), settings.load())


def test_a_territory_that_nobody_knows_is_told(home) -> None:
    registered("学校20所。", area="999999")
    with pytest.raises(InputError, match=r"manifest\.yml: area_code '999999' is in no areas\.csv"):
        register.verify(register.load(settings.load()), settings.load())


def test_the_same_bytes_belong_to_one_report(home) -> None:
    registered("学校20所。", year=2020)
    registered("学校20所。", year=2021)
    with pytest.raises(InputError, match=r"report\.txt is registered as 320281-education-2020 already"):
        register.verify(register.load(settings.load()), settings.load())


def test_a_good_register_is_good(home) -> None:
    registered("学校20所。")
    register.verify(register.load(settings.load()), settings.load())
