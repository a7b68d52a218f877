"""The scorer beside the reference scorer of the measuring material, on gold and on spoilt predictions."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from orchestration.scoring import reading
from orchestration.scoring.printing import as_json
from orchestration.scoring.score import score

pytestmark = pytest.mark.shared
SLUGS = ("jiangyin-education-2022", "moe-edu-communique-2012", "prov-jiangsu-gwr-2025", "yuxi-gwr-2007")
Row = dict[str, Any]


def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil(row: Row, rows: list[Row], text: str, rng: random.Random) -> Row:
    """One field or the place of a figure made different, often wrong."""
    low, high = row["low"], row["high"]
    start, end = max(0, row["start"] - rng.randrange(5)), row["end"] + rng.randrange(6)
    options: list[Row] = [
        {"kind": rng.choice(["actual", "target", "change", "component", "benchmark", "baseline"])},
        {"year": rng.choice([None, 2011, 2022])},
        {"base_year": rng.choice([None, 2021, 2005])},
        {"scope": rng.choice(["", "全市", "无锡", "省", "全国", "江阴", "某校", "江苏"])},
        {"indicator": rng.choice(rows)["indicator"]},
        {"indicator": "民办" + row["indicator"]},
        {"indicator": row["indicator"][:-1]},
        {"indicator": "增长" + row["indicator"] + "全市"},
        {"indicator": row["indicator"] + "，完成"},
        {"start": start, "quote": text[start : row["end"]]},
        {"end": end, "quote": text[row["start"] : end]},
        {"low": high and -high, "high": low and -low},
        {"low": low and low / 10_000, "high": high and high / 10_000, "unit": "万" + row["unit"]},
        {"unit": rng.choice(["", "人", "名", "%", "个百分点", "元", "万元", "千瓦", "所", "校"])},
        {"qualifier": "over"},
        {"quote": "x"},
        {"low": None},
    ]
    return row | rng.choice(options)


def spoilt(rows: list[Row], text: str, seed: int) -> list[Row]:
    rng, result = random.Random(seed), []
    for row in rows:
        for _ in range(rng.choice((0, 1, 1, 1, 2))):
            changed = row
            for _ in range(rng.choice((0, 0, 1, 2))):
                changed = spoil(changed, rows, text, rng)
            result.append(changed)
    if seed % 2:
        rng.shuffle(result)
    return result


@pytest.mark.parametrize("slug", SLUGS)
def test_both_scorers_agree(shared: Path, tmp_path: Path, slug: str) -> None:
    theirs = reference(shared)
    path, places = shared / "gold" / f"{slug}.jsonl", shared / "gold" / "territory.json"
    text = (shared / "reports" / f"{slug}.txt").read_bytes().decode("utf-8")
    rows, gold = theirs.read(path), reading.read_gold(path, text)
    place, home = json.loads(places.read_text(encoding="utf-8"))[slug], reading.read_territory(places, slug)
    for seed in range(8):
        made = spoilt(rows, text, seed) if seed else rows
        file = tmp_path / "predicted.jsonl"
        file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in made), encoding="utf-8")
        mine = as_json(score(gold, reading.read_figures(file), text, home), text, errors=False)
        expected, errors = theirs.score(rows, made, place, text)
        assert mine == expected
        assert bool(errors) is bool(seed)
