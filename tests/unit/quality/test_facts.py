import hashlib
import random
import re

import duckdb
import pytest

from orchestration.quality import facts

PIECES = "0123459０９３教，：；。％aé😀"


def _by_pattern(text: str) -> dict[str, object]:
    runs = re.findall("[0-9０-９]+", text)
    pairs = {int(run) for run in runs if re.fullmatch("[0-9]{2}", run)}
    years = {int(run) for run in runs if re.fullmatch("[1-9][0-9]{3}", run)}
    return {
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "size": len(text),
        "runs": len(runs),
        "digits": sum(map(len, runs)),
        "years": sorted(pairs | years),
    }


@pytest.mark.parametrize(
    "text", ["", "7", "年", "2022", "２０２２", "19７2年", "2022２", "２2022", "0008年", "共05个，2021年"]
)
def test_the_facts_of_a_text_are_those_that_patterns_find(text):
    assert facts.of_text(text.encode()) == _by_pattern(text)


def test_duckdb_may_ask_for_them_of_many_texts_at_once():
    chance = random.Random(7)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(0, 40))) for _ in range(3000)]
    with duckdb.connect() as connection:
        facts.lend(connection)
        rows = connection.execute("select t, facts_of(t) from (select unnest(?) as t)", [texts]).fetchall()
        assert connection.execute("select facts_of(null::varchar)").fetchone() == (None,)
    assert len(rows) == len(texts)
    assert all(found == _by_pattern(text) for text, found in rows)
