"""The page speaks Chinese: every word that a rule needs is there."""

import pytest

from orchestration.quality import wording
from orchestration.quality.rules import OF_RELEASES, load_rules

RULES = load_rules() + load_rules(OF_RELEASES)


def test_every_rule_has_its_words_in_chinese():
    words = wording.load()
    for rule in RULES:
        assert rule.mend in words.mends, f"{rule.key}: no Chinese for its mend in quality/words.toml"
        assert rule.dimension in words.dimensions, rule.key
        assert rule.table in words.tables, rule.key


def test_no_words_are_kept_that_nothing_uses():
    assert set(wording.load().mends) <= {rule.mend for rule in RULES}


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("51300000000.0", "513亿"),
        ("44200.0", "4.42万"),
        ("100.0", "100"),
        ("92.79", "92.79"),
        ("2022", "2022"),
        ("1e9", "10亿"),
    ],
)
def test_numbers_are_written_as_people_read_them(number, read):
    assert wording.readable(number) == read


def test_the_words_of_queries_are_put_into_chinese():
    assert wording.load().read("课后服务参与率 0.0 to 100.0%") == "课后服务参与率 0 至 100%"
