import io

import pytest
from PIL import Image as Picture
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.platypus import Image

from orchestration.reports.formats import pdf as reader
from orchestration.reports.formats.text import UnreadableError
from tests.unit.reports.formats.making import LINES, PageBreak, paragraphs, pdf, table

LONG = [
    f"第{number}项，" + f"全市共有学校{number}234所，在校生56789.{number}人，比上年增长12.5个百分点；" * 5
    for number in range(1, 10)
]


def lines(flow, head: str = "", **options) -> list[str]:
    return reader.read(pdf(flow, head, **options)).text.splitlines()


def test_sentences_and_numbers_are_whole_again() -> None:
    assert lines(paragraphs(LINES)) == list(LINES)


def test_paragraphs_go_on_over_pages_without_numbers_and_running_heads() -> None:
    many = LONG * 4
    data = pdf(paragraphs(many), "虚构市教育局年报2031")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") >= 3
    assert reader.read(data).text.splitlines() == many


def test_paragraphs_without_indentation_end_where_a_line_is_short() -> None:
    said = [f"{line}完成情况良好。" for line in LONG]
    assert lines(paragraphs(said, indent=0)) == said


def test_tables_keep_their_rows_and_cells() -> None:
    rows = [
        ["指标", "单位", "2030年", "2031年"],
        ["小学", "所", "123", "1,245"],
        ["在校生", "万人", "4.56", "5.67"],
    ]
    read = lines([*paragraphs(["见下表。"]), table(rows), *paragraphs(["完。"])])
    assert read == ["见下表。", *("\t".join(row) for row in rows), "完。"]


def test_a_number_alone_in_the_text_stays() -> None:
    flow = [*paragraphs(["全市情况。", "2031", "完。"]), PageBreak(), *paragraphs(["再见。"])]
    assert lines(flow) == ["全市情况。", "2031", "完。", "再见。"]


def picture() -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", (60, 60), "grey").save(out, "png")
    return out.getvalue()


def test_a_scan_is_told() -> None:
    flow = [Image(io.BytesIO(picture()), 300, 300)]
    with pytest.raises(UnreadableError, match="a scan: the PDF has no text layer; run OCR"):
        reader.read(pdf(flow))


def test_a_locked_file_is_told_and_one_without_password_read() -> None:
    with pytest.raises(UnreadableError, match="locked with a password"):
        lines(paragraphs(LINES), encrypt=StandardEncryption("secret", strength=128))
    assert lines(paragraphs(LINES), encrypt=StandardEncryption("", "owner", strength=128)) == list(LINES)


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(UnreadableError, match="damaged PDF"):
        reader.read(b"%PDF-1.7\n" + bytes(range(256)) * 20)


def test_radicals_are_read_as_the_characters_they_stand_for() -> None:
    layer = "".join(map(chr, [0x2F2F, 0x4F5C, 0x2F24, 0x5B66, 0x33]))
    assert "".join(reader._character(ord(char)) for char in layer) == "工作大学3"
