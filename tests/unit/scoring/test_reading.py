from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from orchestration.errors import InputError
from orchestration.scoring.reading import Territory, read_figures, read_gold, read_territory
from tests.unit.scoring.samples import GOLD, PLACES, TEXT, got


def lines(path: Path, *rows: Any) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = lines(tmp_path / "gold.jsonl", *map(dataclasses.asdict, GOLD))
    assert tuple(read_gold(path, TEXT)) == GOLD
    assert read_figures(path) == [got(row) for row in GOLD]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": 0}, "the quote is '6210个', but the text has"),
        ({"kind": "fact"}, "kind 'fact' is unknown; give one of actual, target"),
        ({"low": "many"}, "a field has the wrong type"),
        ({"keywords": "学位"}, "keywords must be a list"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    row = dataclasses.asdict(PLACES)
    path = lines(tmp_path / "gold.jsonl", row, row | change)
    with pytest.raises(InputError) as caught:
        read_gold(path, TEXT)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"start": 1}', "\ufffe", '{"start": 1, "end": null}'])
def test_a_file_that_is_no_gold_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-16" if content == "\ufffe" else "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        read_gold(path, TEXT)


def test_territory(tmp_path: Path) -> None:
    path = tmp_path / "territory.json"
    path.write_text('{"a": {"own": ["全市"], "aliases": [["全省", "江苏省"]]}}', encoding="utf-8")
    assert read_territory(path, "a") == Territory(frozenset({"全市"}), (frozenset({"全省", "江苏省"}),))
    assert read_territory(path, "b") == Territory()
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="no territory file"):
        read_territory(path, "a")
