import pytest

from orchestration import settings
from orchestration.reports import areas


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("江阴市教育局", "320281"),
        ("江苏省无锡市江阴市教育局", "320281"),
        ("南京市鼓楼区教育局", "320106"),
        ("北京市教育委员会", "110000"),
        ("鼓楼区教育局", None),  # there are several
        ("某某大学", None),
    ],
)
def test_finds_the_area_that_begins_a_phrase(home, phrase, code) -> None:
    found = areas.named_in(settings.load(), phrase)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("320281", "320281"), ("江阴", "320281"), ("CN", "CN"), ("鼓楼区", None), ("xyz", None)],
)
def test_finds_an_area_by_code_or_exact_name(home, word, code) -> None:
    found = areas.find(settings.load(), word)
    assert (found.code if found else None) == code


def test_a_users_rows_win(home) -> None:
    folder = settings.load().reference[1]
    folder.mkdir(parents=True)
    (folder / "areas.csv").write_text(
        "area_code,name_zh,short_name,level,parent_code\n320281,新江阴市,新江阴,county,320200\n",
        encoding="utf-8",
    )
    assert areas.own_names(settings.load(), "320281") == ("新江阴市", "新江阴")


def test_the_place_named_most_must_be_far_ahead(home) -> None:
    store = settings.load()
    ahead = areas.most_named(store, "邯郸" * 9 + "石家庄")
    assert ahead is not None
    assert ahead.code == "130400"
    assert areas.most_named(store, "邯郸" * 9 + "石家庄" * 6) is None
    assert areas.most_named(store, "邯郸") is None


def test_a_place_whose_parts_are_named_too_may_be_less_far_ahead(home) -> None:
    store = settings.load()
    backed = areas.most_named(store, "韶关" * 4 + "南雄翁源" + "金华" * 3)
    assert backed is not None
    assert backed.code == "440200"
    assert areas.most_named(store, "韶关" * 4 + "南雄" * 2 + "金华" * 3) is None
