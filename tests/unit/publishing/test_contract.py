"""The contract page says what the contracts of the dbt project say."""

from __future__ import annotations

from orchestration.publishing import contract
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "marts.md"


def test_the_page_is_that_of_the_contracts() -> None:
    mend = "`.venv/bin/python -m orchestration.publishing.contract > docs/marts.md` writes it anew"
    assert PAGE.read_text(encoding="utf-8") == contract.page(ROOT / "dbt_project"), mend


def test_every_mart_and_every_reference_is_on_it() -> None:
    page = contract.page(ROOT / "dbt_project")
    marts = {path.stem for path in (ROOT / "dbt_project" / "models" / "marts").glob("*.sql")}
    assert {line[3:] for line in page.splitlines() if line.startswith("## ")} == marts
    assert "| `area_code` | varchar | never | `dim_area.area_code` |" in page


def test_a_bar_in_a_meaning_does_not_break_the_table(tmp_path) -> None:
    folder = tmp_path / "models" / "marts"
    folder.mkdir(parents=True)
    text = "models: [{name: t, description: d, columns: [{name: a, data_type: int, description: 'x | y'}]}]"
    (folder / "_t.yml").write_text(text, encoding="utf-8")
    assert contract.page(tmp_path).splitlines()[-1] == r"| `a` | int | may be |  | x \| y |"
