import pyarrow.parquet as pq
import pytest

from orchestration import settings
from orchestration.landing import ingest, schema, writer
from orchestration.reports import register, texts
from tests.unit.reports.helpers import INVENTED, registered

TEXT = INVENTED.read_text(encoding="utf-8")


@pytest.fixture
def report(home):
    registered(TEXT)
    (found, _) = register.load(settings.load())
    texts.take_snapshots(found, settings.load())
    return found


def rows(table: str) -> list[dict]:
    return pq.ParquetFile(writer.part(settings.load(), table, "320281-education-2021")).read().to_pylist()


def test_lands_all_tables_with_exact_spans(report) -> None:
    landed = ingest.land(report, settings.load())
    assert landed.changed
    (told,) = rows("reports")
    assert told["text"] == TEXT
    assert told["is_current"]
    assert landed.statements == len(rows("statements")) > 10
    for row in rows("statements") + rows("skipped_numbers"):
        assert TEXT[row["start"] : row["end"]] == row["quote"]
    assert "".join(row["text"] for row in rows("passages")) == TEXT


def test_every_digit_run_is_counted_independently(report) -> None:
    ingest.land(report, settings.load())
    covered = rows("statements") + rows("skipped_numbers")
    digits = sum(char.isdigit() and char.isascii() for char in TEXT)
    inside = {at for row in covered for at in range(row["start"], row["end"])}
    assert sum(TEXT[at].isdigit() and TEXT[at].isascii() for at in inside) == digits
    assert rows("reports")[0]["digit_runs"] > 20


def test_a_second_time_nothing_is_written(report) -> None:
    ingest.land(report, settings.load())
    paths = [writer.part(settings.load(), name, report.report_id) for name in schema.TABLES]
    before = [path.stat().st_mtime_ns for path in paths]
    assert not ingest.land(report, settings.load()).changed
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_rebuild_writes_the_same_bytes(report) -> None:
    ingest.land(report, settings.load())
    paths = [writer.part(settings.load(), name, report.report_id) for name in schema.TABLES]
    before = [path.read_bytes() for path in paths]
    assert ingest.land(report, settings.load(), rebuild=True).changed
    assert [path.read_bytes() for path in paths] == before


def test_other_rules_read_the_report_anew(report, monkeypatch) -> None:
    ingest.land(report, settings.load())
    monkeypatch.setattr(ingest, "VERSION", "another")
    assert ingest.land(report, settings.load()).changed
    assert rows("reports")[0]["code_version"].startswith("another.")


def test_a_changed_row_is_not_healed_but_a_missing_table_is(report) -> None:
    ingest.land(report, settings.load())
    path = writer.part(settings.load(), "statements", report.report_id)
    table = pq.ParquetFile(path).read()
    writer.write_table(path, table.slice(1))
    assert not ingest.land(report, settings.load()).changed
    assert len(rows("statements")) == table.num_rows - 1
    path.unlink()
    assert ingest.land(report, settings.load()).changed
    assert len(rows("statements")) == table.num_rows


def test_a_report_registered_no_more_is_dropped(report) -> None:
    ingest.land(report, settings.load())
    assert ingest.drop_unregistered(settings.load(), [report]) == []
    assert ingest.drop_unregistered(settings.load(), []) == [report.report_id]
    assert writer.landed(settings.load()) == []


@pytest.mark.parametrize("table", schema.TABLES)
def test_a_table_cut_off_is_written_anew(report, table) -> None:
    ingest.land(report, settings.load())
    path = writer.part(settings.load(), table, report.report_id)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert ingest.land(report, settings.load()).changed
    assert path.read_bytes() == whole
