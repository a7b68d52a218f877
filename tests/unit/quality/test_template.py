import pytest

from orchestration.quality import template


def test_words_become_literals_and_other_braces_stay():
    sql = "select * from {batch} where x in {words} and regexp_matches(y, '[0-9]{4}')"
    filled = template.render(sql, {"words": ["率", "it's"]})
    assert filled == "select * from {batch} where x in ['率', 'it''s'] and regexp_matches(y, '[0-9]{4}')"


def test_pieces_of_sql_may_hold_placeholders_themselves():
    assert template.render("{outer}", {"outer": "a {inner}", "inner": "b"}) == "a b"


def test_a_placeholder_for_which_nothing_is_given_is_named():
    with pytest.raises(KeyError, match="nothing_here"):
        template.render("select {nothing_here}", {})


def test_the_query_for_great_expectations_reads_back_as_the_query_itself():
    sql = "select x::int, '{2}:abc' from {batch} as t where y = ':z'"
    escaped = template.for_great_expectations(sql, "marts.t")
    formatted = escaped.format(batch="(select 1)").replace("\\:", ":")
    assert formatted == "/* (select 1) */ " + template.plain(sql, "marts.t")
