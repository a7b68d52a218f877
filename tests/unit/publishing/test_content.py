import duckdb
import pytest

from orchestration.publishing.content import measure


def _digest(*statements: str) -> str:
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        for statement in statements:
            connection.execute(statement)
        return measure(connection, "memory").digest


ROWS = "create table marts.t as select * from (values (1, 'a'), (2, null)) as v (x, y)"


def test_the_order_of_rows_does_not_matter():
    turned = "create table marts.t as select * from (values (2, null), (1, 'a')) as v (x, y)"
    assert _digest(ROWS) == _digest(turned)


@pytest.mark.parametrize(
    "change",
    [
        "update marts.t set y = 'b' where x = 1",
        "update marts.t set y = 'null' where x = 2",
        "insert into marts.t values (1, 'a')",
        "insert into marts.t values (3, 'c'), (3, 'c')",
        "alter table marts.t rename y to z",
        "alter table marts.t alter x type bigint",
        "comment on column marts.t.y is 'new'",
        "create table marts.u (x integer)",
    ],
)
def test_every_change_of_data_columns_or_comments_shows(change):
    assert _digest(ROWS) != _digest(ROWS, change)
