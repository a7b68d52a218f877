import datetime as dt

import pytest

from orchestration.reports import opening


def test_reads_title_speaker_and_date_above_the_salutation() -> None:
    read = opening.read(
        "争创在前　实干为先\n更大力度推进教育\n徐前锋\n2023年2月1日\n同志们：\n今天，我们开会。\n"
    )
    assert read.title == "争创在前 实干为先 更大力度推进教育"
    assert read.speaker == "徐前锋"
    assert read.date == dt.date(2023, 2, 1)
    assert read.publisher is None


def test_reads_a_publisher_in_brackets_or_spaced() -> None:
    read = opening.read("2005年全国教育事业发展统计公报\n教 育 部\n（2006年5月12日）\n")
    assert read.title == "2005年全国教育事业发展统计公报"
    assert read.publisher == "教育部"
    assert read.speaker is None
    assert read.date == dt.date(2006, 5, 12)


def test_a_text_that_begins_with_the_salutation_has_no_title() -> None:
    read = opening.read("各位代表：\n现在，我代表市人民政府报告工作。\n")
    assert read == opening.Opening(None, None, None, None)


def test_a_date_that_does_not_exist_is_none() -> None:
    assert opening.read("报告\n2023年13月45日\n").date is None


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("海南省教育厅2023年工作总结", "海南省教育厅"),
        ("江阴市教育局关于2023年教育工作的报告", "江阴市教育局"),
        ("2023年江阴市教育局工作总结", "江阴市教育局"),
        ("全市教育局2023年工作总结", None),
        ("市人民政府工作报告", None),
        ("2023年江阴市教育工作总结", None),
        ("2013年全国教育事业发展统计公报", None),
        ("", None),
    ],
)
def test_a_title_may_begin_with_the_publisher(title: str, publisher: str | None) -> None:
    assert opening.publisher_in_title(title) == publisher


def test_the_mark_of_a_footnote_is_no_part_of_the_title() -> None:
    assert opening.read("2013年教育事业统计公报[1]\n教育部\n").title == "2013年教育事业统计公报"
    assert opening.read("2023年工作报告（1）\n教育局\n").title == "2023年工作报告（1）"
