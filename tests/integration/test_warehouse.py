"""Three years of one bureau, told by hand, in one warehouse."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.integration import landings
from tests.integration.landings import Told

pytestmark = pytest.mark.slow
AREA = "320281"
SUM = "新招录教师563名（含50名甲、463名乙，50名丙）。"
RATE = "达标率提升至87.5%，较2021年提升6.25%。"


def _change(quote: str, low: float, text: str, **more: Any) -> Told:
    return Told(text, quote, "小学在校生", low, "人", "change", "change_abs", base_year=2021, **more)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three reports; figures that cannot both be right are planted in the last two."""
    path = tmp_path_factory.mktemp("warehouse")
    rise = "小学在校生10.2万人，比上年增加0.5万人。"
    landings.write(path, AREA, 2021, [
        Told("小学在校生9.9万人。", "9.9万人", "小学在校生", 99000, "人"),
        Told("上半年小学在校生9.5万人。", "9.5万人", "小学在校生", 95000, "人", period_type="ytd"),
        Told("2022年课后服务参与率达95%。", "95%", "课后服务参与率", 95, "%", "target", year=2022),
        Told("2022年建成实验室10个。", "10个", "建成实验室", 10, "个", "target", year=2022),
    ])  # fmt: skip
    landings.write(path, AREA, 2022, [
        Told(rise, "10.2万人", "全市小学在校学生数", 102000, "人"),
        _change("0.5万人", 5000, rise),
        Told("课后服务学生参与率95.07%。", "95.07%", "义务教育阶段学生课后服务参与率", 95.07, "%"),
        Told(RATE, "87.5%", "义务教育优质均衡达标率", 87.5, "%"),
        Told(RATE, "6.25%", "义务教育优质均衡达标率", 6.25, "%", "change", "change_pp", base_year=2021),
        Told(SUM, "563名", "新招录教师", 563, "名"),
        Told(SUM, "50名甲", "新招录甲", 50, "名", "component", part_of="563名"),
        Told(SUM, "463名乙", "新招录乙", 463, "名", "component", part_of="563名"),
        Told(SUM, "50名丙", "新招录丙", 50, "名", "component", part_of="563名"),
        Told("优秀学校全省30所。", "30所", "优秀学校", 30, "所", "benchmark", scope="全省"),
        Told("华姿中专校上线率80%。", "80%", "职教高考本科上线率", 80, "%", scope="华姿中专校"),
        Told("2023年招录教师450名以上。", "450名以上", "招录新教师", 450, "名", "target",
             qualifier="at_least", year=2023),
    ])  # fmt: skip
    landings.write(path, AREA, 2023, [
        Told("招聘教师440名。", "440名", "招聘教师", 440, "名"),
        Told("小学在校生10.6万人，上年为10.4万人。", "10.6万人", "小学在校生", 106000, "人"),
        Told("小学在校生10.6万人，上年为10.4万人。", "10.4万人", "小学在校生", 104000, "人", "baseline",
             base_year=2022),
    ])  # fmt: skip
    landings.overlay(path)
    done = landings.build(path)
    assert done.returncode == 0, done.stdout[-3000:]
    return path


def ask(home: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(home / "candidate" / "zhibiao.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_wordings_of_three_years_come_to_one_series(home: Path) -> None:
    found = ask(home, """
        select time_period, value, value_latest, source_kind, round(yoy_change, 2), yoy_change_unit,
            has_conflict
        from marts.rpt_indicator_series
        where indicator_code = 'primary_students' and period_type = 'annual' order by 1
    """)  # fmt: skip
    assert found == [
        (2021, 99000, 99000, "reported", None, None, True),
        (2022, 102000, 104000, "reported", 5.05, "%", True),
        (2023, 106000, 106000, "reported", 1.92, "%", False),
    ]


def test_half_years_stay_apart(home: Path) -> None:
    sql = "select value from marts.rpt_indicator_series where period_type = 'ytd'"
    assert ask(home, sql) == [(95000,)]


def test_a_change_gives_the_year_before(home: Path) -> None:
    found = ask(home, """
        select time_period, obs_value, obs_status, kind, derivation from marts.fct_observation
        where is_derived and indicator_code = 'quality_balance_compliance_rate'
    """)  # fmt: skip
    assert found == [(2021, 81.25, "E", "baseline", "水平减百分点：87.5%，6.25%")]


def test_promises_meet_what_later_reports_say(home: Path) -> None:
    sql = "select target_quote, outcome_value, verdict from marts.fct_target_outcome order by target_quote"
    assert ask(home, sql) == [
        ("10个", None, "no_outcome_found"),
        ("450名以上", 440, "missed"),
        ("95%", 95.07, "met"),
    ]


def test_the_planted_contradictions_and_no_others(home: Path) -> None:
    sql = "select conflict_type, time_period, left_value, right_value from marts.rpt_conflict order by 1, 2"
    assert ask(home, sql) == [
        ("change_vs_level", 2021, 97000, 99000),
        ("restated", 2022, 102000, 104000),
    ]


def test_scopes_are_places_or_named(home: Path) -> None:
    sql = (
        "select quote, area_code, scope from marts.fct_observation where quote in ('30所', '80%') order by 1"
    )
    assert ask(home, sql) == [("30所", "320000", ""), ("80%", AREA, "华姿中专校")]


def test_every_column_has_a_comment_and_every_table_a_key(home: Path) -> None:
    bare = (
        "select table_name, column_name from duckdb_columns() where schema_name = 'marts' and comment is null"
    )
    keyless = """
        select table_name from duckdb_tables() where schema_name = 'marts' and table_name not in (
            select table_name from duckdb_constraints() where constraint_type = 'PRIMARY KEY')
    """
    assert ask(home, bare) == []
    assert ask(home, keyless) == []


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A home of the test's own, built already."""
    return Path(shutil.copytree(home, tmp_path / "copy"))


def test_a_total_that_its_parts_do_not_make_up(copy: Path) -> None:
    text = SUM.replace("563", "653")
    parts = [("50名甲", 50), ("463名乙", 463), ("50名丙", 50)]
    landings.write(copy, AREA, 2022, [
        Told(text, "653名", "新招录教师", 653, "名"),
        *(Told(text, quote, quote[-1], low, "名", "component", part_of="653名") for quote, low in parts),
    ])  # fmt: skip
    assert landings.build(copy, "--select", "+rpt_conflict").returncode == 0
    sql = "select left_value, right_value from marts.rpt_conflict where conflict_type = 'component_sum'"
    assert ask(copy, sql) == [(653, 563)]


def test_the_users_alias_joins_what_was_apart(copy: Path) -> None:
    alias = {"alias": "建成实验室", "indicator_code": "new_school_places"}
    landings.overlay(copy, indicator_aliases=[alias])
    assert landings.build(copy, "--select", "+fct_observation").returncode == 0
    sql = "select indicator_code, link_method from marts.fct_observation where quote = '10个'"
    assert ask(copy, sql) == [("new_school_places", "alias")]


def _correction(copy: Path, **more: str) -> dict[str, str]:
    (found,) = ask(copy, "select statement_key from marts.fct_observation where quote = '440名'")
    given = {"statement_key": found[0], "action": "override", "field": "value", "reason": "印刷错误"}
    return {**given, **more}


def test_a_correction_replaces_a_value(copy: Path) -> None:
    landings.overlay(copy, corrections=[_correction(copy, expect="440", value="470")])
    assert landings.build(copy, "--select", "+fct_observation").returncode == 0
    sql = "select obs_value, is_overridden, quote from marts.fct_observation where quote = '440名'"
    assert ask(copy, sql) == [(470, True, "440名")]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"expect": "441", "value": "470"}, "expects 441 but the report gives 440"),
        ({"statement_key": "gone", "value": "470"}, "gone, value matches no statement of a current report"),
        ({"action": "forget"}, "must say accept, override or drop"),
    ],
)
def test_a_correction_that_fits_nothing_stops_the_build(
    copy: Path, more: dict[str, str], message: str
) -> None:
    landings.overlay(copy, corrections=[_correction(copy, **more)])
    done = landings.build(copy, "--select", "+int_statements_corrected")
    assert done.returncode != 0
    assert "corrections.csv" in done.stdout
    assert message in done.stdout


def test_the_unit_tests_of_the_sql_pass(home: Path) -> None:
    done = landings.dbt(home, "test", "--select", "test_type:unit")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "TOTAL=0" not in done.stdout
