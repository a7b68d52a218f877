from pathlib import Path

import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.reports import adding, context, register
from tests.unit.reports.helpers import INVENTED, registered


def put(tmp_path: Path, text: str, name: str = "said.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_infers_every_field_with_its_evidence(home) -> None:
    added = adding.add(settings.load(), INVENTED, received="for a test")
    assert (added.report_id, added.version, added.is_new) == ("320281-education-2023", 1, True)
    values = {name: str(found.value) for name, found in added.fields.items()}
    assert values["publisher"] == "江阴市教育局"
    assert values["planned_year"] == "2024"
    assert values["date"] == "2024-02-03"
    assert values["speaker"] == "李虚构"
    assert values["title"].startswith("奋楫笃行 久久为功")
    assert all(found.evidence for found in added.fields.values())
    report = next(r for r in register.load(settings.load()) if r.report_id == added.report_id)
    assert report.data(report.manifest.current) == INVENTED.read_bytes()


def test_the_same_bytes_again_change_nothing(home) -> None:
    first = adding.add(settings.load(), INVENTED, received="for a test")
    manifest = (first.folder / "manifest.yml").read_bytes()
    again = adding.add(settings.load(), INVENTED, received="once more")
    assert (again.report_id, again.is_new) == (first.report_id, False)
    assert (first.folder / "manifest.yml").read_bytes() == manifest


def test_a_mended_report_becomes_the_next_version(home, tmp_path) -> None:
    adding.add(settings.load(), INVENTED, received="for a test")
    mended = put(tmp_path, INVENTED.read_text(encoding="utf-8").replace("7350个", "7530个"))
    added = adding.add(settings.load(), mended, received="mended")
    assert (added.report_id, added.version) == ("320281-education-2023", 2)
    report = next(r for r in register.load(settings.load()) if r.report_id == added.report_id)
    assert [v.file for v in report.manifest.versions] == ["report.txt", "report.v2.txt"]
    assert [report.data(v) for v in report.manifest.versions] == [INVENTED.read_bytes(), mended.read_bytes()]


def test_a_mended_report_of_the_project_is_carried_into_the_users_register(home, tmp_path) -> None:
    original = settings.load().reports[0] / "320281/education/2022/report.txt"
    mended = put(tmp_path, original.read_text(encoding="utf-8").replace("徐前锋", "徐前峰"))
    added = adding.add(settings.load(), mended, received="mended")
    assert (added.version, added.folder.is_relative_to(home)) == (2, True)
    (report,) = register.load(settings.load())
    assert [report.data(v) for v in report.manifest.versions] == [original.read_bytes(), mended.read_bytes()]


def test_quite_another_text_never_becomes_a_version(home, tmp_path) -> None:
    registered("小学招生情况。" * 50, year=2023)
    with pytest.raises(InputError, match="quite another text"):
        adding.add(settings.load(), INVENTED, received="for a test")


def test_what_is_given_wins(home, tmp_path) -> None:
    given = {"reviewed_year": 2019, "planned_year": 2020, "genre": "other", "publisher": "某局"}
    added = adding.add(settings.load(), INVENTED, received="x", given=given, area="无锡市")
    assert added.report_id == "320200-other-2019"
    assert added.fields["publisher"].value == "某局"
    assert added.fields["publisher"].evidence == "given"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "今天天气很好，气温20度。\n",
            r"the genre, the reviewed year and the area cannot be inferred; give --genre .* --year .* --area",
        ),
        (
            "全市教育系统工作会议\n学校很多。\n",
            "the reviewed year and the area cannot be inferred; give --year 2022 --area 320281, or",
        ),
        (
            "2022年全市教育系统工作会议\n某地\n2023年2月1日\n学校20所。\n",
            "the area cannot be inferred; give --area",
        ),
    ],
)
def test_what_cannot_be_inferred_is_asked_for(home, tmp_path, text, line) -> None:
    with pytest.raises(InputError, match=line):
        adding.add(settings.load(), put(tmp_path, text), received="x")
    assert not list(settings.load().reports[1].rglob("*"))


def test_an_area_that_is_not_known_is_told_with_candidates(home) -> None:
    with pytest.raises(InputError, match=r"320106 鼓楼区.*give the code"):
        adding.add(settings.load(), INVENTED, received="x", area="鼓楼区")
    with pytest.raises(InputError, match="'nowhere' is not known"):
        adding.add(settings.load(), INVENTED, received="x", area="nowhere")


def test_a_missing_file_is_told(home, tmp_path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: cannot be read"):
        adding.add(settings.load(), tmp_path / "none.txt", received="x")


def test_other_bytes_with_the_very_same_text_are_no_new_version(home, tmp_path) -> None:
    first = adding.add(settings.load(), INVENTED, received="for a test")
    before = (first.folder / "manifest.yml").read_bytes()
    other = tmp_path / "gb.txt"
    other.write_bytes(INVENTED.read_text(encoding="utf-8").encode("gb18030"))
    again = adding.add(settings.load(), other, received="once more")
    assert (again.is_new, again.same_text, again.version) == (False, True, 1)
    assert (first.folder / "manifest.yml").read_bytes() == before


def test_a_new_version_keeps_what_a_person_mended_in_the_manifest(home, tmp_path) -> None:
    first = adding.add(settings.load(), INVENTED, received="for a test")
    path = first.folder / "manifest.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("李虚构", "王虚构"), encoding="utf-8")
    mended = put(tmp_path, INVENTED.read_text(encoding="utf-8").replace("7350个", "7530个"))
    added = adding.add(settings.load(), mended, received="mended", given={"publisher": "某局"})
    assert (added.fields["speaker"].value, added.fields["speaker"].evidence) == ("王虚构", "as in version 1")
    assert added.fields["publisher"].value == "某局"
    told = path.read_text(encoding="utf-8")
    assert "王虚构" in told
    assert "某局" in told


@pytest.mark.parametrize(
    ("title", "publisher", "area", "report_id"),
    [
        ("2016年全国教育事业发展统计公报", "教育部", "CN", "CN-education-communique-2016"),
        ("2016年国民经济和社会发展统计公报", "国家统计局", "CN", "CN-stat-communique-2016"),
        ("2016年江阴市教育事业统计公报", "江阴市教育局", "320281", "320281-education-communique-2016"),
        ("2016年海南省教育事业统计公报", "海南省教育厅", "460000", "460000-education-communique-2016"),
        ("2016年重庆市教育事业统计公报", "重庆市教育委员会", "500000", "500000-education-communique-2016"),
        ("2016年江阴市国民经济和社会发展统计公报", "江阴市统计局", "320281", "320281-stat-communique-2016"),
    ],
)
def test_two_publishers_of_one_place_do_not_share_an_id(
    home, tmp_path, title: str, publisher: str, area: str, report_id: str
) -> None:
    path = put(tmp_path, f"{title}\n2017年7月10日\n全年招生10.5万人，比上年增加0.3万人。\n")
    added = adding.add(settings.load(), path, received="for a test", area=area)
    assert added.report_id == report_id
    assert added.fields["publisher"].value == publisher


def test_a_communique_of_a_department_is_read_like_any_other(home, tmp_path) -> None:
    path = put(tmp_path, "2016年全国教育事业发展统计公报\n2017年7月10日\n全年招生10.5万人。\n")
    added = adding.add(settings.load(), path, received="for a test", area="CN")
    assert "planned_year" not in added.fields
    (report,) = [one for one in register.load(settings.load()) if one.report_id == added.report_id]
    told = context.of_version(report, report.manifest.current, "全年招生10.5万人。", settings.load())
    assert (told.genre, told.reviewed_year) == ("stat-communique", 2016)


def test_a_genre_that_is_none_yet_is_told(home, tmp_path) -> None:
    path = put(tmp_path, "2016年江阴市教育工作总结\n2017年1月10日\n全年招生10.5万人，比上年增加0.3万人。\n")
    given = {"genre": "educatio", "area_code": "320281", "reviewed_year": 2016}
    added = adding.add(settings.load(), path, received="for a test", given=given)
    assert added.fields["genre"].evidence == "given; a new genre, not education"


def test_a_work_report_without_a_title_is_called_by_the_year_it_was_given_in(home, tmp_path) -> None:
    text = "各位代表：\n现在，我代表市人民政府报告工作。\n一、2023年工作回顾\n全市生产总值500亿元。\n"
    path = put(tmp_path, f"{text}二、2024年工作安排\n全市生产总值增长6%左右。\n")
    added = adding.add(settings.load(), path, received="for a test", area="江阴市")
    assert added.report_id == "320281-gov-work-report-2023"
    assert added.fields["title"].value == "2024年江阴市政府工作报告"
