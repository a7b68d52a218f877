"""A small plot for the terminal.

What belongs here: drawing points with plotext. What does not: which points (the subcommands).
"""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 72, 12
_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))


def scaled(values: Sequence[float]) -> tuple[list[float], str]:
    """Count values in 万, 亿 or 万亿 where the largest is that large; with the word, else empty."""
    largest = max(map(abs, values), default=0.0)
    factor, word = next(((scale, word) for scale, word in _SCALES if largest >= scale), (1.0, ""))
    return [value / factor for value in values], word


def line(years: Sequence[int], values: Sequence[float]) -> str:
    """Draw values over years as plain characters, without colours."""
    import plotext

    figure = plotext.figure
    figure.clear()
    figure.plot_size(WIDTH, HEIGHT)
    figure.theme("colorless")
    figure.draw(figure.signal(list(years), list(values)).lines())
    figure.ruler("x").ticks(list(years))
    drawn = str(plotext.uncolorize(figure.build().string()))
    return "\n".join(row.rstrip() for row in drawn.splitlines())
