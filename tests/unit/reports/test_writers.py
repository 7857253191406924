"""One manuscript, three formats: whole, laid out as asked, and the same bytes each time."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reports.made_up import opinion

from lantu.plan.message import Language
from lantu.reports.manuscript import Annex, Manuscript, Paragraph, Run, Table
from lantu.reports.opinion_words import opinion_manuscript
from lantu.reports.writers.html import html_page
from lantu.reports.writers.markdown import markdown_text
from lantu.reports.writers.title_lines import title_lines
from lantu.reports.writers.word import word_file


def paper(language: Language = "zh") -> Manuscript:
    return opinion_manuscript(opinion("柳塘镇人民政府办公室"), language)


@pytest.fixture(scope="module")
def chinese() -> bytes:
    return word_file(paper())


def faces(element: object) -> set[str]:
    return {found.get(qn("w:eastAsia")) for found in element.iter(qn("w:rFonts"))}  # type: ignore[attr-defined]


def test_the_same_paper_is_the_same_file(chinese: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time() + 10**8
    monkeypatch.setattr(time, "time", lambda: later)
    assert word_file(paper()) == chinese


def test_the_file_bears_the_day_of_the_paper_and_no_other(chinese: bytes) -> None:
    core = Document(io.BytesIO(chinese)).core_properties
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.isoformat().startswith("2026-03-05")
    assert (core.author, core.comments, core.title) == ("柳塘镇人民政府办公室", "", paper().title)
    with zipfile.ZipFile(io.BytesIO(chinese)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_page_and_lines_are_those_of_the_standard(chinese: bytes) -> None:
    document = Document(io.BytesIO(chinese))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin / Mm(1)) for margin in margins if margin is not None] == [37, 35, 28, 26]
    assert (round((section.page_width or 0) / Mm(1)), round((section.page_height or 0) / Mm(1))) == (210, 297)
    normal = document.styles["Normal"]
    assert normal.paragraph_format.line_spacing == Pt(28)  # type: ignore[attr-defined]
    assert normal.font.size == Pt(16)  # type: ignore[attr-defined]
    footers = (section.footer, section.even_page_footer)
    assert ["".join(footer.paragraphs[0].text.split()) for footer in footers] == ["—1—", "—1—"]
    assert all("PAGE" in footer._element.xml for footer in footers)


def test_typefaces_are_those_of_the_standard(chinese: bytes) -> None:
    document = Document(io.BytesIO(chinese))
    by_style: dict[str, set[str]] = {}
    for paragraph in document.paragraphs:
        assert paragraph.style is not None
        by_style.setdefault(str(paragraph.style.name), set()).update(faces(paragraph._p))
    assert by_style["Title"] == {"方正小标宋简体"}
    assert by_style["Heading 1"] == {"黑体"}
    assert by_style["Heading 2"] == {"楷体_GB2312"}
    assert by_style["Body"] == {"仿宋_GB2312", "楷体_GB2312"}
    assert "Theme" not in "".join(found.tag + str(found.attrib) for found in document.element.iter(qn("w:rFonts")))


def test_tables_repeat_their_header_and_keep_rows_whole(chinese: bytes) -> None:
    for table in Document(io.BytesIO(chinese)).tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:tblHeader')}") is None for row in others)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_of_the_paper_is_in_every_format(language: Language) -> None:
    document = Document(io.BytesIO(word_file(paper(language))))
    told = "".join(p.text for p in document.paragraphs) + "".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    for words in ("修<三>座桥", "渡口另有规划", "SUM201", "2027-01-01", "柳塘镇人民政府办公室"):
        assert words in told


def test_markup_in_the_plan_stays_words(chinese: bytes) -> None:
    page = html_page(paper())
    assert "修<三>" not in page
    assert "修&lt;三&gt;座桥" in page
    assert "修\\<三\\>座桥" in markdown_text(paper())


def test_html_is_well_formed_and_takes_nothing_from_outside() -> None:
    page = html_page(paper("en"))
    open_tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not {"src", "href"} & {name for name, _ in attrs}
            if tag != "meta":
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Reader().feed(page)
    assert open_tags == []
    assert "<script" not in page


def test_markdown_tables_have_as_many_cells_in_every_row() -> None:
    rows = [line for line in markdown_text(paper()).splitlines() if line.startswith("|")]
    assert rows
    counts = {line.replace("\\|", "").count("|") for line in rows}
    assert counts == {6}


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=25)
def test_no_words_of_a_plan_break_a_file(title: str, words: str) -> None:
    parts = (Paragraph((Run(words, quoted=True),)), Table("", (words,), (1.0,), ((words,),)), Annex(words))
    made = replace(paper(), title=title, parts=parts)
    assert Document(io.BytesIO(word_file(made))).paragraphs
    assert html_page(made).endswith("</html>\n")
    assert markdown_text(made).startswith("# ")


def test_a_long_paper_takes_no_more_than_its_length() -> None:
    def seconds(times: int) -> float:
        many = replace(paper(), parts=paper().parts * times)
        start = time.process_time()
        word_file(many)
        return time.process_time() - start

    seconds(1)
    assert seconds(40) < 8 * max(seconds(10), 0.1)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于《小镇规划》的审核意见", ("关于《小镇规划》的审核意见",)),
        (
            "关于《某某市第十四个五年规划和2035年远景目标纲要》的审核意见",
            ("关于《某某市第十四个五年规划", "和2035年远景目标纲要》的审核意见"),
        ),
    ],
)
def test_a_title_breaks_where_its_words_allow(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title, 19) == lines


@given(st.text(alphabet="第十四个五年规划和2035年《》关于的abc 、审核意见", max_size=90))
def test_no_title_loses_a_character(title: str) -> None:
    assert "".join("".join(title_lines(title, 19)).split()) == "".join(title.split())
