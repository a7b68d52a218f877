import duckdb
import pyarrow as pa

from orchestration.landing import asking, writer
from orchestration.settings import Settings


def test_no_character_of_a_folder_is_read_as_a_pattern(tmp_path) -> None:
    homes = [Settings(root=tmp_path, home=tmp_path / name) for name in ("a'b [1] {x} *?", "a'b 1 {x} yz")]
    for number, home in enumerate(homes):
        writer.write_table(writer.part(home, "reports", "r"), pa.table({"number": [number]}))
    for number, home in enumerate(homes):
        rows = duckdb.execute(f"select * from {asking.every_part(home, 'reports')}").fetchall()
        assert rows == [(number,)]
