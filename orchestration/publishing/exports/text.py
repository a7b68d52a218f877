"""CSV, one file a table, and the text that goes with them.

What belongs here: CSV as Excel and WPS open it by a double click, the dictionary of columns, the read-me.
"""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from orchestration.publishing.catalog import Column, Table
from orchestration.publishing.content import quoted
from orchestration.publishing.exports.facts import Facts

BOM = "\ufeff"
# A spreadsheet takes a text that begins so for a formula; one that is a number with its unit is none.
_FORMULA, _NUMBER = r"^[=+\-@\t\r]", r"^[+\-]?[0-9][0-9.,]*[^=+\-*/^&|!()<>]*$"
_README = """\
{title}
{title_en}

发布 release: {release_id} ({created_at})

许可 licence
{licence}

来源 sources
{how}
{how_en}
{sources}

文件 files
zhibiao.duckdb          DuckDB：marts（数据）、中文（中文视图）、quality（检查结果）
parquet/*.parquet       每表一个文件，列的含义在字段元数据中
csv/*.csv               UTF-8 带 BOM：Excel、WPS 双击即可正确显示中文；程序按 utf-8-sig 读取；
                        会被当作公式的文字（以 = + - @ 开头）前加一个 '
zhibiao.xlsx            数据表与字段说明
sdmx/                   SDMX-CSV 2.0 数据与 SDMX-ML 2.1 结构
dictionary.csv          每一列：中文名、类型、单位、含义、引用关系
datapackage.json        Data Package 描述（csv/ 下各表）
release.json            行数、校验和、报告、检查结果、程序版本

表 tables
{tables}
"""


def write(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> None:
    """Write ``<table>.csv``: UTF-8 with BOM, since Excel takes a file without one for GBK.

    A text that a spreadsheet would run as a formula stands behind an apostrophe.
    """
    first, *rest = table.columns
    # the mark goes before the first name of the header: no second pass over the file
    heads = [BOM + first.name, *(column.name for column in rest)]
    names = ", ".join(
        f"{_told(column)} as {quoted(head)}" for column, head in zip(table.columns, heads, strict=True)
    )
    path = str(folder / f"{table.name}.csv").replace("'", "''")
    relation = f"release.{table.schema}.{quoted(table.name)}"
    connection.execute(f"copy (select {names} from {relation}) to '{path}' (format csv, header)")


def _told(column: Column) -> str:
    name = quoted(column.name)
    if not column.type.startswith("VARCHAR"):
        return name
    formula = f"regexp_matches({name}, '{_FORMULA}') and not regexp_matches({name}, '{_NUMBER}')"
    return f"case when {formula} then '''' || {name} else {name} end"


def write_dictionary(rows: list[dict[str, str]], path: Path) -> None:
    """Write the dictionary of columns as CSV, in the same encoding as the others."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_readme(tables: tuple[Table, ...], facts: Facts, path: Path) -> None:
    """Write what a person who finds the folder has to know."""
    path.write_text(
        _README.format(
            title=facts.terms["title"],
            title_en=facts.terms["title_en"],
            release_id=facts.release_id,
            created_at=facts.created_at,
            licence=facts.licence,
            how=facts.terms["source"]["how"],
            how_en=facts.terms["source"]["how_en"],
            sources="\n".join(map(str, facts.sources)),
            tables="\n".join(f"{table.name:24}{table.rows:>9}  {table.comment}" for table in tables),
        ),
        encoding="utf-8",
    )
