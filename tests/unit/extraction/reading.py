"""Short ways for the tests of the statement layer to read invented sentences."""

from __future__ import annotations

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract
from orchestration.extraction.model import Statement

TITLE = "2021年云川市政府工作报告\n——2021年2月3日在云川市第六届人民代表大会第一次会议上\n各位代表：\n"


def review(body: str) -> list[Statement]:
    """The statements of a city's report whose review consists of ``body``; it looks back on 2020."""
    return _statements(f"{TITLE}一、2020年工作回顾\n{body}\n")


def plan(body: str) -> list[Statement]:
    """The statements of a city's report whose plan consists of ``body``; it plans 2021."""
    return _statements(f"{TITLE}二、2021年主要任务\n{body}\n")


def lookback(body: str) -> list[Statement]:
    """The statements of a look-back on the five years that ended in 2020."""
    return _statements(f"{TITLE}一、“十三五”时期工作回顾\n{body}\n")


def communique(body: str) -> list[Statement]:
    """The statements of an education communiqué for 2019."""
    return _statements(
        f"2019年全国教育事业发展统计公报\n发布日期：2020-05-20\n2019年，教育事业稳步发展。\n{body}\n"
    )


def _statements(text: str) -> list[Statement]:
    return list(extract(text, infer_context(text)).statements)


def labels(statements: list[Statement]) -> list[str]:
    """Indicators in order."""
    return [statement.indicator for statement in statements]


def kinds(statements: list[Statement]) -> list[str]:
    """Kinds in order."""
    return [statement.kind for statement in statements]
