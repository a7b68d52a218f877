import pytest

from orchestration.reports.formats import html
from orchestration.reports.formats.text import UnreadableError
from tests.unit.reports.formats.making import LINES, page

EXPECTED = "\n".join(LINES) + "\n"


def test_the_report_is_kept_and_the_page_around_it_dropped() -> None:
    read = html.read(page())
    assert (read.text, read.encoding, read.media_type) == (EXPECTED, "utf-8", "text/html")


def test_a_counter_that_changes_each_time_is_no_change() -> None:
    assert html.read(page(visits=7)).text == html.read(page(visits=8)).text


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("gb18030", "gb2312"),
        ("gb18030", "utf-8"),
        ("utf-8", "gb2312"),
        ("gb18030", "no-such"),
        ("utf-16", "x"),
    ],
)
def test_bytes_tell_the_encoding_where_the_page_declares_another(charset, declared) -> None:
    assert html.read(page(charset=charset, declared=declared)).text == EXPECTED


def test_another_declared_encoding_is_believed_where_the_bytes_fit() -> None:
    lines = (
        "某虛構縣教育工作報告",
        "全縣新增學位７３５０個，比上年增長百分之十二。",
        "學校三十所。",
        "完。",
    )
    assert "新增學位７３５０個" in html.read(page(lines, charset="big5", declared="big5")).text


def test_a_bad_byte_is_let_pass_beside_the_report_and_refused_in_it() -> None:
    good = page(charset="gb18030")
    beside = good.replace("当前位置".encode("gb18030"), b"\xff\xff\xff\xff")
    assert html.read(beside).text == EXPECTED
    with pytest.raises(UnreadableError, match="not all of it is gb18030"):
        html.read(good.replace("新增学位".encode("gb18030"), "新增".encode("gb18030") + b"\xff\xff"))


def test_tables_become_rows_with_every_column_in_line() -> None:
    body = """<p>一、各级教育情况如下。</p><p>二、见下表。</p><p>三、完。</p>
        <table><tr><th rowspan="2">指标</th><th colspan="2">在校生（人）</th></tr>
        <tr><th>城区</th><th>镇区</th></tr>
        <tr><td rowspan="2">小学</td><td>1,234</td><td>56</td></tr><tr><td colspan="2">78</td></tr></table>"""
    lines = html.read(f"<html><body><div>{body}</div></body></html>".encode()).text.splitlines()
    assert lines[3:] == [
        "指标\t在校生（人）\t在校生（人）",
        "指标\t城区\t镇区",
        "小学\t1,234\t56",
        "小学\t78",
    ]


def test_a_table_that_lays_the_page_out_is_no_table() -> None:
    cells = "".join(f"<p>第{number}段，共有{number}所学校。</p>" for number in range(30))
    page = f"<html><body><table><tr><td>左栏</td><td>{cells}</td></tr></table></body></html>"
    lines = html.read(page.encode()).text.splitlines()
    assert len(lines) >= 30
    assert not any("\t" in line for line in lines)


def test_lines_that_only_the_source_breaks_are_joined_and_breaks_part() -> None:
    body = "<div>全市共有学校\n    20所，\n在校生3\n万人。<br>其中小学5所。<br>初中6所。</div>"
    text = html.read(f"<html><body>{body}</body></html>".encode()).text
    assert text == "全市共有学校 20所，在校生3 万人。\n其中小学5所。\n初中6所。\n"


def test_no_paragraph_of_the_report_is_lost_outside_its_main_part() -> None:
    inner = "".join(f"<p>第{number}项指标完成{number}00人，达到目标。</p>" for number in range(9))
    page = f"<body><div>{inner}</div><div><p>另招录新教师450名，投入3.5亿元。</p></div></body>"
    assert "另招录新教师450名" in html.read(page.encode()).text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body></body></html>",
        '<html><body><ul><li><a href="1">首页</a></li></ul></body></html>'.encode(),
        b"<html><body><script>document.write('x')</script><p>Just English.</p></body></html>",
    ],
)
def test_a_page_without_a_report_is_told(data) -> None:
    with pytest.raises(UnreadableError, match="no report"):
        html.read(data)


def test_a_page_nested_without_end_is_read() -> None:
    data = ("<html><body>" + "<div>" * 3_000 + "<p>全市共有学校20所。</p>").encode()
    assert "全市共有学校20所。" in html.read(data).text


def test_date_and_source_stand_under_a_title_that_the_report_begins_with() -> None:
    page = """<html><head><title>2023年虚构市教育工作总结</title></head><body>
        <h1>2023年虚构市教育工作总结</h1>
        <p>发布时间：2024-02-01 来源：虚构市教育局 浏览次数：123</p>
        <p>2023年，全市教育事业取得显著成绩。全市共有幼儿园75所，在园幼儿4.1万人，比上年增加0.2万人。</p></body></html>"""
    lines = html.read(page.encode()).text.splitlines()
    assert lines[:3] == ["2023年虚构市教育工作总结", "2024年2月1日", "来源：虚构市教育局"]
    assert len(lines) == 4
