"""Every query of the cookbook runs against a release, and gives rows unless it says that it may not."""

from __future__ import annotations

import re

import duckdb
import pytest

from tests.integration.homes import ROOT, Home

pytestmark = pytest.mark.slow
BOOK = ROOT / "docs" / "sql-cookbook.md"
QUESTION = re.compile(r"^\*\*(\d+)\. (.+?)\*\*(.*?)```sql\n(.+?)```", re.MULTILINE | re.DOTALL)


def recipes() -> list[tuple[str, str, bool]]:
    """Number, query, and whether it must give rows."""
    found = QUESTION.findall(BOOK.read_text(encoding="utf-8"))
    return [(number, sql, "may be empty" not in said) for number, _, said, sql in found]


def test_there_are_enough_and_none_was_passed_over():
    numbers = [int(number) for number, _, _ in recipes()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 20
    assert len(numbers) == BOOK.read_text(encoding="utf-8").count("```sql")


@pytest.mark.parametrize(("number", "sql", "full"), recipes(), ids=[one[0] for one in recipes()])
def test_each_query_answers(built: Home, number: str, sql: str, full: bool):
    database = built.path / "published" / "current" / "zhibiao.duckdb"
    with duckdb.connect(str(database.resolve()), read_only=True) as connection:
        rows = connection.sql(sql).fetchall()
    assert rows or not full
