import pytest

from orchestration.commands import plot


def test_draws_the_line_without_colours() -> None:
    drawn = plot.line([2020, 2021, 2022], [1.0, 3.0, 2.0])
    rows = drawn.splitlines()
    assert len(rows) == plot.HEIGHT
    assert all(year in rows[-1] for year in ("2020", "2021", "2022"))
    assert "\x1b" not in drawn
    assert max(map(len, rows)) <= plot.WIDTH


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([2.466e13, 7.44e13], ([24.66, 74.4], "万亿")),
        ([-3.5e8, 1e8], ([-3.5, 1.0], "亿")),
        ([12_000.0], ([1.2], "万")),
        ([92.79, -3.0], ([92.79, -3.0], "")),
        ([], ([], "")),
    ],
)
def test_large_values_are_counted_in_the_words_of_the_reports(
    values: list[float], told: tuple[list[float], str]
) -> None:
    assert plot.scaled(values) == told
