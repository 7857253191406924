"""Properties: whatever the bytes, there is a document or a fault, and cells stand where they say."""

from __future__ import annotations

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.plan.document import Document
from lantu.plan.fault import Fault

from .opened import opened
from .word_files import (
    cell,
    in_list,
    listing,
    numbered,
    paragraph,
    run,
    style,
    table,
    word_file,
    zipped,
)

quick = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])

WORD_BODY = (
    paragraph("总则", style="1")
    + paragraph("要点", properties=in_list())
    + paragraph(inner=f"<w:ins>{run('新')}</w:ins><w:r><w:br/><w:tab/></w:r>")
    + table(
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("目标", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("甲") + cell("乙"),
    )
)
STYLES = style("1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
LISTS = listing(numbered(0, "第%1章", "chineseCounting"), numbered(1, "%1.%2"))
WORD = word_file(WORD_BODY, styles=STYLES, numbering=LISTS, title="规划")
PAGE = (
    "<!doctype html><html><head><title>规划</title></head><body><div id=a><h1>总则</h1><p>正文<br>二</p><ul><li>项</ul>"
    "<table><tr><td rowspan=2>甲<td colspan=3>乙<tr><td>丙</table><pre>丁\n戊</pre></div></body></html>"
)
MARKED = "# 总则\n**甲** `乙` [丙](d)\n| a | b |\n|---|---|\n| 1 | *2* |\n- 项\n"


def check(data: bytes) -> Document | None:
    try:
        document = opened(data)
    except Fault as fault:
        assert "\n" not in fault.message.zh + fault.message.en
        return None
    numbers = [block.number for block in document.blocks]
    assert numbers == sorted(set(numbers))
    assert numbers[0] >= 1
    for block in document.blocks:
        assert block.text.strip()
        assert "\r" not in block.text
        assert "\0" not in block.text
        column = 0
        for place in block.cells:
            assert block.text[place.start : place.end] == ("" if place.continued else place.text)
            assert place.column >= column
            assert place.columns >= 1
            column = place.column + place.columns
        if block.cells:
            runs = (block.text[place.start : place.end] for place in block.cells)
            assert block.text == " | ".join(runs)
            assert block.table > 0
    return document


edits = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=6)


def edited(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, put in changes:
        place %= len(data) + 1
        data = data[:place] + put + data[place + length :]
    return data


@quick
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


@quick
@given(
    st.sampled_from(
        [b"PK\x03\x04", b"<html>", b"# a\n", b"\xff\xfe", b"\xfe\xff", b"%PDF", b"\xef\xbb\xbf", b"<?xml", b"---\n"]
    ),
    st.binary(max_size=200),
)
def test_any_bytes_after_a_signature(signature: bytes, data: bytes) -> None:
    check(signature + data)


@quick
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-be", "gb18030"]))
def test_any_text(text: str, encoding: str) -> None:
    check(text.encode(encoding, "replace"))


@quick
@given(edits)
def test_an_edited_word_file(changes: list[tuple[int, int, bytes]]) -> None:
    check(edited(WORD, changes))


@quick
@given(st.sampled_from(["document", "styles", "numbering"]), edits)
def test_edited_xml_of_a_word_file(part: str, changes: list[tuple[int, int, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    whole = parts[f"word/{part}.xml"]
    assert isinstance(whole, bytes)
    parts[f"word/{part}.xml"] = edited(whole, changes)
    check(zipped(parts))


values = st.sampled_from(["", "-1", "0", "1", "2", "9", "99999", "1e9", "甲", "continue", "restart", "none", "bullet"])
word_pieces = st.recursive(
    st.one_of(
        st.builds(run, st.sampled_from(["甲", " ", "乙丙"])),
        st.builds(
            lambda tag, value: f'<w:{tag} w:val="{value}"/>',
            st.sampled_from(
                [
                    "br",
                    "tab",
                    "vMerge",
                    "hMerge",
                    "gridSpan",
                    "gridBefore",
                    "outlineLvl",
                    "pStyle",
                    "ilvl",
                    "numId",
                    "del",
                ]
            ),
            values,
        ),
    ),
    lambda inner: st.builds(
        lambda tag, children: f"<w:{tag}>{''.join(children)}</w:{tag}>",
        st.sampled_from(
            [
                "p",
                "r",
                "pPr",
                "tbl",
                "tr",
                "trPr",
                "tc",
                "tcPr",
                "numPr",
                "ins",
                "del",
                "sdt",
                "sdtContent",
                "txbxContent",
            ]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@quick
@given(st.lists(word_pieces, max_size=5))
def test_any_elements_in_any_order_in_a_word_file(pieces: list[str]) -> None:
    check(word_file("".join(pieces), styles=STYLES, numbering=LISTS))


@quick
@given(
    st.lists(
        st.lists(st.tuples(st.text("甲乙 |", max_size=3), st.integers(1, 3), st.booleans()), min_size=2, max_size=4),
        max_size=5,
    )
)
def test_any_merged_table_of_word(rows: list[list[tuple[str, int, bool]]]) -> None:
    xml = (
        "".join(cell(text, f'<w:gridSpan w:val="{span}"/>{"<w:vMerge/>" * merged}') for text, span, merged in row)
        for row in rows
    )
    document = check(word_file(table(*xml)))
    for block in document.blocks if document else ():
        for place in block.cells:
            above = [
                c for other in document.blocks if document and other.number == block.number - 1 for c in other.cells
            ]
            if place.continued and above:
                assert place.text in [c.text for c in above]


@quick
@given(edits)
def test_an_edited_page(changes: list[tuple[int, int, bytes]]) -> None:
    check(edited(PAGE.encode(), changes))


TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td/rowspan=3>",
    "<td/colspan=2>",
    "<td/rowspan=0>",
    "</td>",
    "<th>",
    "<h1>",
    "</h1>",
    "<br>",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "</pre>",
    "<b>",
    "</b>",
    "<nav>",
    "</nav>",
    "<sup><a>1</a></sup>",
    "<caption>",
    "甲乙丙",
    "全县经济稳定增长。",
    "&nbsp;",
    "<a>",
    "</a>",
    "<div/class=nav>",
    "<header>",
    "</header>",
    "<body>",
    "<form>",
    "<select>",
    "<template>",
    "<svg>",
    "<!--",
    "-->",
    "\n",
    " ",
]
MARKS = [
    "# ",
    "**",
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "甲",
    " ",
    "\t",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "[^1]",
    "[^1]: ",
    "~~",
    "\\",
    "- ",
    "1. ",
    "> ",
    "---\n",
    "===\n",
    "\n",
    "```\n",
]
MARKS += ["|", "\\|", "| a | b |\n", "|---|---|\n"]


@quick
@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_any_tags_in_any_order(tags: list[str]) -> None:
    check(("<html>" + "".join(tags)).encode())


@quick
@given(st.lists(st.sampled_from(MARKS), max_size=60))
def test_any_marks_in_any_order(marks: list[str]) -> None:
    check(("# 甲\n" + "".join(marks)).encode())
    check(edited(MARKED.encode(), [(7, 0, "".join(marks).encode())]))
