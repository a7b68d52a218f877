"""Addresses of PostgreSQL, read and told without their passwords."""

import psycopg
import pytest

from orchestration.errors import InputError
from orchestration.publishing.postgres import target


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:pw@db.example:5433/figures", "db.example:5433/figures"),
        ("postgresql+psycopg2://me:pw@db.example/figures?sslmode=require", "db.example:5432/figures"),
        ("host=db.example dbname=figures password=pw", "db.example:5432/figures"),
        ("postgresql:///figures?host=/var/run", "/var/run:5432/figures"),
    ],
)
def test_an_address_is_read_as_libpq_does(url, shown):
    parsed = target.parse(url)
    assert parsed.shown == shown
    assert "connect_timeout=10" in parsed.dsn


def test_what_is_no_address_is_one_line():
    with pytest.raises(InputError, match="ZHIBIAO_POSTGRES_URL: is no address of PostgreSQL; ZHIBIAO_"):
        target.parse("nonsense")


def test_an_error_never_tells_the_password():
    parsed = target.parse("postgresql://me:s3cret@127.0.0.1:1/x")
    assert parsed.told(psycopg.OperationalError("no s3cret\n here")) == "no *** here"
