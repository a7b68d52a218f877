"""Words of reports in files that other programs open: spreadsheets, readers of XML, of data packages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
import sdmx

from orchestration.publishing.catalog import Column, Table
from orchestration.publishing.exports import package, text
from orchestration.publishing.exports.facts import Facts
from orchestration.publishing.exports.sdmx import structure
from orchestration.publishing.exports.sdmx.codes import Code

TERMS = {
    "title": "标题",
    "title_en": "title",
    "licence": {"name": "notspecified", "title": "许可", "title_en": "licence"},
    "source": {"how": "来源", "how_en": "source"},
}
FACTS = Facts("r", "2026-01-01T00:00:00+00:00", TERMS, ())
TABLE = Table("marts", "words", "", (Column("word", "VARCHAR", ""), Column("n", "INTEGER", "")), ("word",), 1)
FORMULAS = ["=cmd|'/c calc'!A1", "@SUM(1+1)", "+1+cmd|' '!A1", "-2+3+cmd", '=HYPERLINK("http://x")', "--年"]
PLAIN = ["-12.5度", "+3.2%", "-3.5亿元", "92.79%", "普惠性幼儿园", "a=b"]


@pytest.mark.parametrize(
    ("word", "told"), [(one, f"'{one}") for one in FORMULAS] + [(one, one) for one in PLAIN]
)
def test_csv_holds_no_formula(tmp_path: Path, word: str, told: str) -> None:
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as release")
        connection.execute("create schema release.marts")
        connection.execute("create table release.marts.words (word varchar, n integer)")
        connection.execute("insert into release.marts.words values (?, -1)", [word])
        text.write(connection, TABLE, tmp_path)
    found = (tmp_path / "words.csv").read_text(encoding="utf-8")
    assert list(csv.reader(io.StringIO(found))) == [["\ufeffword", "n"], [told, "-1"]]


def test_the_structure_is_xml_whatever_the_words_hold(tmp_path: Path) -> None:
    lists = {"CL_INDICATOR": [Code("a", "红\x0b色\x1b\ufffe\ud800学校", "", "<定义> & ]]>\x00")]}
    path = tmp_path / "structure.xml"
    path.write_bytes(structure.message(lists, FACTS))
    code = sdmx.read_sdmx(path).codelist["CL_INDICATOR"]["a"]
    assert code.name.localizations["zh"] == "红\ufffd色\ufffd\ufffd\ufffd学校"
    assert code.description.localizations["zh"] == "<定义> & ]]>\ufffd"


def test_a_key_that_is_empty_in_csv_is_not_called_one(tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    package.write((TABLE,), (), FACTS, path)
    assert json.loads(path.read_text())["resources"][0]["schema"]["primaryKey"] == ["word"]
    package.write((TABLE,), (), FACTS, path, {"words"})
    assert "primaryKey" not in json.loads(path.read_text())["resources"][0]["schema"]
