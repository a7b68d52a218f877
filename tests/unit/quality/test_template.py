import pytest

from orchestration.quality import rules, template


def test_words_become_literals_and_other_braces_stay():
    sql = "select * from {batch} where x in {words} and regexp_matches(y, '[0-9]{4}')"
    filled = template.render(sql, {"words": ["率", "it's"]})
    assert filled == "select * from {batch} where x in ['率', 'it''s'] and regexp_matches(y, '[0-9]{4}')"


def test_pieces_of_sql_may_hold_placeholders_themselves():
    assert template.render("{outer}", {"outer": "a {inner}", "inner": "b"}) == "a b"


def test_a_placeholder_for_which_nothing_is_given_is_named():
    with pytest.raises(KeyError, match="nothing_here"):
        template.render("select {nothing_here}", {})


def test_the_table_and_the_folder_of_the_release_are_put_in_last():
    sql = "select x::int, '{2}:abc' from {batch} as t, read_parquet('{release}/t.parquet')"
    filled = template.plain(sql, "marts.t", "/somebody's")
    assert filled == "select x::int, '{2}:abc' from marts.t as t, read_parquet('/somebody''s/t.parquet')"


def test_a_table_that_rules_share_is_put_in_as_it_was_made_or_as_its_own_query():
    assert (
        template.plain("from {spans} as s", "", "", {"spans": "prepared.spans"}) == "from prepared.spans as s"
    )
    assert rules.inline()["off_spans"].count("staging.stg_passages") == 1
    assert "{" + "spans" + "}" not in rules.inline()["off_spans"]
