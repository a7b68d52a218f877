"""Nineteen communiqués in one warehouse give the true yearly series of the headline indicators."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import pytest

from tests.conftest import SHARED
from tests.integration.homes import Home

pytestmark = [pytest.mark.slow, pytest.mark.shared]

TRUE_CELLS = 0.97  # of them at least stand under the one code of their indicator
TOLERANCE = 1e-6

SERIES = """
    select indicator_code, time_period, value
    from marts.rpt_indicator_series
    where scope = '' and area_code = 'CN'
"""
PLACES = """
    select observation.indicator_code, report.reviewed_year, observation.char_start
    from marts.fct_observation as observation
    inner join marts.dim_report as report using (report_id)
    where not observation.is_derived
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The release of a home that holds the communiqués of 1998 to 2016."""
    texts = [*(SHARED / "corpus").glob("moe-*.txt"), *(SHARED / "reports").glob("moe-*.txt")]
    if not texts:
        pytest.skip("the corpus is not here")
    home = Home(tmp_path_factory.mktemp("series") / "home")
    assert home.run("add", *map(str, sorted(texts))).code == 0
    ended = home.run("run")
    assert ended.code == 0, ended.err
    return duckdb.connect(str(home.path / "published" / "current" / "zhibiao.duckdb"), read_only=True)


@pytest.fixture(scope="module")
def cells() -> list[dict[str, str]]:
    """The true values: indicator, year, value and where the communiqué of that year says it."""
    path = Path(SHARED / "gold" / "series.tsv")
    if not path.is_file():
        pytest.skip("the true series are not here")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_series_are_the_true_ones(
    release: duckdb.DuckDBPyConnection, cells: list[dict[str, str]]
) -> None:
    told = {(year, start): code for code, year, start in release.execute(PLACES).fetchall()}
    series = {(code, year): value for code, year, value in release.execute(SERIES).fetchall()}
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        code = told.get((int(cell["year"]), int(cell["start"])))
        codes[cell["indicator_id"]].update([code] if code else [])
    own = {indicator: found.most_common(1)[0][0] for indicator, found in codes.items() if found}
    assert len(set(own.values())) == len(own), "two indicators share a code"
    wrong = [
        (cell["indicator_id"], cell["year"], cell["value"], value)
        for cell in cells
        for value in [series.get((own.get(cell["indicator_id"]), int(cell["year"])))]
        if value is None or abs(value - float(cell["value"])) > TOLERANCE * max(1, abs(float(cell["value"])))
    ]
    assert len(wrong) <= (1 - TRUE_CELLS) * len(cells), wrong
