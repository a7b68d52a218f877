"""Small releases made by hand: two places, two reports, every kind of point."""

from __future__ import annotations

import dataclasses
import zlib
from pathlib import Path
from typing import Any, get_type_hints

import duckdb

from orchestration.publishing.manifest import Release
from orchestration.settings import ROOT, Settings
from orchestration.site import model

ID = "20260101T000000Z-00000000"
TABLES: dict[str, type] = {
    "marts.dim_report": model.Report,
    "marts.dim_indicator": model.Indicator,
    "marts.fct_observation": model.Observation,
    "marts.rpt_indicator_series": model.Point,
    "marts.fct_target_outcome": model.Target,
    "marts.rpt_conflict": model.Conflict,
    "marts.rpt_passage": model.Passage,
    "marts.rpt_skipped_number": model.Skipped,
    "marts.rpt_accounting": model.Accounting,
    "marts.rpt_review_queue": model.Review,
    "quality.check_result": model.Check,
}
EXTRA = {
    "marts.dim_report": "is_current boolean default true",
    "marts.rpt_accounting": "is_current boolean default true",
    "quality.check_result": "run_id varchar default 'r', checked_at timestamp default '2026-01-01'",
}
TYPES = {str: "varchar", float: "double", int: "integer", bool: "boolean"}
TEXTS = {
    "city-2021": """一、回顾
覆盖率达到70%，全省平均水平为60%。新招录教师10名。
二、计划
覆盖率达到80%以上。""",
    "city-2022": """一、回顾
覆盖率达到78%，比上年提高7.5个百分点。新招录教师12名，其中博士5名、硕士8名。
2021年覆盖率为70.5%。""",
}


def filled(kind: type, /, **given: Any) -> dict[str, Any]:
    """A row with neutral values where none is given."""
    neutral = {"varchar": "", "double": 0.0, "integer": 0, "boolean": False}
    hints = get_type_hints(kind)
    row = {}
    for field in dataclasses.fields(kind):
        nullable = type(None) in getattr(hints[field.name], "__args__", ())
        row[field.name] = None if nullable else neutral[_type(hints[field.name])]
    return row | given


def _type(hint: Any) -> str:
    return next(TYPES[one] for one in (hint, *getattr(hint, "__args__", ())) if one in TYPES)


def key(report: str, quote: str) -> str:
    """A name for a figure, as short and plain as the hashes of real ones."""
    return f"{report}-{zlib.crc32(quote.encode()):08x}"


def stated(report: str, quote: str, code: str, **given: Any) -> dict[str, Any]:
    """An observation whose quote stands in the text of its report."""
    text = TEXTS[report]
    start = text.index(quote)
    line = next(one for one in text.splitlines() if quote in one)
    value = float("".join(sign for sign in quote if sign in "0123456789."))
    name = key(report, quote)
    facts = {
        "observation_id": f"o-{name}",
        "report_id": report,
        "statement_id": f"s-{name}",
        "statement_key": f"k-{name}",
        "indicator_code": code,
        "indicator_label": "覆盖率",
        "area_code": "990100",
        "area_name": "某市",
        "time_period": int(report[-4:]),
        "period_type": "annual",
        "kind": "actual",
        "modality": "actual",
        "measure": "level",
        "obs_value": value,
        "value_low": value,
        "value_high": value,
        "unit_code": "%",
        "qualifier": "exact",
        "quote": quote,
        "char_start": start,
        "char_end": start + len(quote),
        "heading": "回顾",
        "sentence": line,
        "confidence": 0.9,
    }
    return filled(model.Observation, **(facts | given))


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of every table."""
    rate, count = "rate", "p_教师"
    persons = {"unit_code": "人", "indicator_label": "新招录教师"}
    first = stated("city-2021", "70%", rate)
    second = stated("city-2022", "78%", rate)
    restated = stated("city-2022", "70.5%", rate, time_period=2021)
    change = stated("city-2022", "7.5个百分点", rate, kind="change", measure="change_pp", base_year=2021)
    promise = stated("city-2021", "80%以上", rate, kind="target", modality="target", time_period=2022)
    province = stated("city-2021", "60%", rate, kind="benchmark", area_code="990000", area_name="某省")
    teachers = stated("city-2021", "10名", count, **persons)
    total = stated("city-2022", "12名", count, **persons)
    parts = [
        stated(
            "city-2022", quote, count, kind="component", part_of_statement_id=total["statement_id"], **persons
        )
        for quote in ("5名", "8名")
    ]
    derived = filled(model.Observation, **(change | {"observation_id": "o-derived", "is_derived": True}))
    derived |= {"time_period": 2020, "measure": "level", "obs_value": 62.5, "derivation": "70 减 7.5"}
    derived |= {"evidence_statement_id": first["statement_id"], "kind": "actual"}
    observations = [first, second, restated, change, promise, province, teachers, total, *parts, derived]
    points = [_point(one) for one in (first, province, teachers, total)]
    points += [_point(second) | {"yoy_change": 8.0, "yoy_change_unit": "个百分点"}]
    points += [_point(derived) | {"source_kind": "derived"}]
    points[0] |= {"has_conflict": True}
    return {
        "marts.dim_report": [
            filled(
                model.Report,
                report_id=report,
                title=f"{report[-4:]}年报告",
                genre="education",
                area_code="990100",
                area_name="某市",
                reviewed_year=int(report[-4:]),
                planned_year=int(report[-4:]) + 1,
            )
            for report in TEXTS
        ],
        "marts.dim_indicator": [_indicator(rate, "覆盖率", "%"), _indicator(count, "新招录教师", "人")],
        "marts.fct_observation": observations,
        "marts.rpt_indicator_series": points,
        "marts.fct_target_outcome": [_target(promise, second)],
        "marts.rpt_conflict": [
            _conflict("c1", "restated", first, restated),
            _conflict("c2", "component_sum", total, parts[0]),
        ],
        "marts.rpt_passage": [row for report, text in TEXTS.items() for row in _passages(report, text)],
        "marts.rpt_skipped_number": [
            {"report_id": "city-2022", "char_start": TEXTS["city-2022"].index("2021年"), "quote": "2021年"}
            | {"char_end": TEXTS["city-2022"].index("2021年") + 5, "reason": "date"}
        ],
        "marts.rpt_accounting": [
            {"report_id": report, "digit_runs": 5, "statements": 4, "digit_runs_in_statements": 4}
            | {"digit_runs_skipped": 1, "digit_runs_unaccounted": 0}
            for report in TEXTS
        ],
        "marts.rpt_review_queue": [
            filled(
                model.Review,
                reason="unlinked",
                candidate_1_name_zh="教师数",
                **{
                    name: teachers[name]
                    for name in (
                        "statement_id",
                        "report_id",
                        "indicator_label",
                        "indicator_code",
                        "quote",
                        "sentence",
                    )
                },
            )
        ],
        "quality.check_result": [
            filled(model.Check, check_name="a", outcome="passed", severity="critical", description="都在。"),
            filled(
                model.Check, check_name="b", outcome="failed", severity="warning", description="不都相符。"
            ),
        ],
    }


def _point(one: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(model.Point)}
    shared = {name: value for name, value in one.items() if name in names}
    value = {"value": one["obs_value"], "value_latest": one["obs_value"], "source_kind": "reported"}
    return filled(model.Point, **(shared | value))


def _indicator(code: str, name: str, unit: str) -> dict[str, Any]:
    return filled(
        model.Indicator,
        indicator_code=code,
        name_zh=name,
        name_en=f"{code} in English",
        domain="education",
        unit_code=unit,
        direction="more_is_better",
        growth_basis="nominal",
        is_provisional=code.startswith("p_"),
        observations=5,
        reports=2,
    )


def _target(promise: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(model.Target)}
    shared = {name: value for name, value in promise.items() if name in names}
    return filled(
        model.Target,
        **shared,
        target_statement_id=promise["statement_id"],
        target_report_id=promise["report_id"],
        indicator_name_zh="覆盖率",
        target_low=80.0,
        target_quote=promise["quote"],
        target_sentence=promise["sentence"],
        outcome_value=78.0,
        outcome_statement_id=outcome["statement_id"],
        outcome_quote=outcome["quote"],
        verdict="missed",
        gap=-2.0,
    )


def _conflict(name: str, kind: str, left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    sides = {
        f"{side}_{field}": one[field]
        for side, one in (("left", left), ("right", right))
        for field in ("statement_id", "quote", "report_id", "sentence")
    }
    if kind == "component_sum":
        sides["right_quote"] = "5名、8名"
    return filled(
        model.Conflict,
        conflict_id=name,
        conflict_type=kind,
        indicator_code=left["indicator_code"],
        indicator_name_zh="覆盖率",
        area_name="某市",
        time_period=left["time_period"],
        difference=-0.5,
        tolerance=0.1,
        explanation=f"{left['report_id']} 为 {left['quote']}，{right['report_id']} 为 {right['quote']}",
        **sides,
    )


def _passages(report: str, text: str) -> list[dict[str, Any]]:
    made, at = [], 0
    for line in text.splitlines(keepends=True):
        heading = line[1] == "、"
        made.append(
            filled(
                model.Passage,
                report_id=report,
                passage_id=f"{report}-{at}",
                char_start=at,
                char_end=at + len(line),
                passage_text=line,
                is_heading=heading,
            )
        )
        at += len(line)
    return made


def write(home: Path, tables: dict[str, list[dict[str, Any]]] | None = None) -> Settings:
    """Write a release as the current one of a home."""
    settings = Settings(ROOT, home)
    folder = settings.published / "releases" / ID
    folder.mkdir(parents=True)
    content = tables or rows()
    with duckdb.connect(str(folder / "zhibiao.duckdb")) as connection:
        connection.execute("create schema marts")
        connection.execute("create schema quality")
        for table, kind in TABLES.items():
            hints = get_type_hints(kind)
            columns = [f"{field.name} {_type(hints[field.name])}" for field in dataclasses.fields(kind)]
            columns += [EXTRA[table]] if table in EXTRA else []
            connection.execute(f"create table {table} ({', '.join(columns)})")
            for row in content[table]:
                marks = ", ".join("?" for _ in row)
                connection.execute(
                    f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values())
                )
        connection.execute("create table marts.dim_area (area_code varchar, parent_code varchar)")
        connection.execute("insert into marts.dim_area values ('990100', '990000'), ('990000', 'CN')")
        connection.execute("comment on column marts.dim_area.area_code is '区划代码。Code.'")
    release = Release(
        release_id=ID,
        created_at="2026-01-01T00:00:00+00:00",
        content="",
        tables={name.split(".")[1]: 1 for name in TABLES},
        files={},
        reports=[],
        gate={"summary": "gate open"},
        code_version={},
    )
    (folder / "release.json").write_text(release.to_json(), encoding="utf-8")
    (settings.published / "current").symlink_to(Path("releases") / ID)
    return settings
