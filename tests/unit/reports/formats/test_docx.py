import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from orchestration.reports.formats import docx as reader
from orchestration.reports.formats.text import UnreadableError
from tests.unit.reports.formats.making import LINES, saved, word

NS = nsdecls("w")


def lines(document) -> list[str]:
    return reader.read(saved(document)).text.splitlines()


def test_paragraphs_in_order() -> None:
    assert reader.read(word()).text == "\n".join(LINES) + "\n"


def test_a_table_stands_where_it_stands_in_the_document() -> None:
    document = docx.Document()
    document.add_paragraph("见下表：")
    table = document.add_table(3, 3)
    for at, text in enumerate(["指标", "2030年", "2031年", "小学（所）", "12", "", "初中（所）", "7", "8"]):
        table.cell(at // 3, at % 3).text = text
    document.add_paragraph("完。")
    assert lines(document) == [
        "见下表：",
        "指标\t2030年\t2031年",
        "小学（所）\t12",
        "初中（所）\t7\t8",
        "完。",
    ]


def test_merged_cells_keep_columns_in_line_and_figures_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, text in enumerate(["指标", "在校生", "", "小学", "12", "13", "小学", "14", "15"]):
        table.cell(at // 3, at % 3).text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "在校生"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "小学"
    table.cell(1, 1).merge(table.cell(2, 1)).text = "26"
    assert lines(document) == ["指标\t在校生\t在校生", "小学\t26\t13", "小学\t\t15"]


def test_a_table_that_lays_the_page_out_gives_its_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "全市共有学校20所。"
    cell.add_paragraph("在校生3万人。")
    assert lines(document) == ["全市共有学校20所。", "在校生3万人。"]


def test_a_deleted_text_is_gone_and_an_inserted_one_there() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("学校")._p
    paragraph.append(parse_xml(f"<w:del {NS}><w:r><w:delText>19</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {NS}><w:r><w:t>20</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:r {NS}><w:t>所。</w:t></w:r>"))
    paragraph.append(parse_xml(f"<w:r {NS}><w:rPr><w:vanish/></w:rPr><w:t>秘密99</w:t></w:r>"))
    assert lines(document) == ["学校20所。"]


def test_fields_links_and_content_controls_show_what_a_reader_sees() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()._p
    paragraph.append(parse_xml(f"<w:r {NS}><w:instrText>PAGE 77</w:instrText></w:r>"))
    paragraph.append(parse_xml(f"<w:hyperlink {NS}><w:r><w:t>新增学位</w:t></w:r></w:hyperlink>"))
    inner = f"<w:sdt {NS}><w:sdtContent><w:r><w:t>350个。</w:t></w:r></w:sdtContent></w:sdt>"
    paragraph.append(parse_xml(inner))
    block = f"<w:sdt {NS}><w:sdtContent><w:p><w:r><w:t>学校5所。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(block))
    assert lines(document) == ["新增学位350个。", "学校5所。"]


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("毛入园率90%")
    paragraph._p.append(parse_xml(f'<w:r {NS}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run("。")
    document.add_paragraph("完。")
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>含民办园。</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {NS}>{note}</w:footnotes>"
    assert reader.read(with_footnotes(saved(document), notes)).text.splitlines() == [
        "毛入园率90%。",
        "注：含民办园。",
        "完。",
    ]


def with_footnotes(data: bytes, notes: str) -> bytes:
    """Add the part that Word adds for footnotes."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    changes = {
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        ),
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{part}"/></Types>',
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name in changes:
                text = text.replace(*(word.encode() for word in changes[name]))
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", notes)
    return out.getvalue()


def numbered(document, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    number = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", 77)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        number.append(element)
    properties.append(number)


def test_automatic_numbers_are_written_out() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%2.%3 ")]
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{rows}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in [("回顾", 0), ("学前", 1), ("园所", 2), ("高中", 1), ("计划", 0), ("学前", 1)]:
        numbered(document, text, level)
    expected = ["一、回顾", "（一）学前", "1.1 园所", "（二）高中", "二、计划", "（一）学前"]
    assert [line.replace("一.", "1.") for line in lines(document)] == expected


def test_text_boxes_are_read_once() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("正文5所。")._p
    box = "<w:txbxContent><w:p><w:r><w:t>框内6所。</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paragraph.append(
        parse_xml(
            f"<w:r {NS} {mc}><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert lines(document) == ["正文5所。", "框内6所。"]


def test_a_document_without_text_or_damaged_is_told() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        reader.read(saved(docx.Document()))
    whole = word()
    with pytest.raises(UnreadableError, match="damaged"):
        reader.read(whole[: len(whole) // 2])
