from __future__ import annotations

from orchestration.extraction import phrases


def test_what_somebody_was_named():
    assert phrases.honour("红星中学获评省优秀学校") == "省优秀学校"


def test_new_things_as_all_things():
    assert phrases.stock("新认定示范企业") == "示范企业"


def test_the_thing_at_the_end_of_a_long_subject():
    assert phrases.core("监管平台累计录入隐患") == "隐患"
    assert phrases.core("旅游接待") == "旅游接待"
