"""Web pages: the text among the furniture of a site."""

from __future__ import annotations

import pytest

from lantu.plan.document import BlockKind

from .opened import opened, texts

SENTENCE = "全县坚持稳中求进，推动经济实现质的有效提升和量的合理增长，加快建设现代化产业体系。"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


SITE = page(
    f"""<div class="top"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">互动交流</a>今天是星期一</div>
<nav><ul><li><a>机构职能</a></li></ul></nav><header><a>青河县人民政府</a></header>
<div class="wrap has-sidebar"><div class="crumbs">您所在的位置：<a>首页</a> &gt; <a>规划</a></div>
<div class="left"><ul><li><a>公告一则一则</a></li><li><a>公告二则二则</a></li><li><a>公告三则</a></li></ul></div>
<aside>为您推荐：热门文件。</aside><div class="con"><h1>青河县规划纲要</h1>
<div class="info">发布时间：2026-01-01 来源：办公室 字体：大 中 小</div>
<div id="zoom"><h2>第一章 总体要求</h2><p>　　到2030年，生产总值达到<b>120</b>亿元<sup><a href="#n">[1]</a></sup>，
   年均增长<font>6%</font>；占地3km<sup>2</sup>。</p><p>{SENTENCE}</p><p>第一行<br/>第二行</p>
<ul><li>要点一</li><li><p>要点二</p></li></ul><script>var a = "脚本";</script><style>p {{}}</style>
<div style="display: none">隐藏的话</div></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a></div><p>【打印本页】 【关闭窗口】</p></div></div>
<div class="ft">版权所有：青河县人民政府 主办单位：青河县政府办公室 网站标识码：0000 备案号：某ICP备0号。</div>
<footer>联系我们</footer>""",
    "<title>青河县规划纲要_规划信息_青河县人民政府门户网站</title>",
)


def test_the_text_body_is_found_among_the_furniture() -> None:
    document = opened(SITE)
    assert document.format == "html"
    assert document.title == "青河县规划纲要_规划信息"
    assert [(b.number, b.kind.value, b.level, b.text) for b in document.blocks] == [
        (1, "heading", 1, "青河县规划纲要"),
        (2, "heading", 2, "第一章 总体要求"),
        (3, "paragraph", 0, "到2030年，生产总值达到120亿元，年均增长6%；占地3km2。"),
        (4, "paragraph", 0, SENTENCE),
        (5, "paragraph", 0, "第一行"),
        (6, "paragraph", 0, "第二行"),
        (7, "list_item", 0, "要点一"),
        (8, "list_item", 0, "要点二"),
    ]


def test_no_chapter_is_lost_where_several_pieces_hold_the_text() -> None:
    chapters = "".join(f"<div class='page'><h2>第{n}章</h2><p>{SENTENCE * size}</p></div>" for n, size in
                       (("一", 1), ("二", 40), ("三", 2)))  # fmt: skip
    assert [b.text for b in opened(page(chapters)).blocks if b.level] == ["第一章", "第二章", "第三章"]


def test_a_list_of_links_between_two_pieces_of_text_is_passed_over() -> None:
    links = "<div>" + "<a href='a'>相关公告一则</a>" * 5 + "</div>"
    assert texts(page(f"<div><p>{SENTENCE}</p></div>{links}<div><p>{SENTENCE * 2}</p></div>")) == [
        SENTENCE,
        SENTENCE * 2,
    ]


def test_a_table_after_the_text_is_kept() -> None:
    rows = "".join(f"<tr><td>指标{n}</td><td>{n}</td></tr>" for n in range(4))
    body = f"<div><div class='text'><p>{SENTENCE * 30}</p></div><div class='annex'><table>{rows}</table></div></div>"
    assert sum(b.kind is BlockKind.TABLE_ROW for b in opened(page(body)).blocks) == 4


def test_tables_with_spans_become_a_grid() -> None:
    body = (
        "<table><caption>主要指标</caption><thead><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr>"
        "<tr><th>2025年</th><th>2030年</th></tr></thead><tr><td rowspan='0'>收入</td><td>1</td><td>2</td></tr>"
        "<tr><td>3<br>4</td><td> 5 <p>6</p></td></tr></table>"
    )
    caption, *rows = opened(page(body)).blocks
    assert (caption.text, caption.table) == ("主要指标", 0)
    assert [row.text for row in rows] == ["指标 | 目标", " | 2025年 | 2030年", "收入 | 1 | 2", " | 3 4 | 5 6"]
    assert [[(c.text, c.column, c.columns, c.continued) for c in row.cells] for row in rows] == [
        [("指标", 0, 1, False), ("目标", 1, 2, False)],
        [("指标", 0, 1, True), ("2025年", 1, 1, False), ("2030年", 2, 1, False)],
        [("收入", 0, 1, False), ("1", 1, 1, False), ("2", 2, 1, False)],
        [("收入", 0, 1, True), ("3 4", 1, 1, False), ("5 6", 2, 1, False)],
    ]
    for row in rows:
        assert all(row.text[c.start : c.end] == ("" if c.continued else c.text) for c in row.cells)


def test_a_row_that_only_goes_on_from_above_gives_no_block() -> None:
    body = "<table><tr><td rowspan=2>甲<td rowspan=2>乙<tr><tr><td>丙<td>丁</table>"
    assert texts(page(body)) == ["甲 | 乙", "丙 | 丁"]


def test_a_wide_cell_covers_one_that_reaches_down() -> None:
    body = "<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=2>丁<td>戊</table>"
    row = opened(page(body)).blocks[1]
    assert [(c.text, c.column, c.columns) for c in row.cells] == [("丁", 0, 2), ("戊", 2, 1)]


def test_layout_tables_are_looked_through() -> None:
    body = (
        f"<table><tr><td><a>甲</a><a>乙</a><a>丙</a></td><td><table><tr><td><p>{SENTENCE}</p>"
        f"<table><tr><td>指标</td><td>1</td></tr></table></td></tr></table></td></tr></table>"
    )
    assert texts(page(body)) == [SENTENCE, "指标 | 1"]


def test_preformatted_lines_are_lines() -> None:
    assert texts(page("<pre>甲\n  乙\n\n丙</pre>")) == ["甲", "乙", "丙"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8", "iso-8859-1", "big5"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_the_declared_encoding_is_believed_only_where_the_bytes_agree(declared: str, encoding: str) -> None:
    data = (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><p>{SENTENCE}</p>"
    )
    assert [b.text for b in opened(data.encode(encoding)).blocks] == [SENTENCE]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>青河县规划</title>", "青河县规划"),
        ("<title>青河县规划 - 青河县人民政府</title>", "青河县规划"),
        ("<title>青河县人民政府</title>", "青河县人民政府"),
        ("<meta name='ArticleTitle' content='青河县规划'><title>青河网</title>", "青河县规划"),
        ("", "总则"),
    ],
)
def test_the_title_is_without_the_name_of_the_site(head: str, title: str) -> None:
    assert opened(page(f"<h1>总则</h1><p>{SENTENCE}</p>", head)).title == title


@pytest.mark.parametrize("text", ["<p>甲</p><p>乙</p>", "<div><br>甲<br>乙</div>", "<html><p>甲<p>乙"])
def test_pieces_of_pages_are_pages(text: str) -> None:
    assert [b.text for b in opened(text).blocks] == ["甲", "乙"]


def test_text_that_only_speaks_of_pages_is_text() -> None:
    assert opened("网页以 <html> 开头。").format == "text"
    assert opened("<30微克/立方米为优\n").format == "text"
