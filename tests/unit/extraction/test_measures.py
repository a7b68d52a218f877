from __future__ import annotations

import pytest

from orchestration.extraction.measures import measure_of
from orchestration.extraction.roles import Role


@pytest.mark.parametrize(
    ("role", "unit", "label", "measure"),
    [
        (Role("level", ""), "%", "覆盖率", "level"),
        (Role("change", ""), "%", "生产总值", "change_pct"),
        (Role("change", ""), "%", "达标率", "change_pp"),
        (Role("change", ""), "个百分点", "生产总值", "change_pp"),
        (Role("change", ""), "所", "学校", "change_abs"),
        (Role("change", "", average=True), "%", "收入", "growth_avg"),
        (Role("change", ""), "倍", "收入", "multiple"),
        (Role("multiple", ""), "倍", "收入", "multiple"),
    ],
)
def test_measures(role: Role, unit: str, label: str, measure: str):
    assert measure_of(role, unit, label) == measure
