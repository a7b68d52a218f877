from __future__ import annotations

import dataclasses
from typing import get_args

from orchestration.extraction import model
from orchestration.rendering import words


def test_every_vocabulary_is_named_whole() -> None:
    names = words.load()
    for given, vocabulary in (
        (names.kinds, model.Kind),
        (names.reasons, model.SkipReason),
        (names.qualifiers, model.Qualifier),
        (names.modalities, model.Modality),
        (names.measures, model.Measure),
        (names.periods, model.PeriodType),
    ):
        assert set(given) == set(get_args(vocabulary))


def test_each_kind_has_a_sign_of_its_own() -> None:
    signs = [name.sign for name in words.load().kinds.values()]
    assert len(set(signs)) == len(signs)
    assert all(len(sign) == 1 for sign in signs)


def test_every_field_of_a_statement_is_named() -> None:
    fields = {field.name for field in dataclasses.fields(model.Statement)}
    elsewhere = {"report_id", "start", "end", "low", "high", "unit"}  # the page's head, span and value
    assert set(words.load().fields) == (fields - elsewhere) | {"span", "value"}
