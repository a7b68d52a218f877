"""The code lists: only codes that the data use, with Chinese and English names.

What belongs here: gathering them out of the release. What does not: SDMX objects (``structure``).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.publishing.chinese.views import words

_FOLDER = Path(__file__).parent
_AREAS = """
select area_code, area_name, '', parent_code from release.marts.dim_area
where area_code in (select "REF_AREA" from sdmx_data) order by 1
"""
_INDICATORS = """
select indicator_code, name_zh, coalesce(name_en, ''), coalesce(definition, '')
from release.marts.dim_indicator
where indicator_code in (select "INDICATOR" from sdmx_data) order by 1
"""
_REPORTS = """
select
    report_id,
    concat(publisher, '《', coalesce(title, report_id), '》', '，' || cast(published_on as varchar)),
    '',
    'sha256:' || sha256
from release.marts.dim_report
where is_current and report_id in (select "REPORT_ID" from sdmx_data) order by 1
"""
_VOCABULARIES = {
    "CL_PERIOD_TYPE": "period_type",
    "CL_MODALITY": "modality",
    "CL_OBS_STATUS": "obs_status",
    "CL_QUALIFIER": "qualifier",
    "CL_SOURCE_KIND": "source_kind",
}


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its names; ``description`` may be empty."""

    id: str
    name: str
    name_en: str = ""
    description: str = ""


def unit_codes(units: list[str]) -> dict[str, Code]:
    """Give each unit a code that SDMX allows: a known one, else U and the numbers of its characters."""
    with (_FOLDER / "units.csv").open(encoding="utf-8", newline="") as file:
        known = {row["unit"]: Code(row["code"], row["unit"], row["name"]) for row in csv.DictReader(file)}
    return {
        unit: known.get(unit) or Code("U" + "_".join(f"{ord(sign):04X}" for sign in unit), unit)
        for unit in units
    }


def code_lists(connection: duckdb.DuckDBPyConnection, units: dict[str, Code]) -> dict[str, list[Code]]:
    """Gather every code list by its id, from the attached ``release`` and the table ``sdmx_data``."""
    lists = {
        "CL_FREQ": [Code("A", "年度", "Annual")],
        "CL_UNIT_MULT": [Code("0", "个", "Units")],
        "CL_AREA": [Code(row[0], row[1]) for row in connection.execute(_AREAS).fetchall()],
        "CL_INDICATOR": [Code(*row) for row in connection.execute(_INDICATORS).fetchall()],
        "CL_REPORT": [Code(*row) for row in connection.execute(_REPORTS).fetchall()],
        "CL_UNIT_MEASURE": sorted(units.values(), key=lambda code: code.id),
    }
    for name, column in _VOCABULARIES.items():
        lists[name] = [Code(code, word, code.replace("_", " ")) for code, word in words()[column].items()]
    return lists
