"""The files of a release, read back by libraries that did not write them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
import sdmx

from tests.integration.homes import Home

pytestmark = pytest.mark.slow
SHA256 = "f6bd47c017a7157f5e873461ef6a7708b73b247e3c82a107ee5d1a6bc30d1e14"


@pytest.fixture(scope="module")
def folder(built: Home) -> Path:
    return (built.path / "published" / "current").resolve()


@pytest.fixture(scope="module")
def release(folder: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((folder / "release.json").read_text(encoding="utf-8"))["tables"]
    return found


def _ask(folder: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(folder / "zhibiao.duckdb"), read_only=True) as connection:
        return connection.sql(query).fetchall()


def test_parquet_says_what_its_columns_mean_and_where_they_come_from(folder, release):
    for table, rows in release.items():
        found = pq.read_table(folder / "parquet" / f"{table}.parquet")
        assert found.num_rows == rows
        assert all(field.metadata[b"description"] for field in found.schema)
    schema = pq.read_schema(folder / "parquet" / "fct_observation.parquet")
    told = schema.field("obs_value").metadata
    assert told[b"name_zh"].decode() == "数值"
    assert told[b"unit"] == b"as said in unit_code"
    assert SHA256 in schema.metadata[b"sources"].decode()
    assert "许可" in schema.metadata[b"license"].decode()
    assert json.loads(schema.metadata[b"columns"])["obs_value"]["name_zh"] == "数值"


def test_csv_opens_in_excel_and_keeps_every_value(folder, release):
    for table, rows in release.items():
        raw = (folder / "csv" / f"{table}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\xef\xbb\xbf") == 1
        read = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
        assert len(read) == rows
    query = "select observation_id, sentence, obs_value from marts.fct_observation order by 1"
    path = folder / "csv" / "fct_observation.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = sorted((r["observation_id"], r["sentence"], r["obs_value"]) for r in csv.DictReader(file))
    assert [(a, b, float(c) if c else None) for a, b, c in rows] == _ask(folder, query)


def test_the_workbook_has_data_dictionary_licence_and_sources(folder):
    book = openpyxl.load_workbook(folder / "zhibiao.xlsx")
    assert {"说明", "指标观测", "指标序列", "目标完成情况", "数据冲突", "字段说明"} <= set(book.sheetnames)
    head, *rows = book["指标观测"].iter_rows(values_only=True)
    asked = _ask(folder, "select 观测编号, 数值, 原句 from 中文.指标观测")
    places = [head.index(name) for name in ("观测编号", "数值", "原句")]
    assert [tuple(row[place] for place in places) for row in rows] == asked
    about = "\n".join(str(cell) for row in book["说明"].iter_rows(values_only=True) for cell in row)
    assert SHA256 in about
    assert "许可" in about
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_sdmx_is_read_back_with_its_structure(folder):
    structure = sdmx.read_sdmx(folder / "sdmx" / "structure.xml").structure["DSD_INDICATOR"]
    message = sdmx.read_sdmx(folder / "sdmx" / "indicators.csv", structure=structure)
    observations = message.data[0].obs
    keys = [str(one.key) for one in observations]
    assert len(keys) == len(set(keys))
    actual = [one for one in observations if one.key["MODALITY"].value == "actual"]
    assert len(actual) == _ask(folder, "select count(*) from marts.rpt_indicator_series")[0][0]
    assert any(one.key["MODALITY"].value == "target" for one in observations)
    for one in observations:
        for dimension in structure.dimensions:
            codes = dimension.local_representation and dimension.local_representation.enumerated
            assert not codes or str(one.key[dimension.id].value) in codes, (dimension.id, one.key)
        for attribute in structure.attributes:
            codes = attribute.local_representation and attribute.local_representation.enumerated
            value = one.attached_attribute.get(attribute.id)
            assert not (codes and value) or str(value.value) in codes, (attribute.id, value)
        assert one.attached_attribute["UNIT_MEASURE"].value
    ((title, publisher),) = _ask(folder, "select title, publisher from marts.dim_report")
    (report,) = sdmx.read_sdmx(folder / "sdmx" / "structure.xml").codelist["CL_REPORT"].items.values()
    assert f"{publisher}《{title}》" in report.name.localizations["zh"]
    assert SHA256 in str(report.description)


def test_the_package_and_the_dictionary_tell_every_column(folder, release):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {one["name"]: one for one in package["resources"]}
    assert set(release) < set(resources)
    with (folder / "dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {(row["table"], row["column"]): row for row in csv.DictReader(file)}
    for name, resource in resources.items():
        with (folder / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
            header = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert {(name, column) for column in header} <= told.keys()
        for key in resource["schema"]["foreignKeys"]:
            to = resources[key["reference"]["resource"] or name]["schema"]["primaryKey"]
            assert key["reference"]["fields"] == to
    assert told["fct_observation", "indicator_code"]["refers_to"] == "dim_indicator.indicator_code"
    assert package["licenses"][0]["name"] == "notspecified"


def test_the_read_me_names_the_reports_and_the_terms(folder, release):
    text = (folder / "README.txt").read_text(encoding="utf-8")
    assert SHA256 in text
    assert "江阴市教育局《争创在前" in text
    assert all(table in text for table in release)


def test_a_user_may_set_terms_of_their_own(broken: Home):
    own = broken.path / "reference" / "terms.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("title = '只有标题'\n", encoding="utf-8")
    from orchestration.errors import InputError
    from orchestration.publishing.exports import facts
    from orchestration.settings import ROOT, Settings

    settings = Settings(root=ROOT, home=broken.path)
    with pytest.raises(InputError, match=r"terms\.toml: lacks title_en"):
        facts.terms(settings)
    text = (ROOT / "orchestration" / "publishing" / "exports" / "terms.toml").read_text(encoding="utf-8")
    own.write_text(text.replace('"notspecified"', '"CC-BY-4.0"'), encoding="utf-8")
    assert facts.terms(settings)["licence"]["name"] == "CC-BY-4.0"
