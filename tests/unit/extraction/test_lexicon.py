import re

import pytest

from orchestration.extraction import lexicon


def test_words_are_stripped_and_told_once():
    idioms = lexicon.words("idioms")
    assert len(idioms) == len(set(idioms)) > 500
    assert not [word for word in idioms if word != word.strip() or word.startswith("#")]


def test_rows_have_the_columns_of_their_header():
    assert set(lexicon.table("approximators")[0]) == {"word", "position", "qualifier", "not_after"}
    assert {row["position"] for row in lexicon.table("approximators")} == {
        "before",
        "before_scale",
        "after",
        "after_time",
    }


def test_guards_are_patterns_of_units_that_exist():
    units = {row["unit"] for row in lexicon.units()}
    for row in lexicon.table("unit_guards"):
        assert row["unit"] in units, row
        assert row["numbers"] in {"all", "spelled"}, row
        re.compile(row["not_before"])


def test_a_line_with_too_few_values_is_named(tmp_path, monkeypatch):
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n3\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"bad\.csv: line 3: give 2 values"):
        lexicon.table("bad")


def test_a_broken_rule_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "bad.toml").write_text("[[rule]\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"bad\.toml: .*mend the TOML"):
        lexicon.rules("bad")
