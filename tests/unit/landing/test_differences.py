import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.landing import differences, ingest, writer
from orchestration.reports import adding, register, texts
from tests.unit.reports.helpers import INVENTED

TEXT = INVENTED.read_text(encoding="utf-8")


def versions(tmp_path, *later: str):
    for number, text in enumerate((TEXT, *later)):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        added = adding.add(settings.load(), path, received="for a test")
    return next(one for one in register.load(settings.load()) if one.report_id == added.report_id)


def told(found) -> list[tuple]:
    return [(d.state, d.old and d.old.quote, d.new and d.new.quote) for d in found]


def test_a_corrected_figure_is_changed_and_nothing_else_differs(home, tmp_path) -> None:
    report = versions(tmp_path, TEXT.replace("7350个", "7530个"))
    (found,) = differences.of_report(report, settings.load(), 1, 2)
    assert told([found]) == [("changed", "7350个", "7530个")]
    assert found.fields == ("quote", "low", "high")
    assert found.old.statement_key != found.new.statement_key


def test_added_and_removed_sentences(home, tmp_path) -> None:
    more = "\n另建成校园足球场321片。\n"
    report = versions(tmp_path, TEXT + more)
    (added,) = differences.of_report(report, settings.load(), 1, 2)
    assert told([added]) == [("added", None, "321片")]
    (removed,) = differences.of_report(report, settings.load(), 2, 1)
    assert told([removed]) == [("removed", "321片", None)]


def test_a_mended_word_beside_a_figure_is_no_difference_unless_it_says_something_else(home, tmp_path) -> None:
    report = versions(tmp_path, TEXT.replace("虚构", "杜撰"))
    assert differences.of_report(report, settings.load(), 1, 2) == []
    assert differences.of_report(report, settings.load(), 1, 1) == []


def test_a_version_that_is_not_there_is_told(home, tmp_path) -> None:
    with pytest.raises(InputError, match=r"320281-education-2023: has no version 2; it has 1 to 1"):
        differences.of_report(versions(tmp_path), settings.load(), 1, 2)


def test_the_landing_holds_all_versions_and_says_which_is_current(home, tmp_path) -> None:
    report = versions(tmp_path, TEXT.replace("7350个", "7530个"))
    texts.take_snapshots(report, settings.load())
    ingest.land(report, settings.load())
    landed = writer.read_reports(settings.load(), report.report_id)
    assert landed["report_version"].tolist() == [1, 2]
    assert landed["is_current"].tolist() == [False, True]
    assert ["7350个" in text for text in landed["text"]] == [True, False]
