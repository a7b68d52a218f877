import pytest

from orchestration.extraction import approximators


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("全市约", "约"),
        ("节约", None),
        ("附近", None),
        ("就业将近", "将近"),
        ("不低于 ", "不低于"),
        ("反超", None),
    ],
)
def test_words_before_a_number(text, word):
    found = approximators.before(text, len(text), 0)
    assert (text[found.start : found.end] if found else None) == word


def test_nothing_before_the_floor_is_taken():
    assert approximators.before("超过", 2, 1) is None


@pytest.mark.parametrize(
    ("text", "qualifier"), [("以上的", "at_least"), (" 左右", "about"), ("以内", "at_most"), ("以及", None)]
)
def test_words_after_a_number(text, qualifier):
    found = approximators.after(text, 0)
    assert (found.qualifier if found else None) == qualifier
