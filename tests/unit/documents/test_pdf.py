"""A print is read as a person reads it: paragraphs, columns, tables and notes, without what runs along the edges."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from lantu.plan.document import Block, BlockKind
from lantu.plan.fault import Fault
from lantu.reading import read

from .opened import opened, texts
from .pdf_files import HEIGHT, grid, paragraph, pdf_file, picture, put_together, rule, stream, width, words
from .test_any_bytes import check, edited, edits

LEFT, MEASURE = 90, 420
SENTENCE = "全县产业结构继续优化，居民收入稳步提高，公共服务更加均衡，基层治理不断改善。"
LATIN = "The county keeps its roads in good repair and opens new schools where families move. "


def rows_of(blocks: tuple[Block, ...], table: int = 1) -> list[str]:
    return [block.text for block in blocks if block.table == table]


def article(*paragraphs: str, y: float = 100, indent: float = 24) -> list[bytes]:
    """Paragraphs set one below the other, first lines set in."""
    pieces: list[bytes] = []
    for text in paragraphs:
        lines, y = paragraph(text, LEFT, y, MEASURE, indent=indent)
        pieces += lines
    return pieces


def test_lines_become_paragraphs_by_their_indents() -> None:
    told = [SENTENCE * 3, SENTENCE * 2, SENTENCE, SENTENCE * 4]
    assert texts(pdf_file([article(*told)])) == told


def test_lines_without_indents_become_paragraphs_by_short_ends_and_room_between() -> None:
    one, y = paragraph(SENTENCE * 3, LEFT, 100, MEASURE)
    two, y = paragraph(SENTENCE * 2 + "下一步，", LEFT, y, MEASURE)
    three, _ = paragraph("狠抓落实。" + SENTENCE, LEFT, y + 15, MEASURE)
    assert texts(pdf_file([one + two + three])) == [SENTENCE * 3, SENTENCE * 2 + "下一步，", "狠抓落实。" + SENTENCE]


def test_headings_stand_apart_from_the_text_below_them() -> None:
    title = words(LEFT + 120, 90, "第一章 总体要求", 18)
    section = words(LEFT + 24, 130, "第一节 指导思想")
    told = texts(pdf_file([[title, section, *article(SENTENCE * 3, SENTENCE * 2, y=155)]]))
    assert told == ["第一章 总体要求", "第一节 指导思想", SENTENCE * 3, SENTENCE * 2]


def test_a_title_in_two_lines_is_one() -> None:
    first, second = "青河县国民经济和社会发展第十五个五年规划", "和二〇四〇年远景目标纲要"
    pieces = [words((595 - width(text, 22)) / 2, y, text, 22) for text, y in ((first, 100), (second, 135))]
    assert texts(pdf_file([[*pieces, *article(SENTENCE * 3, y=200)]]))[0] == first + second


def test_a_paragraph_runs_on_over_the_page_and_knows_where_it_turns() -> None:
    text = SENTENCE * 12
    cut = 6
    begun, _ = paragraph(text, LEFT, 620, MEASURE, indent=24)
    rest, _ = paragraph(text, LEFT, 100 - 20 * cut, MEASURE, indent=24)
    pages = [[*article(SENTENCE * 3, SENTENCE * 4), *begun[:cut]], rest[cut:], article(SENTENCE * 2)]
    blocks = opened(pdf_file(pages)).blocks
    (run,) = [block for block in blocks if block.text == text]
    assert run.page == 1
    (turn,) = run.page_turns
    assert run.page_at(turn - 1) == 1
    assert run.page_at(turn) == 2
    assert blocks[-1].page == 3


def test_two_columns_are_read_one_after_the_other() -> None:
    left, _ = paragraph(SENTENCE * 5, 60, 150, 216, indent=24)
    right, _ = paragraph(SENTENCE * 4, 320, 150, 216, indent=24)
    mixed = [piece for pair in zip(left, right, strict=False) for piece in pair] + left[len(right) :]
    told = texts(pdf_file([[words(200, 90, "规划解读专版", 18), *mixed]]))
    assert told == ["规划解读专版", SENTENCE * 5, SENTENCE * 4]


def test_heads_feet_and_page_numbers_are_no_words_of_the_text() -> None:
    pages = [
        [
            words(LEFT, 50, "青河县第十五个五年规划纲要", 9),
            rule(LEFT, 56, LEFT + MEASURE, 56),
            *article(SENTENCE * 3, f"第{n}个园区开工。"),
            words(280, 800, f"— {n} —"),
        ]
        for n in range(1, 6)
    ]
    told = texts(pdf_file(pages))
    assert told == [text for n in range(1, 6) for text in (SENTENCE * 3, f"第{n}个园区开工。")]


def test_a_number_that_does_not_count_with_the_pages_stays() -> None:
    pages = [[*article(SENTENCE * 2), words(LEFT, 780, number)] for number in ("128", "64", "999")]
    assert [text for text in texts(pdf_file(pages)) if text.isdigit()] == ["128", "64", "999"]


TABLE = [["指标", "2025年", "2030年"], ["城镇化率（%）", "55", "60"], ["森林覆盖率（%）", "33.1", "34"]]
X = (90, 290, 400, 510)


def table(rows: list[list[str]], y: float, x: tuple[float, ...] = X) -> list[bytes]:
    edges = [y + 24 * i for i in range(len(rows) + 1)]
    cells = [words(x[i] + 4, edges[n] + 16, text) for n, row in enumerate(rows) for i, text in enumerate(row) if text]
    return grid(x, edges) + cells


def test_a_ruled_table_is_rows_of_cells() -> None:
    blocks = opened(pdf_file([[*article(SENTENCE * 2), *table(TABLE, 200), *article(SENTENCE * 3, y=330)]])).blocks
    assert [block.text for block in blocks] == [SENTENCE * 2, *(" | ".join(row) for row in TABLE), SENTENCE * 3]
    assert [cell.column for cell in blocks[1].cells] == [0, 1, 2]
    assert all(block.text[c.start : c.end] == c.text for block in blocks for c in block.cells)


def test_merged_cells_are_told_as_a_word_file_tells_them() -> None:
    x, y = (90, 200, 300, 400, 510), (100, 124, 148, 172)
    rules = [rule(90, 100, 510, 100), rule(200, 124, 510, 124), rule(90, 148, 510, 148), rule(90, 172, 510, 172)]
    rules += [rule(at, 100, at, 172) for at in (90, 200, 510)] + [rule(at, 124, at, 172) for at in (300, 400)]
    cells = [(92, 130, "指标"), (320, 116, "目标值"), (210, 140, "2025年"), (310, 140, "2030年"), (410, 140, "2035年")]
    cells += [(92, 164, "绿地"), (210, 164, "1"), (310, 164, "2"), (410, 164, "3")]
    blocks = opened(pdf_file([rules + [words(*cell) for cell in cells]])).blocks
    assert len(x) - 1 == sum(cell.columns for cell in blocks[0].cells)
    assert len(y) - 1 == len(blocks)
    assert [(c.text, c.column, c.columns, c.continued) for c in blocks[0].cells] == [
        ("指标", 0, 1, False), ("目标值", 1, 3, False),
    ]  # fmt: skip
    assert [(c.text, c.column, c.continued) for c in blocks[1].cells] == [
        ("指标", 0, True), ("2025年", 1, False), ("2030年", 2, False), ("2035年", 3, False),
    ]  # fmt: skip


def test_a_name_in_two_lines_of_a_cell_is_one_name() -> None:
    pieces = [*grid((90, 150, 250), (100, 124, 164)), words(94, 116, "指标"), words(154, 116, "2030年")]
    pieces += [words(94, 140, "森林覆盖"), words(94, 156, "率（%）"), words(154, 148, "34")]
    assert texts(pdf_file([pieces])) == ["指标 | 2030年", "森林覆盖率（%） | 34"]


def test_a_table_goes_on_over_the_page_and_its_header_is_said_once() -> None:
    more = [TABLE[0], ["人均预期寿命（岁）", "78", "79.5"]]
    pages = [
        [*article(SENTENCE * 2), *table(TABLE, 700), words(280, 810, "1")],
        [*table(more, 90), words(280, 810, "2")],
    ]
    blocks = opened(pdf_file(pages)).blocks
    assert rows_of(blocks) == [" | ".join(row) for row in [*TABLE, more[1]]]
    assert [block.page for block in blocks if block.table] == [1, 1, 1, 2]


def test_a_row_that_the_page_breaks_is_made_whole() -> None:
    wide = (90, 290, 350, 410)
    first = table([["项目", "建设内容", "年限"], ["污水处理厂", "新建管网十公", "2026"]], 700, (90, 190, 270, 350))
    rest = table([["", "里", ""], ["公交场站", "改造", "2027"]], 90, (90, 190, 270, 350))
    assert len(wide) == 4
    assert rows_of(opened(pdf_file([first, rest])).blocks) == [
        "项目 | 建设内容 | 年限", "污水处理厂 | 新建管网十公里 | 2026", "公交场站 | 改造 | 2027",
    ]  # fmt: skip


def test_a_table_without_rules_is_told_by_its_columns() -> None:
    pieces = [words(LEFT, 90, "表1 主要指标")]
    for n, row in enumerate([*TABLE, ["新增泊位（个）", "", "120"]]):
        pieces += [words(x, 120 + 22 * n, text) for x, text in zip((90, 280, 380), row, strict=True) if text]
    assert rows_of(opened(pdf_file([pieces])).blocks) == [" | ".join(row) for row in TABLE] + [
        "新增泊位（个） |  | 120"
    ]


def test_a_list_of_contents_is_no_table() -> None:
    entries = [("第一章 总则", "1"), ("第二章 目标", "3"), ("第三章 任务", "8"), ("第四章 保障", "21")]
    pieces = [
        words(x, 130 + 22 * n, text)
        for n, entry in enumerate(entries)
        for x, text in zip((90, 480), entry, strict=True)
    ]
    blocks = opened(pdf_file([[words(250, 100, "目录"), *pieces], article(SENTENCE * 3)])).blocks
    assert [block.text for block in blocks[:5]] == ["目录", *(f"{title} {page}" for title, page in entries)]
    assert not any(block.table for block in blocks)


def test_a_frame_around_text_is_no_table() -> None:
    box = grid((80, 520), (90, 200))
    told = texts(
        pdf_file([[*box, words(LEFT, 110, "专栏1 重大工程"), *article(SENTENCE, y=140), *article(SENTENCE * 2, y=240)]])
    )
    assert told == ["专栏1 重大工程", SENTENCE, SENTENCE * 2]


def test_the_lines_of_a_chart_cut_no_words_in_pieces() -> None:
    pieces = grid(tuple(range(90, 500, 20)), (100, 130, 160, 190))
    assert texts(pdf_file([[*pieces, *article(SENTENCE * 2, y=120)]])) == [SENTENCE * 2]


def test_notes_stand_at_the_end_without_their_marks() -> None:
    text = [words(LEFT, 100, "全县建成高标准农田"), words(LEFT + 108, 95, "1", 7), words(LEFT + 112, 100, "二十万亩。")]
    foot = [rule(LEFT, 740, 200, 740), words(LEFT, 750, "1", 7), words(LEFT + 10, 754, "按新的统计口径计算。", 9)]
    other = article(SENTENCE * 3, y=130)
    blocks = opened(pdf_file([[*text, *other, *foot, words(290, 810, "1")]])).blocks
    assert [block.text for block in blocks] == ["全县建成高标准农田二十万亩。", SENTENCE * 3, "按新的统计口径计算。"]
    assert blocks[-1].kind is BlockKind.NOTE


def test_a_raised_figure_that_leads_to_no_note_stays() -> None:
    text = [words(LEFT, 100, "面积120km"), words(LEFT + 24 + 36, 95, "2", 7)]
    assert texts(pdf_file([[*text, *article(SENTENCE * 2, y=130)]]))[0].replace(" ", "").startswith("面积120km2")


def test_english_lines_keep_their_blanks_and_lose_only_hyphens_of_broken_words() -> None:
    lines = ["The regulation of low-", "carbon transport is a matter of regu-", "lation and of long-term trust."]
    pieces = [words(LEFT, 100 + 18 * n, text) for n, text in enumerate(lines)]
    (told,) = texts(pdf_file([pieces]))
    assert told == "The regulation of low-carbon transport is a matter of regulation and of long-term trust."


def test_blanks_between_hanzi_and_figures_are_quoted_as_they_stand() -> None:
    assert texts(pdf_file([[words(LEFT, 100, "到 2030 年，建成 12 个园区。")]])) == ["到 2030 年，建成 12 个园区。"]


def test_watermarks_aslant_are_passed_over() -> None:
    mark = words(200, 400, "DRAFT", 40, turn="0.7 0.7 -0.7 0.7")
    assert texts(pdf_file([[mark, *article(SENTENCE * 2)]])) == [SENTENCE * 2]


def test_a_page_printed_on_its_side_is_read_upright() -> None:
    turned = [
        f"BT /S 12 Tf 0 1 -1 0 {100 + 20 * n} 100 Tm <{text.encode('utf-16-be').hex()}> Tj ET".encode()
        for n, text in enumerate(("全县经济稳步增长", "居民收入继续提高"))
    ]
    assert texts(pdf_file([turned])) == ["全县经济稳步增长", "居民收入继续提高"] or texts(pdf_file([turned])) == [
        "全县经济稳步增长居民收入继续提高"
    ]


def test_bullets_are_list_items() -> None:
    pieces = [
        words(LEFT, 100 + 20 * n, text) for n, text in enumerate(("\xb7 Roads are mended", "\xb7 Schools are built"))
    ]
    blocks = opened(pdf_file([pieces])).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.LIST_ITEM, "Roads are mended"), (BlockKind.LIST_ITEM, "Schools are built"),
    ]  # fmt: skip


def test_the_stated_title_is_taken_where_a_person_gave_it() -> None:
    page = [article(SENTENCE)]
    assert opened(pdf_file(page, info="/Title(Plan of the county)")).title == "Plan of the county"
    assert opened(pdf_file(page, info="/Title(Microsoft Word - plan.docx)")).title == ""


SCAN = pdf_file([[picture(0, HEIGHT, 595, 842), words(280, 800, str(n))] for n in range(1, 4)])
PADDING = "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a"
LOCKED = put_together(
    [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>",
     f"<</Filter/Standard/V 1/R 2/P -4/O<{PADDING}>/U<{PADDING}>>>".encode()],
    trailer=f"/Encrypt 3 0 R/ID[<{'00' * 16}><{'00' * 16}>]",
)  # fmt: skip
PRIVATE = pdf_file([[words(LEFT, 100 + 20 * n, "".join(chr(0xE000 + 7 * i) for i in range(20))) for n in range(5)]])
ENDLESS = put_together(
    [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>"]
)  # fmt: skip
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 900 900]"
SWELLING = put_together(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do " * 10, ""),
        *(stream(b"/X Do " * 10, f"{FORM}/Resources<</XObject<</X {6 + n} 0 R>>>>") for n in range(9)),
        stream(b"0 0 m 9 9 l S", FORM),
    ]
)

REFUSED = {
    "a scan": (SCAN, "OCR", "OCR"),
    "pages without a word": (pdf_file([[]]), "没有文字层", "no text layer"),
    "a locked file": (LOCKED, "密码", "password"),
    "fonts without characters": (PRIVATE, "乱码", "garbled"),
    "cut off": (pdf_file([article(SENTENCE)])[:500], "不完整", "incomplete"),
    "pages without end": (ENDLESS, "", ""),
    "too many pages": (pdf_file([[] for _ in range(5001)]), "页数", "pages"),
    "forms that swell": (SWELLING, "不合常理", "beyond all reason"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_told_in_one_line(what: str) -> None:
    data, zh, en = REFUSED[what]
    with pytest.raises(Fault) as caught:
        opened(data, "规划.pdf")
    message = caught.value.message
    assert zh in message.zh
    assert en in message.en
    for line in (message.zh, message.en):
        assert "规划.pdf" in line
        assert "\n" not in line
        assert len(line) < 250


def test_a_form_that_holds_itself_does_no_harm() -> None:
    data = pdf_file([[b"/I Do", *article(SENTENCE)]])
    looped = data.replace(b"/XObject<</I 8 0 R>>", b"/XObject<</I 3 0 R>>")
    assert texts(looped) == [SENTENCE]


def test_a_bomb_of_blanks_is_kept_within_bounds() -> None:
    import zlib

    packed = zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(packed, "/Filter[/FlateDecode/FlateDecode]"),
    ]
    with pytest.raises(Fault):
        opened(put_together(objects))


def test_english_paragraphs_end_where_the_next_word_would_have_stood() -> None:
    one, y = paragraph(LATIN * 3, LEFT, 100, MEASURE)
    two, _ = paragraph(LATIN * 2, LEFT, y, MEASURE)
    told = texts(pdf_file([one + two]))
    assert " ".join(told) == (LATIN * 5).strip()


SOUND = pdf_file([[*article(SENTENCE * 2), *table(TABLE, 300)], article(LATIN)])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits)
def test_an_edited_print_is_read_or_refused_in_one_line(changes: list[tuple[int, int, bytes]]) -> None:
    check(edited(SOUND, changes))


def test_a_page_that_is_a_picture_among_pages_of_text_is_told_and_not_lost_silently() -> None:
    scanned = [picture(0, HEIGHT, 595, 842)]
    document = opened(pdf_file([article(SENTENCE * 3), scanned, article(SENTENCE * 2), article(SENTENCE)]))
    assert document.unread == (2,)
    doubts = [doubt.message for doubt in read(document).doubts]
    assert any(message.zh.startswith("第2页是图片，没有文字层") for message in doubts)
    assert any("not read: 2 (1 in all)" in message.en for message in doubts)


def test_a_scan_with_a_printed_head_on_each_page_is_still_a_scan() -> None:
    head = words(200, 40, "青河县人民政府办公室文件　第二十三号", 10)
    scanned = [[picture(0, HEIGHT, 595, 842), head, words(280, 800, str(n))] for n in range(1, 4)]
    with pytest.raises(Fault, match="OCR"):
        opened(pdf_file(scanned))
    mixed = opened(pdf_file([article(SENTENCE * 3), scanned[0], article(SENTENCE * 2), article(SENTENCE)]))
    assert mixed.unread == (2,)
