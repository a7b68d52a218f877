import re

import pyarrow.parquet as pq
import pytest

from orchestration import settings
from orchestration.errors import InputError
from orchestration.landing import overlay


def give(name: str, text: str) -> None:
    folder = settings.load().reference[1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_every_seed_gets_a_table_also_without_rows(home) -> None:
    counts = overlay.land(settings.load())
    assert set(counts) == {path.stem for path in settings.load().reference[0].glob("*.csv")}
    for name, columns in overlay.seeds(settings.load()).items():
        table = pq.ParquetFile(overlay.part(settings.load(), name)).read()
        assert table.schema.names == columns
        assert {str(kind) for kind in table.schema.types} == {"string"}
        assert table.num_rows == counts[name] == 0


def test_a_users_rows_are_landed_as_text(home) -> None:
    give("areas.csv", "\ufeffname_zh,area_code\n某新区,320299\n\n")
    assert overlay.land(settings.load())["areas"] == 1
    (row,) = pq.ParquetFile(overlay.part(settings.load(), "areas")).read().to_pylist()
    assert (row["area_code"], row["name_zh"], row["short_name"]) == ("320299", "某新区", None)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("nothing.csv", "a\n1\n", "nothing.csv: is no reference table"),
        ("areas.csv", "area_code,colour\n1,red\n", "column 'colour' is unknown"),
        ("areas.csv", "area_code,area_code\n1,2\n", "column 'area_code' stands twice"),
        ("areas.csv", "area_code,name_zh\n1,a,b\n", "line 2 has 3 cells, the header 2"),
        ("areas.csv", "area_code;name_zh\n1;a\n", "part cells by commas, not by ';'"),
        ("areas.csv", "area_code,name_zh\n,a\n", "areas.csv: line 2: area_code is empty; fill it in"),
        (
            "units.csv",
            "unit,base_unit,factor\n亩,亩,eins\n",
            "line 2: factor 'eins' is no number; write it like 12.5",
        ),
        ("sources.csv", "source_id,first_year\na,23\n", "first_year '23' is no year"),
        (
            "corrections.csv",
            "statement_key,action,reason\nk,zap,x\n",
            "line 2: action 'zap' is unknown; known are accept, override, drop",
        ),
        (
            "corrections.csv",
            "statement_key,action,reason,decided_on\nk,drop,x,2023-02-30\n",
            "line 2: decided_on '2023-02-30' is no date",
        ),
    ],
)
def test_a_wrong_file_is_told_and_nothing_written(home, name, text, line) -> None:
    give(name, text)
    with pytest.raises(InputError, match=re.escape(line)):
        overlay.land(settings.load())
    assert not (settings.load().landing / "overlay").exists()
