from __future__ import annotations

from orchestration.site import charts, series
from orchestration.site.links import Sentences
from orchestration.site.model import Observation, Point, Target
from tests.unit.site import releases

PARENTS = {"990100": "990000", "990000": "CN"}


def lines(**changes: dict[str, object]) -> list[series.Series]:
    """The series, with fields of the rows of a quote changed."""
    tables = releases.rows()
    for rows in tables.values():
        for row in rows:
            found = changes.get(f"of_{row.get('quote', '').rstrip('%')}", {})
            row.update({name: value for name, value in found.items() if name in row})

    def of_rate(kind: type, table: str) -> list[object]:
        return [kind(**row) for row in tables[table] if row["indicator_code"] == "rate"]

    return series.build(
        of_rate(Point, "marts.rpt_indicator_series"),  # type: ignore[arg-type]
        of_rate(Observation, "marts.fct_observation"),  # type: ignore[arg-type]
        of_rate(Target, "marts.fct_target_outcome"),  # type: ignore[arg-type]
        PARENTS,
    )


def drawn(**changes: dict[str, object]) -> charts.Chart:
    reports = {
        str(row["statement_id"]): str(row["report_id"]) for row in releases.rows()["marts.fct_observation"]
    }
    chart = charts.draw(lines(**changes)[0], Sentences(reports))
    assert chart is not None
    return chart


def test_each_kind_of_point_is_told_apart() -> None:
    found = [(mark.label, mark.shape) for mark in drawn().marks]
    assert found == [
        ("2020年 62.5% 推算", "derived"),
        ("2021年 60% 参照 某省", "benchmark"),
        ("2021年 70.5% 后来重述", "restated"),
        ("2021年 70% 当年报告，有矛盾", "reported"),
        ("2022年 目标 80%以上（未达成）", "target"),
        ("2022年 78% 当年报告", "reported"),
    ]


def test_each_mark_leads_to_its_own_sentence() -> None:
    quotes = {str(row["statement_id"]): str(row["quote"]) for row in releases.rows()["marts.fct_observation"]}
    for mark in drawn().marks:
        quote = quotes[mark.href.partition("#s-")[2]]
        assert quote == "7.5个百分点" if mark.shape == "derived" else quote in mark.label


def test_marks_that_would_cover_each_other_lie_apart() -> None:
    restated, reported = (
        mark for mark in drawn().marks if mark.label[:4] == "2021" and mark.shape != "benchmark"
    )
    assert abs(restated.y - reported.y) < 15
    assert (reported.aside, restated.aside) == (0, 15)


def test_places_above_are_benchmarks_and_the_main_line_joins_years() -> None:
    first, second = lines()
    assert first.benchmark_areas == (("990000", "某省"),)
    assert second.benchmark_areas == ()
    assert [line.style for line in drawn().lines] == ["main", "main"]


def test_a_single_mark_is_no_chart() -> None:
    assert charts.draw(lines()[1], Sentences({})) is None


def test_sparks_need_two_points_and_stay_in_their_box() -> None:
    assert charts.spark([(2020, 1.0)]) == ""
    assert charts.spark([(2020, 1.0), (2022, 3.0)]) == "M4.0 32.0L116.0 4.0"
    assert charts.spark([(2020, 2.0), (2021, 2.0)]) == "M4.0 18.0L116.0 18.0"


def test_what_the_same_report_tells_otherwise_is_no_restatement() -> None:
    told = [mark.label for mark in drawn(**{"of_70.5": {"report_id": "city-2021"}}).marks]
    assert "2021年 70.5% 其他说法" in told


def test_a_total_of_a_place_above_is_no_benchmark() -> None:
    nation = lines(of_60={"value": 6000.0})[0]
    assert nation.benchmark_areas == ()
    assert not [point for year in nation.years for point in year.benchmarks]
    assert lines()[0].benchmark_areas == (("990000", "某省"),)


def test_a_benchmark_of_other_years_is_not_in_the_legend() -> None:
    assert lines(of_60={"time_period": 1999})[0].benchmark_areas == ()


def test_a_place_that_is_only_compared_with_comes_last_however_many_years_it_has() -> None:
    tables = releases.rows()
    for name in ("marts.rpt_indicator_series", "marts.fct_observation"):
        (province,) = [row for row in tables[name] if row["area_code"] == "990000"]
        for year in range(2010, 2020):
            told = {"time_period": year, "observation_id": f"o{year}", "statement_id": f"s{year}"}
            tables[name].append(province | told)
    points = [Point(**row) for row in tables["marts.rpt_indicator_series"] if row["indicator_code"] == "rate"]
    observations = [Observation(**row) for row in tables["marts.fct_observation"]]
    first, last = series.build(
        points, [one for one in observations if one.indicator_code == "rate"], [], PARENTS
    )
    assert len(first.points) < len(last.points) == 11
    assert last.area_name == "某省"
