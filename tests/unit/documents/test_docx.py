"""Word documents: what is printed is what is read."""

from __future__ import annotations

import time

import pytest

from lantu.documents.word.numerals import written
from lantu.plan.document import BlockKind

from .opened import opened, texts
from .word_files import NAMESPACES, W, cell, in_list, listing, numbered, paragraph, run, style, table, word_file, zipped

OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'


def test_paragraphs_and_rows_count_in_document_order_also_where_they_are_empty() -> None:
    document = opened(word_file(paragraph("甲") + paragraph() + table(cell("乙") + cell("丙")) + paragraph("丁")))
    assert document.format == "docx"
    assert [(b.number, b.text, b.kind) for b in document.blocks] == [
        (1, "甲", BlockKind.PARAGRAPH),
        (3, "乙 | 丙", BlockKind.TABLE_ROW),
        (4, "丁", BlockKind.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        (style("2", "heading 2"), 2),
        (style("2", "标题 2"), 2),
        (style("2", "标题2"), 2),
        (style("2", "二级标题"), 2),
        (style("2", "章节名", OUTLINE.format(1)), 2),
        (style("2", "自定", '<w:basedOn w:val="b"/>') + style("b", "heading 2"), 2),
        (style("2", "自定", '<w:basedOn w:val="b"/>' + OUTLINE.format(9)) + style("b", "heading 2"), 0),
        (style("2", "正文", '<w:basedOn w:val="2"/>'), 0),
        (style("2", "Title"), 0),
        ("", 0),
    ],
)
def test_a_style_tells_the_level_of_a_heading(styles: str, level: int) -> None:
    block = opened(word_file(paragraph("甲", style="2"), styles=styles)).blocks[0]
    assert block.level == level
    assert (block.kind is BlockKind.HEADING) == (level > 0 or "Title" in styles)


def test_a_paragraphs_own_outline_level_goes_before_its_style() -> None:
    body = paragraph("甲", properties='<w:outlineLvl w:val="2"/>') + paragraph(
        "乙", style="1", properties='<w:outlineLvl w:val="9"/>'
    )
    assert [b.level for b in opened(word_file(body, styles=style("1", "heading 1"))).blocks] == [3, 0]


def test_a_style_that_is_only_named_is_judged_by_its_name() -> None:
    assert opened(word_file(paragraph("甲", style="Heading3"))).blocks[0].level == 3


def test_headings_show_the_numbers_that_word_prints() -> None:
    styles = style("1", "heading 1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>") + style(
        "2", "heading 2", "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    )
    lists = listing(
        numbered(0, "第%1章", "chineseCountingThousand", '<w:pStyle w:val="1"/>'),
        numbered(1, "第%2节", "chineseCounting", '<w:pStyle w:val="2"/><w:suff w:val="space"/>'),
        numbered(2, "%1.%2.%3", "decimal", '<w:isLgl/><w:suff w:val="nothing"/>'),
    )
    body = "".join(
        (
            paragraph("总体要求", style="1"), paragraph("形势", style="2"), paragraph("目标", style="2"),
            paragraph("产业", style="1"), paragraph("农业", style="2"), paragraph("粮食", properties=in_list(2)),
        )
    )  # fmt: skip
    assert texts(word_file(body, styles=styles, numbering=lists)) == [
        "第一章 总体要求", "第一节 形势", "第二节 目标", "第二章 产业", "第一节 农业", "2.1.1粮食",
    ]  # fmt: skip


def test_lists_count_and_restart_as_word_does() -> None:
    lists = (
        listing(numbered(0, "（%1）", "chineseCounting", start=3))
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        + "</w:lvlOverride></w:num>"
        + listing(numbered(0, "\uf0b7", "bullet"), key=3)
    )
    body = "".join(paragraph("项", properties=in_list(0, key)) for key in (1, 1, 2, 2, 3, 9))
    document = opened(word_file(body, numbering=lists))
    assert [b.text for b in document.blocks] == ["（三） 项", "（四） 项", "（一） 项", "（二） 项", "项", "项"]
    assert {b.kind for b in document.blocks} == {BlockKind.LIST_ITEM}


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (10, "chineseCounting", "十"), (11, "chineseCounting", "十一"), (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"), (110, "chineseCountingThousand", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"), (10, "ideographDigital", "一〇"),
        (21, "chineseLegalSimplified", "贰拾壹"), (3, "decimalEnclosedCircle", "③"),
        (30, "decimalEnclosedCircle", "30"), (2, "ideographTraditional", "乙"), (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"), (27, "upperLetter", "AA"),
        (7, "decimalZero", "07"), (3, "decimalFullWidth", "３"), (1, "none", ""), (5, "somethingNew", "5"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_words_own_formats(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected


def test_merged_cells_span_and_go_on() -> None:
    body = table(
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("目标", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("2025年") + cell("2030年"),
        cell("收入") + cell("") + cell("5"),
    )
    rows = opened(word_file(body)).blocks
    assert [row.text for row in rows] == ["指标 | 目标", " | 2025年 | 2030年", "收入 |  | 5"]
    assert [(c.text, c.column, c.columns, c.continued) for c in rows[0].cells + rows[1].cells] == [
        ("指标", 0, 1, False),
        ("目标", 1, 2, False),
        ("指标", 0, 1, True),
        ("2025年", 1, 1, False),
        ("2030年", 2, 1, False),
    ]
    assert (rows[1].cells[0].start, rows[1].cells[0].end) == (0, 0)
    assert {row.table for row in rows} == {1}


def test_a_row_that_only_goes_on_from_above_gives_no_block() -> None:
    body = table(cell("甲") + cell("乙"), cell("", "<w:vMerge/>") * 2, cell("丙") + cell("丁"))
    assert [(b.number, b.text) for b in opened(word_file(body)).blocks] == [(1, "甲 | 乙"), (3, "丙 | 丁")]


def test_a_row_may_begin_to_the_right_and_merge_in_the_old_way() -> None:
    skipping = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("乙")}{cell("丙")}'
    old = cell("丁", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("戊")
    rows = opened(word_file(table(cell("甲") * 3, skipping, old))).blocks
    assert [[(c.text, c.column, c.columns) for c in row.cells] for row in rows[1:]] == [
        [("乙", 1, 1), ("丙", 2, 1)],
        [("丁", 0, 2), ("戊", 2, 1)],
    ]


def test_a_cell_is_one_line_with_its_automatic_number_and_its_inner_table() -> None:
    counted = f"<w:tc>{paragraph(properties=in_list())}</w:tc>"
    nested = f"<w:tc>{paragraph('甲')}{paragraph('乙')}{table(cell('丙') + cell('丁'))}{paragraph()}</w:tc>"
    document = opened(word_file(table(counted + nested), numbering=listing(numbered(0, "%1"))))
    assert [b.text for b in document.blocks] == ["1 | 甲 乙 丙 丁"]


def test_a_frame_of_one_column_is_read_as_paragraphs() -> None:
    body = table(f"<w:tc>{paragraph('专栏1')}{paragraph('建桥一座')}</w:tc>") + table(cell("甲") + cell("乙"))
    document = opened(word_file(body))
    assert [(b.text, b.table) for b in document.blocks] == [("专栏1", 0), ("建桥一座", 0), ("甲 | 乙", 1)]


def test_insertions_count_and_deletions_do_not() -> None:
    inner = (
        f'<w:ins w:id="1">{run("新")}</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
        f'<w:moveTo w:id="3">{run("来")}</w:moveTo><w:moveFrom w:id="4">{run("去")}</w:moveFrom>'
    )
    deleted_row = f'<w:tbl><w:tr><w:trPr><w:del w:id="5"/></w:trPr>{cell("甲")}{cell("乙")}</w:tr></w:tbl>'
    assert texts(word_file(paragraph(inner=inner) + deleted_row)) == ["新来"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("前半", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph("后半")
    assert [(b.number, b.text) for b in opened(word_file(body)).blocks] == [(2, "前半后半")]


def test_marks_of_notes_go_and_the_notes_stand_at_the_end() -> None:
    body = paragraph(inner=run("收入") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("增长"))
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(inner="<w:r><w:footnoteRef/></w:r>" + run("按可比价"))}</w:footnote>'
    )
    document = opened(word_file(body, footnotes=notes))
    assert [(b.text, b.kind) for b in document.blocks] == [
        ("收入增长", BlockKind.PARAGRAPH),
        ("按可比价", BlockKind.NOTE),
    ]


def test_all_that_is_printed_in_a_paragraph_is_read_and_nothing_else() -> None:
    inner = (
        run("甲") + "<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>"
        f"<w:hyperlink>{run('乙')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('丁')}</w:smartTag><w:fldSimple>{run('戊')}</w:fldSimple>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>现</w:t></w:r><w:r><w:br w:type='page'/></w:r>"
        "<w:r><w:sym w:font='宋体' w:char='2605'/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
        f"<w:r><w:ruby><w:rt>{run('音')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:r>"
    )
    assert texts(word_file(paragraph(inner=inner))) == ["甲\t\n-乙丙丁戊现★字"]


def test_a_soft_line_break_in_a_heading_is_a_blank() -> None:
    broken = run("第一章") + "<w:r><w:br/></w:r>" + run("总体要求")
    body = paragraph(inner=broken, style="1")
    assert texts(word_file(body, styles=style("1", "heading 1"))) == ["第一章 总体要求"]


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    box = f"<w:txbxContent>{paragraph('盒一')}{paragraph('盒二')}</w:txbxContent>"
    inner = (
        run("前") + f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + run("后")
    )
    assert texts(word_file(paragraph(inner=inner))) == ["前后", "盒一", "盒二"]


def test_what_stands_in_content_controls_is_read() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('乙')}<w:sdt><w:sdtContent>{cell('丙')}</w:sdtContent></w:sdt></w:tr>"
    body = f"<w:sdt><w:sdtContent>{paragraph('甲')}<w:tbl>{row}</w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>"
    assert texts(word_file(body)) == ["甲", "乙 | 丙"]


def test_a_strict_document_is_read_like_any_other() -> None:
    xml = f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}</w:body></w:document>"
    strict = xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(zipped({"word/document.xml": strict})) == ["甲"]


def test_the_package_says_which_part_is_the_document() -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    main = f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}</w:body></w:document>"
    assert texts(zipped({"_rels/.rels": relationships, "word/document2.xml": main})) == ["甲"]


@pytest.mark.parametrize(
    ("stated", "title"),
    [("青河县规划纲要", "青河县规划纲要"), ("文档1", ""), ("Microsoft Word - a.doc", ""), ("规划.docx", ""), ("", "")],
)
def test_a_title_is_believed_where_a_person_gave_it(stated: str, title: str) -> None:
    assert opened(word_file(paragraph("甲"), title=stated)).title == title


def test_a_paragraph_in_the_style_title_is_the_title() -> None:
    body = paragraph("印发通知") + paragraph("青河县规划", style="a")
    assert opened(word_file(body, styles=style("a", "Title"))).title == "青河县规划"


def test_four_hundred_paragraphs_open_well_under_half_a_second() -> None:
    data = word_file(
        "".join(paragraph("全县经济稳定增长。" * 30, style="1") for _ in range(400)), styles=style("1", "正文")
    )
    opened(data)  # what is imported once is not what is measured
    begun = time.perf_counter()
    opened(data)
    assert time.perf_counter() - begun < 0.5
