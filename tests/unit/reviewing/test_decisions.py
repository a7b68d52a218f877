"""A decision on a name: made, refused, written."""

import csv

import pytest

from orchestration.errors import InputError
from orchestration.landing import overlay
from orchestration.reviewing import decisions
from orchestration.reviewing.queue import Candidate, Figure, Item, find
from orchestration.settings import ROOT, Settings


def _item(**more: object) -> Item:
    given = {
        "review_id": "ab12cd34", "name": "在校小学生", "unit": "人", "reason": "unlinked",
        "indicator_code": "p_1", "indicator_name": "在校小学生", "facets": ("primary", "", ""),
        "link_score": 0.0, "figures": (Figure("r", "9万人", 2023, "在校小学生9万人。"),),
        "candidates": (Candidate("primary_students", "小学在校生数", 0.7),),
    }  # fmt: skip
    return Item(**{**given, **more})  # type: ignore[arg-type]


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(root=ROOT, home=tmp_path)


def _rows(home: Settings, name: str) -> list[dict[str, str]]:
    with (home.reference[1] / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_link_is_a_row_of_the_users_own_aliases(home) -> None:
    done = decisions.link(home, _item(), "primary_students")
    assert done.path == home.reference[1] / "indicator_aliases.csv"
    (row,) = _rows(home, "indicator_aliases")
    assert (row["alias"], row["unit"], row["indicator_code"]) == ("在校小学生", "人", "primary_students")
    assert overlay.land(home)["indicator_aliases"] == 1


def test_a_name_set_apart_has_an_alias_without_a_code(home) -> None:
    decisions.set_apart(home, _item())
    assert [row["indicator_code"] for row in _rows(home, "indicator_aliases")] == [""]


def test_a_later_decision_on_the_same_name_wins_and_says_so(home) -> None:
    decisions.set_apart(home, _item())
    decisions.link(home, _item(name="别的"), "primary_students")
    done = decisions.link(home, _item(), "primary_students")
    assert done.said.endswith("before it was set apart")
    found = {row["alias"]: row["indicator_code"] for row in _rows(home, "indicator_aliases")}
    assert found == {"别的": "primary_students", "在校小学生": "primary_students"}


def test_rows_and_columns_that_a_user_wrote_stay(home) -> None:
    path = home.reference[1] / "indicator_aliases.csv"
    path.parent.mkdir(parents=True)
    path.write_text("\ufeffindicator_code,alias\nprimary_students,小学娃\n", encoding="utf-8")
    decisions.link(home, _item(), "primary_students")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "小学娃,,primary_students," in path.read_text(encoding="utf-8")
    assert overlay.land(home)["indicator_aliases"] == 2


def test_a_new_indicator_has_all_that_the_build_asks_for(home) -> None:
    decisions.make_new(home, _item(), "primary_pupils_here")
    (row,) = _rows(home, "indicators")
    assert (row["indicator_code"], row["name_zh"], row["unit"]) == (
        "primary_pupils_here",
        "在校小学生",
        "人",
    )
    assert (row["level_of_schooling"], row["growth_basis"], row["lower_bound"]) == ("primary", "nominal", "0")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("pupil_teacher", "is no indicator of the dictionary; it may be primary_pupil_teacher_ratio"),
        ("primary_nothing", "it may be primary_students"),
        ("gdp", "is measured in 元, «在校小学生» in 人"),
    ],
)
def test_a_link_that_the_build_would_pass_over_is_refused(home, code: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decisions.link(home, _item(), code)
    assert not home.reference[1].exists()


@pytest.mark.parametrize(
    ("code", "unit", "message"),
    [
        ("p_mine", "人", "is no code"),
        ("Primary", "人", "is no code"),
        ("gdp", "人", "is taken by 地区生产总值"),
        ("mine", "", "is told without a unit"),
    ],
)
def test_a_new_indicator_that_cannot_be_is_refused(home, code: str, unit: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decisions.make_new(home, _item(unit=unit), code)


def test_an_item_is_found_by_id_its_beginning_or_its_name() -> None:
    items = [_item(), _item(review_id="ab99ff00", name="别的"), _item(review_id="cc000000", unit="所")]
    assert find(items, "ab12cd34") is items[0]
    assert find(items, "ab9") is items[1]
    assert find(items, "别的") is items[1]
    with pytest.raises(InputError, match="waits in several units; give one of ab12cd34, cc000000"):
        find(items, "在校小学生")
    with pytest.raises(InputError, match="waits for no decision"):
        find(items, "zz")


def test_what_is_written_is_what_the_next_run_takes(home) -> None:
    decisions.set_apart(home, _item())
    decisions.make_new(home, _item(name="在校小学男生", review_id="cc00dd11"))
    assert {name: rows for name, rows in overlay.land(home).items() if rows} == {
        "indicator_aliases": 1,
        "indicators": 1,
    }
