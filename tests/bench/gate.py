"""The gate on one report and on two million observations, beside one bare pass over their rows.

The two million are copies of the project's own report, text and all (some 250 million characters); as in
life, what was read lies in Parquet and the marts lie in DuckDB.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import duckdb

from tests.bench.timing import print_ratios, time_command

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
OBSERVATIONS = 2_000_000
ROWS = 2_048  # in a group of the Parquet files, which in life are one a report, in the order of its text
ONCE = ("marts.dim_indicator", "marts.dim_area", "marts.dim_unit")  # dictionaries do not grow with reports
MARKED = (  # what tells one report from another: each copy has its own
    "report_id", "left_report_id", "right_report_id", "target_report_id", "outcome_report_id", "sha256",
    "statement_id", "statement_key", "evidence_statement_id", "part_of", "part_of_statement_id",
    "left_statement_id", "right_statement_id", "target_statement_id", "outcome_statement_id",
    "observation_id", "conflict_id", "scope",
)  # fmt: skip
PASS = """
import sys, duckdb
from orchestration.publishing.content import measure
c = duckdb.connect(); c.execute(f"attach '{sys.argv[1]}' as candidate (read_only)")
measure(c, "candidate")
"""
GATE = """
import sys
from pathlib import Path
from orchestration.quality import gate, rules
checks = gate.check(Path(sys.argv[1]), rules.load_rules())
sys.exit([c.rule.key + c.message for c in checks if c.blocks] or 0)
"""


def multiply(candidate: Path, path: Path, observations: int) -> int:
    """Copy a candidate into ``path`` so many times over that it has ``observations`` rows or more.

    What was read is written to Parquet files beside it.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"attach '{candidate}' as zhibiao (read_only)")
        one = connection.execute("select count(*) from zhibiao.marts.fct_observation").fetchone()
        times = -(-observations // (one or (1,))[0])
        connection.execute(
            "create temp table copies as select translate(i::varchar, '0123456789', '甲乙丙丁戊己庚辛壬癸')"
            f" as mark from range({times}) as t (i)"
        )
        columns: dict[str, list[str]] = {}
        for table, column in connection.execute(
            "select schema_name || '.' || table_name, column_name from duckdb_columns() where database_name ="
            " 'zhibiao' and schema_name in ('staging', 'marts') order by table_name, column_index"
        ).fetchall():
            columns.setdefault(table, []).append(column)
        for table, names in columns.items():
            connection.execute(f"create schema if not exists {table.partition('.')[0]}")
            if table.startswith("staging."):
                part = path.with_name(f"{table}.parquet")
                order = "order by report_id, char_start" if "char_start" in names else ""
                connection.execute(
                    f"copy ({_copies(table, names)} {order}) to '{part}' (row_group_size {ROWS})"
                )
                connection.execute(f"create view {table} as from read_parquet('{part}')")
            else:
                connection.execute(f"create table {table} as {_copies(table, names)}")
        found = connection.execute("select count(*) from marts.fct_observation").fetchone()
        return int((found or (0,))[0])


def _copies(table: str, names: list[str]) -> str:
    marked = [f"t.{name} || c.mark as {name}" for name in names if name in MARKED]
    if table in ONCE or not marked:
        return f"select * from zhibiao.{table}"
    source = f"zhibiao.{table}"
    if table.endswith("_passages") or table == "marts.rpt_passage":  # the mark ends the text of the last one
        text = "text" if "text" in names else "passage_text"
        last = "t.char_end = max(t.char_end) over (partition by t.report_id, t.report_version, c.mark)"
        marked.append(f"t.{text} || case when {last} then c.mark else '' end as {text}")
        marked.append(f"(t.char_end + case when {last} then length(c.mark) else 0 end)::integer as char_end")
    if table == "staging.stg_reports":
        marked.append("t.text || c.mark as text")
    if {"area_code", "area_name", "scope"} <= set(names):
        source = _scoped(source)
    if table == "staging.stg_statements":
        source = f"(select s.* replace (coalesce(o.scope, '') as scope) from {source} as s left join (select"
        source += (
            f" statement_id, scope from {_scoped('zhibiao.marts.fct_observation')} where not is_derived)"
        )
        source += " as o using (statement_id))"
    if "text_sha256" in names:
        source = (
            f"(select d.*, r.text as whole from {source} as d inner join zhibiao.staging.stg_reports as r"
        )
        source += " using (report_id, report_version))"
        marked.append("sha256(t.whole || c.mark) as text_sha256")
    without = "exclude (whole) " if "text_sha256" in names else ""
    return f"select t.* {without}replace ({', '.join(marked)}) from {source} as t cross join copies as c"


def _scoped(source: str) -> str:
    """Make of every other place a scope of the report's own, for a scope tells one copy from another."""
    return f"""(
        select t.* replace (
            case when t.area_code = r.area_code then t.scope else t.area_name end as scope,
            r.area_code as area_code, a.area_name as area_name
        )
        from {source} as t
        cross join (select min(area_code) as area_code from zhibiao.marts.dim_report) as r
        inner join zhibiao.marts.dim_area as a on r.area_code = a.area_code
    )"""


def main() -> None:
    """Time the gate on the project's own report and on copies of it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {"ZHIBIAO_HOME": str(home), "PYTHONPATH": str(ROOT)}
        time_command("zhibiao run", [str(BIN / "zhibiao"), "run"], env)
        small, big = home / "candidate" / "zhibiao.duckdb", home / "big.duckdb"
        rows = multiply(small, big, OBSERVATIONS)
        python = [sys.executable, "-c"]
        once = time_command(f"one bare pass over {rows:,} observations", [*python, PASS, str(big)], env)
        much = time_command(f"the gate on {rows:,} observations", [*python, GATE, str(big)], env)
        few = time_command("the gate on one report", [*python, GATE, str(small)], env, runs=3)
    print_ratios(f"The gate ({os.cpu_count()} processors)", [once, much, few])


if __name__ == "__main__":
    main()
