from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from orchestration.rendering.numbers import number, reading, value
from tests.unit.rendering.samples import PLACES, with_statement


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("8790000", "8,790,000"),
        ("92.790", "92.79"),
        ("-0.5", "-0.5"),
        ("1E+3", "1,000"),
        ("100", "100"),
        ("0", "0"),
    ],
)
def test_numbers_have_groups_and_no_exponent(given: str, shown: str) -> None:
    assert number(Decimal(given)) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"low": Decimal(6), "high": Decimal(8), "qualifier": "range"}, "6 – 8 个"),
        ({"low": Decimal(450), "high": None, "qualifier": "at_least"}, "≥ 450 个"),
        ({"low": None, "high": Decimal(-20), "unit": "%", "qualifier": "at_most"}, "≤ -20%"),
        ({"low": Decimal(50), "high": Decimal(50), "unit": "%", "qualifier": "nearly"}, "近 50%"),
        ({"low": Decimal("16.28"), "high": Decimal("16.28"), "unit": ":1"}, "16.28:1"),
        ({"low": None, "high": None, "unit": ""}, "?"),
    ],
)
def test_values(fields: dict[str, Any], shown: str) -> None:
    assert value(with_statement(PLACES, **fields)) == shown


def test_a_reading_is_given_only_where_it_says_more_than_the_quote() -> None:
    assert reading(PLACES) == ""
    assert reading(with_statement(PLACES, quote="0.621万个")) == "6,210 个"
