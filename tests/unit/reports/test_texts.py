import json

import pytest

from orchestration import settings
from orchestration.landing import ingest, writer
from orchestration.reports import adding, readers, register, texts
from orchestration.reports.register import Report
from tests.unit.reports.formats.making import word
from tests.unit.reports.helpers import INVENTED

LINES = [line for line in INVENTED.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture
def report(home, tmp_path) -> Report:
    path = tmp_path / "said.docx"
    path.write_bytes(word(LINES))
    added = adding.add(settings.load(), path, received="for a test")
    found = next(one for one in register.load(settings.load()) if one.report_id == added.report_id)
    texts.take_snapshots(found, settings.load())
    return found


def test_the_text_of_a_document_is_kept_beside_its_snapshot(report) -> None:
    text = texts.read_version(report, 1, settings.load())
    path = texts.derived(settings.load(), report.manifest.current.sha256)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["text"] == text.text == "\n".join(line.strip("\u3000 ") for line in LINES) + "\n"
    assert (told["reader"], told["media_type"]) == (readers.VERSION, text.media_type)
    before = path.stat().st_mtime_ns
    assert texts.read_version(report, 1, settings.load()) == text
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("key", "value"), [("reader", "older"), ("text", "changed by hand"), ("text_sha256", 5)]
)
def test_a_kept_text_of_another_reader_or_that_was_changed_is_made_anew(report, key, value) -> None:
    text = texts.read_version(report, 1, settings.load())
    path = texts.derived(settings.load(), report.manifest.current.sha256)
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(told | {key: value}), encoding="utf-8")
    assert texts.read_version(report, 1, settings.load()) == text
    assert json.loads(path.read_text(encoding="utf-8")) == told


def test_offsets_are_into_the_kept_text(report) -> None:
    ingest.land(report, settings.load())
    landed = writer.read_reports(settings.load(), report.report_id)
    assert landed["text"].tolist() == [texts.read_version(report, 1, settings.load()).text]
    assert landed["media_type"].tolist()[0].endswith("wordprocessingml.document")
