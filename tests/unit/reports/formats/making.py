"""Files of every format with invented text, made by the libraries that people's programs use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

FONT = "STSong-Light"
LINES = (
    "2031年某虚构市教育工作报告",
    "虚构市教育局",
    "2032年2月3日",
    "一、回顾",
    "（本文所有数字均为虚构，仅供检验。）2031年，全市新增学位7350个，比上年增长12.5%，普惠性幼儿园覆盖率提升至"
    "92.79%，完成92%的既定目标，义务教育学校集团化办学覆盖率达到60%左右，公办幼儿园在园幼儿占比为１２．３４％。"
    "全市共有各级各类学校1234所，在校学生123456人，专任教师9876人，招录新教师450名以上，投入资金3.45亿元。",
    "二、计划",
    "2032年，计划新建学校6—8所，新增学位8000个，力争普惠性幼儿园覆盖率达到93%。",
)


def word(lines: Sequence[str] = LINES) -> bytes:
    """A Word document of paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraphs(lines: Sequence[str], indent: float = 24) -> list[Flowable]:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle(
        "body", fontName=FONT, fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=indent
    )
    return [Paragraph(line, style) for line in lines]


def table(rows: Sequence[Sequence[str]]) -> Flowable:
    return Table(rows, style=[("FONT", (0, 0), (-1, -1), FONT, 11), ("GRID", (0, 0), (-1, -1), 0.5, "black")])


def pdf(flow: Sequence[Flowable], head: str = "", **options) -> bytes:
    """A PDF with page numbers, and a running head where one is given."""
    out = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))

    def furnish(canvas, document) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(297, 30, f"— {document.page} —")
        canvas.drawString(80, 805, head)

    SimpleDocTemplate(out, **options).build(list(flow), onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def page(
    lines: Sequence[str] = LINES,
    *,
    charset: str = "utf-8",
    declared: str = "",
    visits: int = 7,
    published: str = "2032-02-03",
) -> bytes:
    """A page as government sites make them: menus, place, counter, imprint around the report."""
    body = "\n".join(f"<p>　　{line}</p>" for line in lines[1:])
    return f"""<!DOCTYPE html><html><head><meta charset="{declared or charset}">
        <title>{lines[0]}-虚构市教育局门户网站</title><script>var count = 99;</script>
        <style>p {{ color: #123456 }}</style></head><body>
        <div id="top"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开2030</a></li></ul></div>
        <div class="place">当前位置：<a href="/">首页</a> &gt; 统计公报</div>
        <form><div class="main"><h1>{lines[0]}</h1>
        <div class="info">{published} 10:11 来源：虚构市教育局 浏览次数：{visits} 字号：大 中 小</div>
        <div class="TRS_Editor">{body}</div><p style="display: none">隐藏的77人。</p>
        <p>【打印】【关闭】</p></div></form>
        <div class="more"><a href="1.html">2030年某虚构市教育工作报告</a></div>
        <div class="foot">主办单位：虚构市教育局　邮编：123456<br>苏ICP备00000001号
        　建议使用1024*768分辨率浏览器。</div>
        </body></html>""".encode(charset, "xmlcharrefreplace")


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


__all__ = ["LINES", "PageBreak", "packed", "page", "paragraphs", "pdf", "saved", "table", "word"]
