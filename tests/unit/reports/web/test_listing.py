from orchestration.reports.web import listing

HERE = "https://example.invalid/gk/index.html"


def test_links_with_their_longest_words_and_whole_addresses() -> None:
    page = """<html><head><base href="/gk/sub/"></head><body>
        <a href="a.html" title="2031年虚构市教育工作报告（全文）">2031年虚构市…</a>
        <a href="/b.html#top"> 2030年 虚构市
          教育工作报告 </a><a href="javascript:void(0)">打印</a><a href="mailto:a@b">信</a></body></html>"""
    links = listing.read(page.encode("gb18030"), HERE).links
    assert [(link.title, link.address) for link in links] == [
        ("2031年虚构市教育工作报告（全文）", "https://example.invalid/gk/sub/a.html"),
        ("2030年虚构市教育工作报告", "https://example.invalid/b.html"),
    ]


def test_the_title_holds_where_the_text_is_cut_off_however_long_it_is() -> None:
    page = """<a href="a.html" title="2031年虚构市教育工作总结">2031年虚构市教育工作总…</a>
        <a href="b.html" title="2030年虚构市教育工作总结">2030年虚构市教育工... 2031-02-01</a>"""
    titles = [link.title for link in listing.read(page.encode(), HERE).links]
    assert titles == ["2031年虚构市教育工作总结", "2030年虚构市教育工作总结"]


def test_the_next_page_by_its_words_or_its_relation() -> None:
    for link in (
        '<a href="p2.html">下一页</a>',
        '<a href="p2.html">下页 &gt;</a>',
        '<a rel="next" href="p2.html">2</a>',
    ):
        assert listing.read(link.encode(), HERE).next_page == "https://example.invalid/gk/p2.html"


def test_the_next_page_that_a_script_writes() -> None:
    page = b'<script>createPageHTML(3, 0, "index", "html");</script>'
    assert listing.read(page, HERE).next_page == "https://example.invalid/gk/index_1.html"
    last = b"<script>createPageHTML(3, 2, 'index', 'html');</script>"
    assert listing.read(last, HERE).next_page == ""


def test_no_next_page() -> None:
    assert listing.read(b'<a href="index.html">&gt;</a><a href="x">1</a>', HERE).next_page == ""
