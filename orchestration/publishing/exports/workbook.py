"""The release as an Excel workbook, in Chinese.

What belongs here: sheets, their look and their limits. What does not: the data, which are the Chinese views.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb

from orchestration.publishing.chinese.views import SCHEMA, View
from orchestration.publishing.content import quoted
from orchestration.publishing.errors import PublishError
from orchestration.publishing.exports.facts import Facts

SHEETS = ("指标观测", "指标序列", "指标宽表", "目标完成情况", "数据冲突", "待审清单", "报告目录", "指标目录")
ROWS = 200_000  # Excel itself ends at 1,048,576, but a sheet far below that is already no pleasure
_CELL = 32_767  # characters
_FETCH = 5_000
_WIDE, _NARROW = 60, 12
# Names, places and numbers are read as they are: a quote that begins with = is no formula.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_DICTIONARY = {
    "table": "表",
    "column": "列",
    "name_zh": "中文名",
    "type": "类型",
    "key": "主键",
    "nullable": "可空",
    "refers_to": "引用",
    "unit": "单位",
    "description": "含义",
}


def write(
    connection: duckdb.DuckDBPyConnection,
    views: tuple[View, ...],
    dictionary: list[dict[str, str]],
    facts: Facts,
    path: Path,
) -> None:
    """Write the workbook; a table of more than ``ROWS`` rows is named on the first sheet and left out."""
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    shown = [view for name in SHEETS for view in views if view.name == name]
    small = [view for view in shown if view.table.rows <= ROWS]
    try:
        with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
            book.set_properties({"title": facts.terms["title"], "comments": facts.licence})
            _about(book, facts, shown)
            for view in small:
                cursor = connection.execute(f"select * from release.{SCHEMA}.{quoted(view.name)}")
                _sheet(book, view.name, [name for name, _ in view.columns], cursor)
            rows = [tuple(row.values()) for row in dictionary]
            _sheet(book, "字段说明", [_DICTIONARY[name] for name in dictionary[0]], rows)
    except XlsxWriterException as error:
        raise PublishError(
            f"{path}: {error}; make room or allow writing there, then publish again"
        ) from error


def _about(book: Any, facts: Facts, views: list[View]) -> None:
    sheet = book.add_worksheet("说明")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 110)
    lines = [
        ("标题", facts.terms["title"]),
        ("发布", f"{facts.release_id} ({facts.created_at})"),
        ("许可", facts.licence),
        ("来源", facts.terms["source"]["how"]),
        *(("", str(source)) for source in facts.sources),
    ]
    for view in views:
        left_out = (
            f"（{view.table.rows} 行，过大，未列入；见 csv 或 parquet）" if view.table.rows > ROWS else ""
        )
        lines.append((view.name, view.comment + left_out))
    for place, line in enumerate(lines):
        sheet.write_row(place, 0, [line[0], line[1][:_CELL]])


def _sheet(book: Any, name: str, columns: list[str], rows: Any) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EAF1F7"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    long = {"原句", "含义", "定义", "说明", "推算依据", "目标原句", "左原句", "右原句", "标题"}
    for place, column in enumerate(columns):
        width = _WIDE if column in long else max(_NARROW, 2 * len(column) + 2)
        sheet.set_column(place, place, width)
    sheet.write_row(0, 0, columns, head)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(_each(rows), start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(last, place, dt.datetime(cell.year, cell.month, cell.day), day)
            elif cell is not None:
                sheet.write(last, place, cell[:_CELL] if isinstance(cell, str) else cell)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _each(rows: Any) -> Any:
    if isinstance(rows, list):
        yield from rows
        return
    while chunk := rows.fetchmany(_FETCH):
        yield from chunk
