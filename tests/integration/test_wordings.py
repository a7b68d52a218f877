"""Wordings of later years and of other bureaus come to the codes that the dictionary has for them."""

from __future__ import annotations

import duckdb
import pytest

from tests.integration import landings
from tests.integration.landings import Told

pytestmark = pytest.mark.slow
NATION = {
    ("学前教育在园幼儿", "人"): "preschool_students",
    ("普惠性幼儿园在园幼儿占全国在园幼儿的比例", "%"): "universal_preschool_coverage",
    ("普惠性幼儿园占全国幼儿园的比例", "%"): "universal_kindergarten_share",
    ("普通小学在校生", "人"): "primary_students",
    ("普通小学专任教师中本科及以上学历比例", "%"): "primary_bachelor_teacher_share",
    ("初中学校教职工", "人"): "junior_secondary_staff",
    ("招收各种形式的特殊教育学生", "人"): "special_new_students",
    ("中等职业学校招生", "人"): "secondary_vocational_new_students",
    ("“双师型”专任教师占专任教师的比例", "%"): "dual_qualified_teacher_share",
    ("各种形式的高等教育在学总规模", "人"): "higher_total_enrolment",
    ("普通、职业本专科招生", "人"): "regular_higher_new_students",
    ("高职（专科）在校生", "人"): "short_cycle_students",
    ("本科层次职业学校", "所"): "vocational_bachelor_schools",
    ("民办义务教育阶段在校生", "人"): "private_compulsory_students",
    ("小学阶段教育专任教师中本科以上学历比例", "%"): "primary_bachelor_teacher_share",
    ("普通高中专任教师中研究生学历占比", "%"): "senior_secondary_postgraduate_teacher_share",
    ("初中阶段56人以上的大班额占总班数的比例", "%"): "junior_secondary_large_class_share",
    ("高职（专科）院校生师比", ":1"): "short_cycle_pupil_teacher_ratio",
    ("本科层次职业学校校均规模", "人"): "vocational_bachelor_average_size",
    ("本科学校校均规模", "人"): "regular_bachelor_schools_average_size",
    ("普通、职业高等学校校舍建筑面积", "平方米"): "regular_higher_floor_area",
    ("小学校舍建筑总面积", "平方米"): "primary_floor_area",
    ("普通高中教育专任教师", "人"): "regular_senior_secondary_full_time_teachers",
    ("民办幼儿园占全国幼儿园总数的比例", "%"): "private_preschool_schools_share",
    ("各级各类民办学校占全国各级各类学校总数", "%"): "private_schools_share",
}
BUREAU = {
    ("义务教育阶段学校集团化办学覆盖率", "%"): "group_schooling_coverage",
    ("学前教育普惠率", "%"): "universal_preschool_coverage",
    ("公办园在园幼儿比例", "%"): "public_kindergarten_share",
    ("随迁子女公办学校就读比例", "%"): "migrant_children_public_school_share",
    ("国家学生体质健康标准优良率", "%"): "physical_fitness_excellence_rate",
    ("特控线上线率", "%"): "special_type_line_rate",
    ("义务教育阶段学科类校外培训机构压减率", "%"): "training_institutions_reduction_rate",
    ("新建、改扩建学校", "所"): "schools_new_rebuilt_expanded",
    ("晋升正高职称", "人"): "new_senior_professional_teachers",
    ("学前普惠覆盖率", "%"): "universal_preschool_coverage",
    ("在公办园就读幼儿占比", "%"): "public_kindergarten_share",
    ("高考普通类特控线达线率", "%"): "special_type_line_rate",
    ("职教本科上线率", "%"): "vocational_gaokao_bachelor_rate",
    ("轮岗交流教师和校长", "人"): "teachers_rotated",
    ("公开招聘教师", "人"): "teachers_recruited",
    ("家庭经济困难学生资助", "人次"): "students_aided",
    ("校园安全隐患整改率", "%"): "hazards_fixed_rate",
    ("学生体质优良率", "%"): "physical_fitness_excellence_rate",
    ("评选第四批名师工作室", "个"): "teacher_studios_named",
    ("劳动教育特色学校新增", "所"): "labour_schools_named",
}
APART = (
    ("32", "家", "全国重点实验室", "省重点实验室"),
    ("33", "元", "一般公共预算收入", "一般公共预算总收入"),
    ("34", "亩", "造林", "营造林"),
    ("35", "亩", "新建高标准农田", "改造提升高标准农田"),
    ("36", "%", "“双师型”教师占专任教师的比例", "“双师型”教师占专业课教师的比例"),
    ("41", "所", "竣工学校", "建成投用学校"),
    ("42", "人", "特殊教育在校生", "特殊教育学校在校生"),
    ("43", "%", "高考本科上线率", "职教高考本科上线率"),
)


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """The code of each wording, by its report."""
    home = tmp_path_factory.mktemp("wordings")
    for area, labels in (
        ("CN", NATION),
        ("320281", BUREAU),
        *((f"{area}0000", {(name, unit): "" for name in pair}) for area, unit, *pair in APART),
    ):
        told = [
            Told(f"{label}{number}{unit}。", f"{number}{unit}", label, number, unit)
            for number, (label, unit) in enumerate(labels, start=20)
        ]
        landings.write(home, area, 2021, told)
    landings.overlay(home)
    done = landings.build(home, "--select", "+fct_observation")
    assert done.returncode == 0, done.stdout[-3000:]
    with duckdb.connect(str(home / "candidate" / "zhibiao.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "select area_code, indicator_label, indicator_code from marts.fct_observation"
        )
        return {(area, label): code for area, label, code in rows.fetchall()}


@pytest.mark.parametrize(("area", "wanted"), [("CN", NATION), ("320281", BUREAU)])
def test_each_wording_has_its_code(
    codes: dict[tuple[str, str], str], area: str, wanted: dict[tuple[str, str], str]
) -> None:
    assert {label: codes[area, label] for label, _ in wanted} == {
        label: code for (label, _), code in wanted.items()
    }


@pytest.mark.parametrize(("area", "unit", "one", "other"), APART)
def test_what_only_sounds_alike_has_codes_of_its_own(
    codes: dict[tuple[str, str], str], area: str, unit: str, one: str, other: str
) -> None:
    del unit
    assert codes[f"{area}0000", one] != codes[f"{area}0000", other]
