from __future__ import annotations

from orchestration.scoring.pairing import pair
from orchestration.scoring.rules import load
from orchestration.scoring.score import score
from tests.unit.scoring.samples import CROWD, GOLD, HOME, PLACES, RATE, RISE, SCHOOLS, TEXT, got


def test_what_is_annotated_scores_one() -> None:
    result = score(GOLD, [got(row) for row in GOLD], TEXT, HOME)
    assert (result.gold, result.predicted) == (4, 4)
    assert (result.found.f1, result.full.f1) == (1, 1)
    assert set(result.fields.values()) == {1}
    assert result.differences == ()


def test_nothing_extracted_scores_nought() -> None:
    result = score(GOLD, [], TEXT, HOME)
    assert (result.found.f1, result.full.f1) == (0, 0)
    assert [one.what for one in result.differences] == ["missed"] * 4


def test_optional_figures_count_neither_way() -> None:
    others = [got(row) for row in (PLACES, RATE, RISE, SCHOOLS)]
    assert score(GOLD, others, TEXT, HOME).found.f1 == 1
    assert score(GOLD, [*others, got(CROWD, low=8, high=8)], TEXT, HOME).found.f1 == 1


def test_every_difference_is_listed_in_text_order() -> None:
    some = [got(SCHOOLS, scope="", kind="target"), got(RATE, low=9), got(PLACES)]
    result = score(GOLD, some, TEXT, HOME)
    assert [(one.what, one.place.quote) for one in result.differences] == [
        ("missed", "99.9%"),
        ("extra", "99.9%"),
        ("missed", "0.3个百分点"),
        ("kind", "20所"),
        ("scope", "20所"),
    ]
    assert (result.found.precision, result.found.recall) == (2 / 3, 2 / 4)
    assert (result.full.precision, result.full.recall) == (1 / 3, 1 / 4)
    assert result.fields["scope"] == 1 / 2


def test_a_wrong_qualifier_is_told_and_does_not_count() -> None:
    result = score((PLACES,), [got(PLACES, qualifier="about")], TEXT, HOME)
    assert result.full.f1 == 1
    assert [one.what for one in result.differences] == ["qualifier"]


def test_an_extracted_figure_is_used_once() -> None:
    twice = pair((PLACES,), [got(PLACES), got(PLACES)], TEXT, load())
    assert (len(twice.found), len(twice.extra)) == (1, 1)


def test_a_quote_that_is_not_the_text_answers_nothing() -> None:
    pairs = pair((PLACES, CROWD), [got(PLACES, quote="x"), got(CROWD, quote="x")], TEXT, load())
    assert (pairs.found, pairs.missed, len(pairs.extra)) == ((), (PLACES,), 2)
