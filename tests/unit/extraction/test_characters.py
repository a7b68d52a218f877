import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.extraction.characters import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２．５％", "12.5%"),
        ("３∶１", "3:1"),
        ("兩萬個", "两万个"),
        ("6－8所", "6-8所"),
        ("Ａ４", "A4"),
        ("＂兩碼＂", '"两码"'),
    ],
)
def test_variants_become_one_form(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_the_length_is_kept(text):
    assert len(fold(text)) == len(text)
