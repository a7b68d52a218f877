import datetime as dt
import io
import json
from decimal import Decimal

import pytest

from orchestration.commands import tables

COLUMNS = ["name", "value", "day"]
ROWS = [("入学率", Decimal("92.79"), dt.date(2022, 12, 31)), ("[green]学位", Decimal("1E+4"), None)]


def test_json_lines_keep_numbers_numbers(capsys) -> None:
    tables.write_jsonl(COLUMNS, ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == '{"name": "入学率", "value": 92.79, "day": "2022-12-31"}'
    assert json.loads(lines[1]) == {"name": "[green]学位", "value": 10000, "day": None}


def test_json_is_one_array(capsys) -> None:
    tables.write_json(COLUMNS, ROWS)
    assert [row["value"] for row in json.loads(capsys.readouterr().out)] == [92.79, 10000]


def test_json_holds_no_number_that_json_does_not_know(capsys) -> None:
    tables.write_jsonl(["a", "b"], [(float("nan"), [float("inf"), Decimal("NaN"), 1.5])])
    assert capsys.readouterr().out == '{"a": null, "b": [null, null, 1.5]}\n'


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a_1", "a_2"]),
        (["a", "a", "a_1"], ["a", "a_2", "a_1"]),
        ([], []),
    ],
)
def test_every_column_has_a_name_of_its_own(given, told) -> None:
    assert tables.distinct(given) == told


def test_csv_reads_back(capsys) -> None:
    import csv

    tables.write_csv(COLUMNS, ROWS)
    read = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert read == [COLUMNS, ["入学率", "92.79", "2022-12-31"], ["[green]学位", "10000", ""]]


def test_a_table_aligns_wide_characters_and_shows_brackets_as_they_are(capsys) -> None:
    from rich.cells import cell_len

    tables.write_table(COLUMNS, ROWS, total=5)
    lines = capsys.readouterr().out.splitlines()
    body = [line for line in lines if "入学率" in line or "学位" in line]
    assert "[green]学位" in body[1]
    ends = [
        cell_len(line[: line.index(number) + len(number)])
        for line, number in zip(body, ("92.79", "10,000"), strict=True)
    ]
    assert ends[0] == ends[1]
    assert lines[-1] == "… 3 more rows"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (Decimal("0.10"), "0.1"),
        (Decimal("1234567.5"), "1,234,567.5"),
        (2022, "2022"),
        (True, "True"),
        (float("nan"), "nan"),
        (dt.date(2022, 1, 2), "2022-01-02"),
    ],
)
def test_cells(value, shown) -> None:
    assert tables.shown(value) == shown


def test_no_row_is_said(capsys) -> None:
    tables.write_table(COLUMNS, [])
    assert capsys.readouterr().out == "no rows\n"


def test_too_many_columns_become_one_block_a_row(capsys) -> None:
    columns = [f"a_long_column_{position}" for position in range(20)]
    tables.write_table(columns, [[None, *range(1, 20)], list(range(20))], total=7)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "── row 1"
    assert lines[1] == "a_long_column_1   1"
    assert "a_long_column_0   0" in lines
    assert lines[-1] == "… 5 more rows"


@pytest.mark.parametrize("columns", [["name"], [f"column_{n}" for n in range(30)]])
def test_words_of_reports_give_the_terminal_no_orders(capsys, columns: list[str]) -> None:
    told = "\x1b[31m红\x1b]0;title\x07\x9b2J"
    tables.write_table(columns, [[told] * len(columns)], title=told)
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    assert "␛[31m红" in out
