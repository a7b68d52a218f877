import pytest

from orchestration import settings, warehouse
from orchestration.settings import Settings


def _break_off(here: Settings) -> None:
    with warehouse.building(here):
        assert [path.name for path in here.candidate.parent.iterdir()] == ["unfinished"]
        here.candidate.write_bytes(b"half")
        raise ZeroDivisionError


def test_a_build_begins_with_nothing_and_tells_when_it_broke_off(home) -> None:
    here = settings.load()
    here.candidate.parent.mkdir(parents=True)
    here.candidate.write_bytes(b"of an earlier project")
    here.candidate.with_name("zhibiao.duckdb.wal").write_bytes(b"too")
    with pytest.raises(ZeroDivisionError):
        _break_off(here)
    assert here.candidate.read_bytes() == b"half"
    with pytest.raises(warehouse.WarehouseError, match="its last build broke off; `zhibiao run`"):
        warehouse.require_whole(here)
    with warehouse.building(here):
        here.candidate.write_bytes(b"whole")
    warehouse.require_whole(here)
    assert here.candidate.read_bytes() == b"whole"
