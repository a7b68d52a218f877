import json

import pytest

from orchestration import files, settings
from orchestration.errors import InputError
from orchestration.reports import snapshots


def test_keeps_bytes_under_their_hash_with_a_sidecar(home) -> None:
    store = settings.load()
    digest, new = snapshots.put(store, b"said", report_id="r", file="report.txt")
    assert new
    assert snapshots.get(store, digest) == b"said"
    sidecar = json.loads((store.snapshots / digest[:2] / f"{digest}.json").read_text())
    assert sidecar == {"sha256": digest, "bytes": 4, "report_id": "r", "file": "report.txt"}


def test_the_same_bytes_again_change_nothing(home) -> None:
    store = settings.load()
    digest, _ = snapshots.put(store, b"said", file="one")
    path = snapshots.path_of(store, digest)
    before = path.stat().st_mtime_ns
    assert snapshots.put(store, b"said", file="two") == (digest, False)
    assert path.stat().st_mtime_ns == before
    assert json.loads(path.with_suffix(".json").read_text())["file"] == "one"


def test_a_changed_snapshot_is_never_read_nor_overwritten(home) -> None:
    store = settings.load()
    path = snapshots.path_of(store, files.sha256(b"said"))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"other")
    with pytest.raises(InputError, match="the snapshot was changed"):
        snapshots.get(store, files.sha256(b"said"))
    with pytest.raises(InputError, match="the snapshot was changed"):
        snapshots.put(store, b"said")
    assert path.read_bytes() == b"other"


def test_a_missing_snapshot_is_told(home) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        snapshots.get(settings.load(), "0" * 64)
