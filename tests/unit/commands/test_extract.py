import json

import pytest
from click.testing import CliRunner

from orchestration import settings
from orchestration.commands.extract import command, read_extraction
from orchestration.errors import InputError
from tests.unit.reports.helpers import INVENTED, registered

TEXT = INVENTED.read_text(encoding="utf-8")


def lines(path) -> list[dict]:
    ended = CliRunner().invoke(command, [str(path), "--format", "jsonl"])
    assert ended.exit_code == 0, ended.output
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_one_object_a_statement_with_exact_spans(home) -> None:
    rows = lines(INVENTED)
    assert len(rows) > 10
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["quote"]
        assert isinstance(row["low"] if row["low"] is not None else row["high"], int | float)
        assert isinstance(row["heading"], str)


def test_an_unregistered_text_is_called_by_its_hash_and_infers_its_years(home) -> None:
    extraction = read_extraction(INVENTED)
    assert extraction.context.report_id == extraction.context.sha256
    assert extraction.context.reviewed_year == 2023


def test_a_registered_text_takes_its_manifest(home) -> None:
    folder = registered(TEXT, year=2011)
    extraction = read_extraction(folder / "report.txt")
    assert extraction.context.report_id == "320281-education-2011"
    assert extraction.context.reviewed_year == 2011
    assert settings.load().home == home


def test_a_missing_or_unreadable_file_is_told(home, tmp_path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_extraction(tmp_path / "none.txt")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    with pytest.raises(InputError, match="unreadable"):
        read_extraction(tmp_path / "noise.txt")
