from __future__ import annotations

from orchestration.rendering import words
from orchestration.rendering.records import details, script_data
from tests.unit.rendering.samples import PART, PLACES, PLAN


def test_details_have_every_field_that_says_something() -> None:
    shown = details(PLAN, words.load())
    named = set(words.load().fields)
    assert set(shown) == named - {"base_year", "scope", "part_of", "heading", "sentence"}
    assert (shown["value"], shown["kind"], shown["span"]) == (
        "6 – 8 所",
        "目标 target",
        f"{PLAN.start}–{PLAN.end}",
    )


def test_a_component_points_to_its_total() -> None:
    first, second = script_data([PLACES, PART])["rows"]
    assert (first["total"], second["total"]) == (None, 0)


def test_headings_and_sentences_are_given_once() -> None:
    data = script_data([PLACES, PART, PLAN])
    assert len(data["texts"]) == 3
    assert [data["texts"][row["sentence"]] for row in data["rows"]] == [
        one.sentence.strip() for one in (PLACES, PART, PLAN)
    ]
