from pathlib import Path

import pytest

from orchestration.publishing.store import Store

IDS = [f"2026010{day}T000000Z-0000000{day}" for day in range(1, 7)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "published")
    for name in IDS:
        made.path(name).mkdir(parents=True)
        made.path(name).joinpath("release.json").write_text("{}")
    return made


def test_switching_gives_a_relative_link_that_survives_a_move(store, tmp_path):
    store.switch(IDS[0])
    store.switch(IDS[5])
    assert store.current_id() == IDS[5]
    moved = store.folder.rename(tmp_path / "elsewhere")
    assert Store(moved).current.joinpath("release.json").is_file()


def test_the_last_three_are_kept_and_always_the_current_one(store):
    store.switch(IDS[1])
    assert store.prune() == [IDS[0], IDS[2]]
    assert store.ids() == [IDS[1], *IDS[3:]]
    assert sorted(path.name for path in store.releases.iterdir()) == store.ids()


def test_what_a_broken_off_publish_left_is_swept_and_releases_stay(store):
    (store.releases / ".building-x").mkdir()
    (store.releases / ".building-x" / "zhibiao.duckdb").write_bytes(b"half")
    (store.folder / ".current-1").symlink_to("releases/none")
    store.switch(IDS[5])
    assert sorted(store.sweep()) == [".building-x", ".current-1"]
    assert store.ids() == IDS
    assert store.current_id() == IDS[5]


def test_a_folder_without_a_record_is_no_release(store):
    store.path(IDS[3]).joinpath("release.json").unlink()
    assert IDS[3] not in store.ids()
    store.switch(IDS[3])
    assert store.current_id() is None


def test_a_taken_id_gets_a_number_that_sorts_behind_it(store):
    assert store.free_id(IDS[2]) == f"{IDS[2]}-2"
    assert sorted([f"{IDS[2]}-2", IDS[2], IDS[3]]) == [IDS[2], f"{IDS[2]}-2", IDS[3]]


def test_nothing_published_is_no_error(tmp_path):
    empty = Store(tmp_path)
    assert (empty.ids(), empty.current_id(), empty.sweep(), empty.prune()) == ([], None, [], [])
