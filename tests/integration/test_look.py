"""Looking a series or a promise up, by whatever words a reader has."""

from __future__ import annotations

import pytest

from tests.integration.homes import Home

pytestmark = pytest.mark.slow


def test_a_series_is_found_by_the_words_of_a_report(built: Home) -> None:
    (row, *_) = built.query("""
        select o.indicator_label, o.indicator_code from marts.fct_observation as o
        inner join marts.rpt_indicator_series as s using (observation_id)
        where o.link_method = 'alias'
            and not exists (
                select 1 from marts.rpt_indicator_series as n
                where contains(n.indicator_name_zh, o.indicator_label)
            )
        order by 1
    """)
    shown = built.run("show", row["indicator_label"])
    assert shown.code == 0, shown.err
    assert row["indicator_code"] in shown.out
    missing = built.run("show", "绝无此指标")
    assert (missing.code, len(missing.errors)) == (2, 1)


def test_the_board_of_one_place_and_year(built: Home) -> None:
    board = built.run("targets", "--area", "江阴市", "--year", "2023")
    assert "pending" in board.out
    assert " met " not in board.out
    assert board.out == built.run("targets", "--area", "320281", "--year", "2023").out
    assert built.run("targets", "--area", "无锡市").out.splitlines()[-1] == "no targets"
