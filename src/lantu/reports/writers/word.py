"""A manuscript as a Word file, laid out after GB/T 9704-2012 for Chinese; the same manuscript gives the same bytes.

Margins 37, 35, 28 and 26 mm on A4, so that a page holds 22 lines of 28 characters; title in 方正小标宋 of size 2,
headings in 黑体 and 楷体_GB2312, the body in 仿宋_GB2312 of size 3 on lines of 28 pt; page numbers — 1 — outside.
Typefaces are named, never put into the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from lantu.reports.manuscript import Annex, Heading, Manuscript, Paragraph, Run, Table
from lantu.reports.writers.title_lines import title_lines
from lantu.reports.writers.typefaces import CHINESE, ENGLISH, Face, Faces

_TEXT_WIDTH = Mm(210 - 28 - 26)
# Signs that no XML file may hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The ZIP format's first day: a file's own time would make equal files differ.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def word_file(manuscript: Manuscript) -> bytes:
    """Return the manuscript as the bytes of a .docx file."""
    return _Writer(manuscript).bytes()


class _Writer:
    """Writes one manuscript; faces are those of its language."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.is_chinese = manuscript.language == "zh"
        self.faces: Faces = CHINESE if self.is_chinese else ENGLISH
        self.document: WordDocument = Document()
        # The section's properties are the last element of the body.
        self.end: Any = self.document.element.body.sectPr
        self.styles: dict[str, str] = {}
        self.hands: dict[tuple[Face, bool], Any] = {}
        self.last: tuple[str, WordParagraph | None] = ("", None)

    def bytes(self) -> bytes:
        self._page()
        self._styles()
        self._properties()
        for line in title_lines(self.manuscript.title, 19 if self.is_chinese else 30) or ("",):
            heading = self._add("Title")
            self._say(heading, (Run(line),), self.faces.title)
        heading.paragraph_format.space_after = self.faces.body.leading
        for part in self.manuscript.parts:
            self._part(part)
        return _without_times(self.document)

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.header_distance, section.footer_distance = Mm(15), Mm(23)
        self.document.settings.odd_and_even_pages_header_footer = True
        for footer, where in (
            (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
            (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
        ):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph.alignment = where
            outside = paragraph.paragraph_format
            outside.right_indent = outside.left_indent = self.faces.page_number.size
            self._say(paragraph, (Run("— "),), self.faces.page_number)
            self._field(paragraph, "PAGE", self.faces.page_number)
            self._say(paragraph, (Run(" —"),), self.faces.page_number)

    def _styles(self) -> None:
        faces, styles = self.faces, self.document.styles
        for name, face in (
            ("Normal", faces.body), ("Title", faces.title), ("Heading 1", faces.headings[0]),
            ("Heading 2", faces.headings[1]), ("Heading 3", faces.headings[2]), ("Footer", faces.page_number),
        ):  # fmt: skip
            style: Any = styles[name]
            style.font.size, style.font.bold = face.size, face.is_bold
            style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
            _set_face(style.element.get_or_add_rPr(), face)
            style.element.rPr.append(_language(self.is_chinese))
            spacing = style.paragraph_format
            spacing.space_before = spacing.space_after = Pt(0)
            spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, face.leading
            for border in style.element.findall(f".//{qn('w:pBdr')}"):
                border.getparent().remove(border)
        title: Any = styles["Title"]
        title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for level in (1, 2, 3):
            heading: Any = styles[f"Heading {level}"]
            heading.paragraph_format.keep_with_next = True
            if not self.is_chinese:
                heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
        body: Any = styles.add_style("Body", WD_STYLE_TYPE.PARAGRAPH)
        body.base_style = styles["Normal"]
        body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if self.is_chinese else WD_ALIGN_PARAGRAPH.LEFT
        body.paragraph_format.space_after = Pt(0) if self.is_chinese else Pt(5)
        for style in (body, *(styles[f"Heading {level}"] for level in (1, 2, 3))):
            if self.is_chinese:
                _indent_two_characters(style.element.get_or_add_pPr())

    def _properties(self) -> None:
        core = self.document.core_properties
        when = datetime.combine(self.manuscript.on, time())
        core.title, core.author = _property(self.manuscript.title), _property(self.manuscript.author)
        core.comments, core.keywords = "", ""
        core.language = "zh-CN" if self.is_chinese else "en"
        core.created = core.modified = when
        core.last_modified_by, core.revision = "", 1
        relations = self.document.part.package.rels
        for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
            del relations[key]

    def _part(self, part: Heading | Paragraph | Table | Annex) -> None:
        if not isinstance(part, Paragraph | Table):
            self.last = ("", None)
        match part:
            case Heading():
                face = self.faces.headings[min(part.level, 3) - 1]
                self._say(self._add(f"Heading {min(part.level, 3)}"), (Run(part.words),), face)
            case Paragraph():
                self._paragraph(part)
            case Table():
                self._table(part)
            case Annex():
                heading = self._add("Heading 1")
                heading.paragraph_format.page_break_before = True
                heading.paragraph_format.space_after = Pt(6)
                self._say(heading, (Run(part.words),), self.faces.headings[0])

    def _paragraph(self, part: Paragraph) -> None:
        paragraph = self._add("Body")
        spacing = paragraph.paragraph_format
        if part.kind == "signature":
            paragraph.alignment, spacing.first_line_indent = WD_ALIGN_PARAGRAPH.RIGHT, Pt(0)
            spacing.right_indent = Length(4 * self.faces.body.size) if self.is_chinese else Pt(0)
            is_first = self.last[0] != "signature"
            spacing.space_before = Pt(28) if is_first else Pt(0)
            spacing.keep_with_next = is_first
        self._say(paragraph, part.runs, self.faces.body)
        self.last = (part.kind, paragraph)

    def _add(self, style: str) -> WordParagraph:
        """Add a paragraph; the library would look through every style and every paragraph so far for each of them."""
        if style not in self.styles:
            self.styles[style] = str(self.document.styles[style].style_id)
        added: Any = OxmlElement("w:p")
        self.end.addprevious(added)
        added.style = self.styles[style]
        return WordParagraph(added, self.document._body)

    def _say(self, paragraph: WordParagraph, runs: tuple[Run, ...], face: Face) -> None:
        for run in runs:
            written = paragraph.add_run(_NOT_XML.sub("", run.words))
            written._r.insert(0, self._hand(self.faces.quoted if run.quoted else face, run.strong))

    def _hand(self, face: Face, is_strong: bool) -> Any:
        """A run's properties, made once for each face."""
        if (face, is_strong) not in self.hands:
            properties: Any = OxmlElement("w:rPr")
            _set_face(properties, face)
            if is_strong:
                properties._add_b()
            self.hands[face, is_strong] = properties
        return deepcopy(self.hands[face, is_strong])

    def _field(self, paragraph: WordParagraph, instruction: str, face: Face) -> None:
        for kind in ("begin", "", "separate", "1", "end"):
            run = paragraph.add_run()
            run._r.insert(0, self._hand(face, False))
            if kind == "1":
                run.text = kind
            elif kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)
            else:
                words = OxmlElement("w:instrText")
                words.text = instruction
                run._r.append(words)

    def _table(self, part: Table) -> None:
        if part.caption:
            self._say(self._add("Heading 3"), (Run(part.caption),), self.faces.headings[2])
        elif self.last[1] is not None:
            self.last[1].paragraph_format.space_after = Pt(8)
        table = self.document.add_table(rows=1 + len(part.rows), cols=len(part.header), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        widths = [Length(int(_TEXT_WIDTH * share)) for share in part.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, (row, words) in enumerate(zip(table.rows, (part.header, *part.rows), strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            face = self.faces.table_head if number == 0 else self.faces.table
            # `row.cells` walks the whole table each time; the row's own elements do not.
            for column, (cell, text) in enumerate(zip(row._tr.tc_lst, words, strict=True)):
                cell.width = widths[column]
                paragraph = WordParagraph(cell.p_lst[0], row)
                spacing = paragraph.paragraph_format
                spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, face.leading
                if number == 0 or column in part.centred:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._say(paragraph, (Run(text),), face)
        after = self._add("Normal")
        after.paragraph_format.line_spacing = Pt(10)


def _property(words: str) -> str:
    """Words as the file's properties may hold them: at most 255 signs."""
    return _NOT_XML.sub("", words)[:255]


def _set_face(properties: Any, face: Face) -> None:
    """Name the typefaces of a run or style, in place of a theme's."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    if face.is_chinese:
        # Else “ ” —— …… are set in the Latin typeface, at half their width.
        fonts.set(qn("w:hint"), "eastAsia")
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), face.latin)
    fonts.set(qn("w:eastAsia"), face.east_asian)
    properties.insert(1 if properties.find(qn("w:rStyle")) is not None else 0, fonts)
    if properties.tag == qn("w:rPr"):
        properties.get_or_add_sz().val = face.size


def _language(is_chinese: bool) -> Any:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    if is_chinese:
        language.set(qn("w:bidi"), "ar-SA")
    return language


def _indent_two_characters(properties: Any) -> None:
    indent = properties.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), "640")


def _without_times(document: WordDocument) -> bytes:
    """Return the document's bytes with every part dated alike."""
    made, kept = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type, part.external_attr, part.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(part, source.read(name))
    return kept.getvalue()
