"""A small plot for the terminal.

What belongs here: drawing points with plotext. What does not: which points (the subcommands).
"""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 72, 12


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
