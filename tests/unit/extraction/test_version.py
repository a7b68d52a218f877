import shutil

from orchestration.extraction import version


def test_the_version_is_short_and_stable():
    assert len(version.VERSION) == 12
    assert version._digest() == version.VERSION


def test_another_word_gives_another_version(tmp_path, monkeypatch):
    copy = tmp_path / "extraction"
    shutil.copytree(version.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "PACKAGE", copy)
    assert version._digest() == version.VERSION
    with (copy / "lexicon" / "idioms.txt").open("a", encoding="utf-8") as file:
        file.write("一新词\n")
    assert version._digest() != version.VERSION
