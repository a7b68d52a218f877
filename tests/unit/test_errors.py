import sqlite3
from pathlib import Path

import duckdb
import pytest

from orchestration.errors import tells_full_disk


def test_duckdb_on_a_full_disk_is_understood() -> None:
    with pytest.raises(duckdb.Error) as error:
        duckdb.execute("copy (select * from range(100000)) to '/dev/full' (use_tmp_file false)")
    assert tells_full_disk(str(error.value))


def test_sqlite_on_a_full_disk_is_understood(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "small.db")
    connection.execute("pragma max_page_count = 2")
    connection.execute("create table words (word text)")
    with pytest.raises(sqlite3.Error) as error:
        connection.execute("insert into words values (?)", ["x" * 100_000])
    connection.close()
    assert tells_full_disk(str(error.value))


def test_python_on_a_full_disk_is_understood() -> None:
    with pytest.raises(OSError, match="No space") as error:
        Path("/dev/full").write_text("x", encoding="utf-8")
    assert tells_full_disk(str(error.value))


def test_other_errors_are_others() -> None:
    assert not tells_full_disk("Catalog Error: Table with name disk does not exist")
