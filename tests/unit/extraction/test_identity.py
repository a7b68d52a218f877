from __future__ import annotations

from decimal import Decimal

from orchestration.extraction import identity


def test_plain_numbers():
    assert identity.plain(Decimal("12.50")) == "12.5"
    assert identity.plain(Decimal("1E+3")) == "1000"
    assert identity.plain(None) == ""


def test_ids_tell_span_and_value_apart():
    one = identity.statement_id("a", 1, 3, Decimal(5), Decimal(5))
    assert one == identity.statement_id("a", 1, 3, Decimal("5.0"), Decimal("5.00"))
    assert one != identity.statement_id("a", 1, 3, Decimal(5), None)
    assert one != identity.statement_id("a", 2, 3, Decimal(5), Decimal(5))


def test_keys_do_not_see_width_nor_punctuation():
    assert identity.statement_key("新增３所，", "３所", 0) == identity.statement_key("新增3所。", "3所", 0)
    assert identity.statement_key("新增3所", "3所", 0) != identity.statement_key("新增3所", "3所", 1)
