from __future__ import annotations

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract

TEXT = (
    "2021年云川市政府工作报告\n各位代表：\n一、2020年工作回顾\n"
    "（一）办好教育。新建学校3所（含小学1所）。\n新建学校3所。\n"
)


def _read(text: str):
    return extract(text, infer_context(text))


def test_passages_cover_the_text():
    found = _read(TEXT)
    assert "".join(passage.text for passage in found.passages) == TEXT
    assert len({passage.passage_id for passage in found.passages}) == len(found.passages)


def test_every_statement_knows_its_place():
    first = _read(TEXT).statements[0]
    assert first.heading == "一、2020年工作回顾 / （一）办好教育"
    assert first.sentence == "新建学校3所（含小学1所）。"
    assert TEXT[first.start : first.end] == first.quote == "3所"


def test_names_are_stable_and_told_apart():
    one, two = _read(TEXT).statements, _read(TEXT).statements
    assert [s.statement_id for s in one] == [s.statement_id for s in two]
    assert len({s.statement_id for s in one}) == len({s.statement_key for s in one}) == len(one)


def test_a_key_survives_changes_elsewhere():
    changed = _read(TEXT.replace("（一）办好教育。", "（一）办好人民满意的教育。"))
    assert {s.statement_key for s in _read(TEXT).statements} == {s.statement_key for s in changed.statements}
    assert not {s.statement_id for s in _read(TEXT).statements} & {s.statement_id for s in changed.statements}


def test_bare_whole_numbers_state_nothing_but_an_index_does():
    text = TEXT + "打造6大基地，满意度指数98，得分达91.5。\n"
    assert [s.quote for s in _read(text).statements][-2:] == ["98", "91.5"]


def test_confidence_is_a_probability_and_doubt_lowers_it():
    found = _read(TEXT + "综合得分91.5。\n").statements
    assert all(0 < s.confidence < 1 for s in found)
    assert found[-1].confidence < found[0].confidence


def test_an_empty_text_gives_nothing():
    assert _read("").statements == ()


def test_one_number_without_end_is_one_skipped_number():
    found = _read("1" * 200_000 + "\n")
    assert not found.statements
    assert [len(number.quote) for number in found.skipped] == [200_000]
