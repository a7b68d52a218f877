"""Values as a person reads them: grouped, and counted in 万 and 亿 where they are large.

What belongs here: numbers and units as text. What does not: the words of a report.
"""

from __future__ import annotations

_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_DIGITS = 12  # of a double; what lies beyond is noise of its binary form


def plain(value: float) -> str:
    """Write a number without an exponent and without zeros at its end: ``12,600,000``, ``92.79``."""
    text = f"{float(f'{value:.{_DIGITS}g}'):,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def short(value: float) -> str:
    """Count in 万, 亿 or 万亿 from ten thousand on, to six digits: ``6.48万``, ``12.6亿``, ``63.6万亿``."""
    for scale, sign in _SCALES:
        if abs(value) >= scale:
            return plain(float(f"{value / scale:.6g}")) + sign
    return plain(float(f"{value:.6g}"))


def with_unit(value: float | None, unit: str | None) -> str:
    """Write a value shortly, with its unit: ``92.79%``, ``6.48万人``."""
    return "" if value is None else f"{short(value)}{unit or ''}"


def bounds(low: float | None, high: float | None, unit: str | None) -> str:
    """Write a range, or one open on a side: ``≥ 450名``, ``6 – 8所``."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"≤ {with_unit(high, unit)}"
    if high is None:
        return f"≥ {with_unit(low, unit)}"
    return with_unit(low, unit) if low == high else f"{short(low)} – {with_unit(high, unit)}"


def distance_unit(measure: str, unit: str | None) -> str:
    """Give the unit in which two values of a measure lie apart: points where they are percentages."""
    percent = unit == "%" or measure in {"change_pct", "change_pp", "growth_avg"}
    return "个百分点" if percent else unit or ""


def signed(value: float | None, unit: str | None) -> str:
    """Write a change with its sign: ``+2.9个百分点``, ``−3.1%``."""
    if value is None:
        return ""
    shown = short(round(abs(value), 2))
    sign = "±" if shown == "0" else "+" if value > 0 else "−"
    return f"{sign}{shown}{unit or ''}"
