from pathlib import Path

import pytest

from orchestration import instance
from orchestration.errors import InputError
from orchestration.settings import ROOT, Settings


@pytest.mark.parametrize("name", ["a#b", "a?b"])
def test_a_home_that_dbt_takes_for_an_address_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"in its path cannot hold a warehouse; set ZHIBIAO_HOME"):
        instance.prepare(Settings(root=ROOT, home=tmp_path / name))
    assert not (tmp_path / name).exists()


def test_a_checkout_whose_path_ends_a_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="move the checkout"):
        instance.prepare(Settings(root=tmp_path / "a'b", home=tmp_path / "home"))


def test_the_years_of_a_run_are_one_range() -> None:
    assert instance.range_tags([2023, 2021, 2022]) == {
        "dagster/asset_partition_range_start": "2021",
        "dagster/asset_partition_range_end": "2023",
    }
