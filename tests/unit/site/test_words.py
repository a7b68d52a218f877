"""The site and the Chinese views of the release call the same thing by the same word."""

from __future__ import annotations

import pytest

from orchestration.publishing.chinese import views
from orchestration.site import words

SHARED = {
    "verdicts": "verdict",
    "sources": "source_kind",
    "conflicts": "conflict_type",
    "kinds": "kind",
    "measures": "measure",
    "periods": "period_type",
}


@pytest.mark.parametrize(("vocabulary", "column"), SHARED.items())
def test_site_and_views_use_the_same_words(vocabulary: str, column: str) -> None:
    told = {key: name.zh for key, name in words.load()[vocabulary].items()}
    of_views = {key: word for key, word in views.words()[column].items() if key in told}
    assert of_views
    assert {key: told[key] for key in of_views} == of_views
