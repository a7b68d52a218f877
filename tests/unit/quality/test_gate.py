"""The four outcomes, on a small database and rules of the test's own."""

from pathlib import Path

import duckdb
import pytest

from orchestration.quality import gate
from orchestration.quality.probe import DatabaseError
from orchestration.quality.result import CheckResult
from orchestration.quality.rules import load_rules

RULES = """
[[rule]]
name = "{name}"
table = "marts.{table}"
severity = "critical"
dimension = "validity"
zh = "检查。"
en = "holds"
mend = "mend it"
{rest}
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "small.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.t as select * from (values"
            " ('r', 's1', '92%', 92, 'a'), ('r', 's2', '192%', 192, 'b'), ('r', 's3', '10', 10, null))"
            " as v (report_id, statement_id, quote, x, kind)"
        )
        connection.execute("create table marts.empty (x integer)")
    return path


def _check(tmp_path: Path, database: Path, rest: str, table: str = "t") -> CheckResult:
    folder = tmp_path / "rules"
    folder.mkdir()
    text = RULES.format(name="rule", table=table, rest=rest)
    folder.joinpath("1.toml").write_text(text, encoding="utf-8")
    return gate.check(database, load_rules(folder))[0]


def test_a_query_without_rows_passes_and_says_how_much_it_looked_at(tmp_path, database):
    result = _check(tmp_path, database, "sql = 'select * from {batch} where x < 0'")
    assert (result.outcome, result.rows_checked, result.rows_failed) == ("passed", 3, 0)


def test_a_failing_row_is_named(tmp_path, database):
    sql = "select *, '0 to 100' as expected, x as found from {batch} as o where x > 100"
    result = _check(tmp_path, database, f'sql = "{sql}"')
    assert (result.outcome, result.rows_failed, result.blocks) == ("failed", 1, True)
    failure = result.sample[0]
    assert (failure.report_id, failure.statement_id, failure.quote) == ("r", "s2", "192%")
    assert (failure.expected, failure.found) == ("0 to 100", "192")


def test_a_first_look_names_the_rows_that_the_query_looks_at(tmp_path, database):
    sql = "select b.* from {batch} as b semi join {suspects} using (x)"
    rest = f"suspects = 'select x from {{batch}} where x > 50'\nsql = '{sql}'"
    result = _check(tmp_path, database, rest)
    assert (result.outcome, result.rows_checked, result.rows_failed) == ("failed", 3, 2)
    assert [failure.quote for failure in result.sample] == ["92%", "192%"]


def test_without_suspects_nothing_is_wrong(tmp_path, database):
    sql = "select * from {batch} where x > 0 or x in (select x from {suspects})"
    rest = f"suspects = 'select x from {{batch}} where x > 500'\nsql = '{sql}'"
    assert _check(tmp_path, database, rest).outcome == "passed"


def test_an_expectation_of_the_library_names_its_rows_too(tmp_path, database):
    rest = 'expectation = "ExpectColumnValuesToBeBetween"\nwith = { column = "x", max_value = 100 }'
    result = _check(tmp_path, database, rest)
    assert (result.outcome, result.rows_checked, result.rows_failed) == ("failed", 3, 1)
    assert result.sample[0].quote == "192%"
    assert result.sample[0].found == "x = 192"


def test_a_pattern_with_braces_and_colons_is_read_as_written(tmp_path, database):
    sql = "select * from {batch} where regexp_matches(quote, '^[0-9]{3}') or quote = ':a'"
    assert _check(tmp_path, database, f'sql = "{sql}"').rows_failed == 1


@pytest.mark.parametrize(
    "rest",
    [
        "sql = 'select * from {batch} where no_such_column > 1'",
        "sql = 'select * from {batch} inner join marts.no_such_table using (x)'",
        "sql = 'selct * from {batch}'",
        'expectation = "ExpectNoSuchThing"',
        'expectation = "ExpectColumnValuesToBeUnique"\nwith = { column = "no_such_column" }',
        "sql = 'select * from {batch} where x < 0'\npopulation = 'select 0 from {batch}'",
        "sql = 'select * from {batch}'\npopulation = 'select count(oops) from {batch}'",
        "suspects = 'select x from {batch} where x < 0'\nsql = 'select oops from {suspects}'",
        "suspects = 'select oops from {batch}'\nsql = 'select * from {suspects}'",
    ],
)
def test_a_rule_that_does_not_work_or_matches_nothing_is_never_a_pass(tmp_path, database, rest):
    result = _check(tmp_path, database, rest)
    assert result.outcome == "config_error"
    assert result.blocks
    assert result.message
    assert "\n" not in result.message


def test_an_empty_table_is_a_pass_only_where_the_rule_says_so(tmp_path, database):
    rest = "sql = 'select * from {batch} where x < 0'\nmay_be_empty = true"
    assert _check(tmp_path, database, rest, table="empty").outcome == "passed"


@pytest.mark.parametrize("table", ["no_such_table", "t"])
def test_data_that_cannot_be_judged_is_told_from_a_wrong_rule(tmp_path, database, table):
    result = _check(tmp_path, database, "sql = 'select * from {batch} where quote::integer > 1'", table)
    assert result.outcome == "data_error", result.message


def test_the_file_is_free_again_after_a_run(tmp_path, database):
    _check(tmp_path, database, "sql = 'select * from {batch} where x < 0'")
    with duckdb.connect(str(database)) as connection:
        connection.execute("insert into marts.empty values (1)")


def test_a_missing_or_damaged_database_is_one_clear_line(tmp_path):
    path = tmp_path / "none.duckdb"
    with pytest.raises(DatabaseError, match=r"none\.duckdb.*zhibiao run"):
        gate.check(path, load_rules())
    path.write_bytes(b"this is no database" * 500)
    with pytest.raises(DatabaseError, match=r"none\.duckdb: cannot be opened"):
        gate.check(path, load_rules())


def test_an_error_of_one_rule_does_not_spoil_the_others(tmp_path, database):
    folder = tmp_path / "rules"
    folder.mkdir()
    queries = {
        "a": "select * from {batch} where quote::integer > 1",
        "b": "select * from {batch} where nowhere > 1",
        "c": "select * from {batch} where x < 0",
        "d": "select * from {batch} where x > 100",
    }
    text = "".join(RULES.format(name=name, table="t", rest=f"sql = '{sql}'") for name, sql in queries.items())
    folder.joinpath("1.toml").write_text(text, encoding="utf-8")
    outcomes = {result.rule.name: result.outcome for result in gate.check(database, load_rules(folder))}
    assert outcomes == {"a": "data_error", "b": "config_error", "c": "passed", "d": "failed"}


def test_data_docs_are_written_where_they_are_wanted(tmp_path, database):
    folder = tmp_path / "rules"
    folder.mkdir()
    text = RULES.format(name="rule", table="t", rest="sql = 'select * from {batch} where x > 100'")
    folder.joinpath("1.toml").write_text(text, encoding="utf-8")
    gate.check(database, load_rules(folder), data_docs=tmp_path / "docs")
    assert (tmp_path / "docs" / "index.html").is_file()
    pages = list((tmp_path / "docs" / "validations").rglob("*.html"))
    assert any("holds" in page.read_text(encoding="utf-8") for page in pages)
