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
}
APART = (
    ("32", "家", "全国重点实验室", "省重点实验室"),
    ("33", "元", "一般公共预算收入", "一般公共预算总收入"),
    ("34", "亩", "造林", "营造林"),
    ("35", "亩", "新建高标准农田", "改造提升高标准农田"),
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
