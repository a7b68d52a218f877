import csv

from orchestration import settings
from orchestration.landing import cells, overlay


def test_the_rows_that_come_with_the_project_are_good() -> None:
    folder = settings.load().reference[0]
    for name in overlay.seeds(settings.load()):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            faults = [(row, fault) for row in csv.DictReader(file) if (fault := cells.fault(name, row))]
        assert faults == []


def test_an_empty_cell_is_good_where_none_is_needed() -> None:
    assert cells.fault("corrections", {"statement_key": "k", "action": "drop", "reason": "why"}) is None


def test_a_table_without_rules_takes_anything() -> None:
    assert cells.fault("colours", {"a": "b"}) is None
