from __future__ import annotations

from decimal import Decimal

import pytest

from orchestration.extraction.confidence import WAYS, confidence_of
from orchestration.extraction.draft import Draft
from orchestration.extraction.model import Quantity


def _draft(sign: str, unit: str = "所", label: str = "小学学校数") -> Draft:
    quantity = Quantity(0, 2, "3所", Decimal(3), Decimal(3), unit, unit, "exact")
    return Draft(quantity, label=label, year=2020, signs={sign})


@pytest.mark.parametrize("way", WAYS)
def test_each_way_has_a_share(way: str):
    assert 0 < confidence_of(_draft(way)) < 1


def test_doubts_lower_it():
    sure = confidence_of(_draft("left"))
    assert confidence_of(_draft("left", unit="")) < sure
    assert confidence_of(_draft("left", label="甲" * 25)) < sure
    assert confidence_of(_draft("deed")) < sure
    assert (
        confidence_of(_draft("left", label="学校")) < confidence_of(_draft("left", label="使用的学校")) < sure
    )
