from orchestration.commands import plot


def test_draws_the_line_without_colours() -> None:
    drawn = plot.line([2020, 2021, 2022], [1.0, 3.0, 2.0])
    rows = drawn.splitlines()
    assert len(rows) == plot.HEIGHT
    assert all(year in rows[-1] for year in ("2020", "2021", "2022"))
    assert "\x1b" not in drawn
    assert max(map(len, rows)) <= plot.WIDTH
