import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.extraction import colloquial


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("米八", "一米八"),
        ("他身高米七五，", "他身高一米七五，"),
        ("块八毛", "一块八毛"),
        ("个半月", "一个半月"),
        ("等了个半小时", "等了一个半小时"),
        ("斤半", "一斤半"),
        ("一個半鐘", "一个半钟头"),
        ("七分半钟", "七分钟半"),
        ("三分一", "三分之一"),
        ("四份三", "四分之三"),
        ("打对折", "打五折"),
        ("降价半成以上", "降价零点五成以上"),
        ("最后一名", "倒数第一名"),
        ("Ⅳ类水", "四类水"),
        ("占比过30%", "占比超30%"),
    ],
)
def test_short_forms_are_said_in_full(text, full):
    assert colloquial.spell_out(text).folded == full


@pytest.mark.parametrize(
    "text",
    [
        "三个半岛",
        "五米八寸",
        "厘米九成新",
        "第三分一组",
        "三分一秒",
        "对折起来",
        "半成品",
        "去过3次",
        "最后一公里",
    ],
)
def test_other_words_stay(text):
    assert colloquial.spell_out(text).folded == text


def test_offsets_are_those_of_the_text_as_given():
    told = colloquial.spell_out("高米八，三分一")
    assert told.text == "高一米八，三分之一"
    assert told.span(1, 4) == (1, 3)
    assert told.span(5, 9) == (4, 7)


@given(st.text("米个块分份半一二三八九高，0Ⅻ对折打过率最后名钟 ", max_size=30))
def test_places_rise_and_end_with_the_text(text):
    told = colloquial.spell_out(text)
    assert len(told.text) == len(told.folded)
    places = told.places or tuple(range(len(text) + 1))
    assert len(places) == len(told.text) + 1
    assert list(places) == sorted(places)
    assert (places[0], places[-1]) == (0, len(text))
