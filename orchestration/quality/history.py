"""What the gate found in every run: one Parquet file a run under ``quality/``.

What belongs here: writing a run and reading all runs back. What does not: judging or telling them.
"""

from __future__ import annotations

import dataclasses
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.quality.result import CANDIDATE, CheckResult, GateResult

SCHEMA = pa.schema(
    [
        pa.field("run_id", pa.string(), nullable=False, metadata={"comment": "门禁运行编号"}),
        pa.field("checked_at", pa.timestamp("us"), nullable=False, metadata={"comment": "检查时间（UTC）"}),
        pa.field("database", pa.string(), nullable=False, metadata={"comment": "被检查数据库文件的 sha256"}),
        pa.field("check_name", pa.string(), nullable=False, metadata={"comment": "检查名称"}),
        pa.field("table_name", pa.string(), nullable=False, metadata={"comment": "被检查的表"}),
        pa.field(
            "severity", pa.string(), nullable=False, metadata={"comment": "critical 阻断 / warning / info"}
        ),
        pa.field("dimension", pa.string(), nullable=False, metadata={"comment": "质量维度"}),
        pa.field(
            "outcome",
            pa.string(),
            nullable=False,
            metadata={
                "comment": "passed / failed / config_error 规则有误 / data_error 数据无法判断"
                " / not_applicable 不适用"
            },
        ),
        pa.field("rows_checked", pa.int64(), nullable=False, metadata={"comment": "检查的行数"}),
        pa.field("rows_failed", pa.int64(), nullable=False, metadata={"comment": "不合格的行数"}),
        pa.field("sample", pa.string(), nullable=False, metadata={"comment": "不合格行的样本（JSON）"}),
        pa.field("message", pa.string(), nullable=False, metadata={"comment": "规则或数据出错时的说明"}),
        pa.field("description", pa.string(), nullable=False, metadata={"comment": "检查内容"}),
        pa.field("description_en", pa.string(), nullable=False, metadata={"comment": "检查内容（英文）"}),
        pa.field("mend", pa.string(), nullable=False, metadata={"comment": "处理办法"}),
        pa.field(
            "subject",
            pa.string(),
            nullable=False,
            metadata={"comment": "被检查的数据：candidate 待发布的数据，或发布版编号"},
        ),
    ]
)
TABLE_COMMENT = "每次门禁运行中每条检查的结果；一行是一次运行的一条检查"


def write(result: GateResult, folder: Path) -> Path:
    """Write one run to ``folder/<run_id>.parquet`` in one step; OSError where that is refused."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{result.run_id}.parquet"
    building = folder / f".{result.run_id}.{os.getpid()}"
    try:
        pq.write_table(to_table(result), building)
        building.replace(target)
    finally:
        building.unlink(missing_ok=True)
    return target


def to_table(result: GateResult) -> pa.Table:
    """One row a check, in the columns of ``SCHEMA``."""
    checked_at = datetime.fromisoformat(result.checked_at).replace(tzinfo=None)
    rows = [
        {
            "run_id": result.run_id,
            "checked_at": checked_at,
            "database": result.database,
            "subject": result.subject,
            **_row(check),
        }
        for check in result.checks
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def read(folder: Path) -> pa.Table:
    """All runs under ``folder``, oldest first; columns that an older run lacks are filled with blanks."""
    tables = [pq.read_table(path, schema=None) for path in sorted(folder.glob("*.parquet"))]
    return pa.concat_tables([_conform(table) for table in tables]) if tables else SCHEMA.empty_table()


def _conform(table: pa.Table) -> pa.Table:
    def column(field: pa.Field) -> pa.Array:
        if field.name in table.column_names:
            return table[field.name].cast(field.type)
        blank = "" if pa.types.is_string(field.type) else 0
        blank = CANDIDATE if field.name == "subject" else blank
        return pa.array([blank] * len(table), type=field.type)

    return pa.table([column(field) for field in SCHEMA], schema=SCHEMA)


def _row(check: CheckResult) -> dict[str, Any]:
    rule = check.rule
    return {
        "check_name": rule.name,
        "table_name": rule.table,
        "severity": rule.severity,
        "dimension": rule.dimension,
        "outcome": check.outcome,
        "rows_checked": check.rows_checked,
        "rows_failed": check.rows_failed,
        "sample": json.dumps([_brief(f) for f in check.sample], ensure_ascii=False),
        "message": check.message,
        "description": rule.zh,
        "description_en": rule.en,
        "mend": rule.mend,
    }


def _brief(failure: Any) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(failure).items() if value not in ("", None)}
