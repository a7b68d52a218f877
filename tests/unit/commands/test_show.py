import pytest

from orchestration.commands.show import near

NAMES = ["小学学龄儿童净入学率", "小学专任教师数", "普通高中毛入学率", "在园幼儿数"]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("小学净入学率", "小学学龄儿童净入学率"),
        ("小学教师人数", "小学专任教师数"),
        ("高中毛入学率", "普通高中毛入学率"),
    ],
)
def test_a_name_that_is_none_is_answered_with_the_nearest(word: str, first: str) -> None:
    assert near(word, NAMES)[0] == first


def test_what_is_like_nothing_is_answered_with_nothing() -> None:
    assert near("绝无此指标", NAMES) == []
