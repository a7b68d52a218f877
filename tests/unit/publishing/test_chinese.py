"""The words and references that lie in data files agree with the contracts of the dbt project."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from orchestration.publishing import catalog
from orchestration.publishing.catalog import Column, Table
from orchestration.publishing.chinese import views
from orchestration.settings import ROOT


def _contracts() -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted((ROOT / "dbt_project" / "models" / "marts").glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", []):
            found[model["name"]] = {column["name"]: column for column in model["columns"]}
    return found


def _vocabulary() -> list[tuple[str, str]]:
    return sorted(
        {
            (name, value)
            for columns in _contracts().values()
            for name, column in columns.items()
            for test in column.get("data_tests", [])
            if isinstance(test, dict) and "one_of" in test
            for value in test["one_of"]["arguments"]["values"]
        }
    )


@pytest.mark.parametrize(("column", "code"), _vocabulary())
def test_every_code_of_the_contracts_has_a_chinese_word(column, code):
    assert views.words()[column][code]


def test_every_reference_is_between_columns_that_are_there():
    contracts = _contracts()
    for one in catalog.relations():
        assert set(one.columns) <= contracts[one.table].keys(), one
        assert set(one.to_columns) <= contracts[one.to_table].keys(), one


def test_every_mart_has_a_view_whose_columns_have_names_of_their_own():
    contracts = _contracts()
    tables = tuple(
        Table(
            "marts",
            name,
            "",
            tuple(Column(c, "VARCHAR", told["description"]) for c, told in cols.items()),
            (),
            0,
        )
        for name, cols in contracts.items()
    )
    made = views.views(tables)
    assert {view.table.name for view in made} == contracts.keys()
    for view in made:
        names = [name for name, _ in view.columns]
        assert len(names) == len(set(names)), view.name
        assert not any(name.isascii() for name in names), view.name


def test_a_view_names_no_database_and_gives_words_for_codes():
    columns = (Column("verdict", "VARCHAR", "结论。met or missed."), Column("x'y", "INTEGER", ""))
    (view,) = views.views((Table("marts", "fct_target_outcome", "", columns, (), 0),))
    assert view.select.startswith("""select case "verdict" when 'met' then '已达成'""")
    assert view.select.endswith("""end as "结论", "x'y" as "x'y" from marts."fct_target_outcome\"""")
