"""Turn plan.md into plan.docx as a published outline looks in Word; the same source gives the same bytes."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

HERE = Path(__file__).parent
DATE = datetime(2021, 12, 31)
ASSIGNED = "完成市下达任务"  # an empty cell below these words belongs to them: Word merges the two
SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
LOOK = {  # style: font, points, bold, centred
    "Title": (SONG, 22, False, True),
    "Heading 1": (HEI, 18, False, True),
    "Heading 2": (HEI, 16, False, True),
    "Heading 3": (KAI, 16, True, False),
    "Heading 4": (FANG, 16, True, False),
    "Normal": (FANG, 16, False, False),
}
TOC_LINE = re.compile(r"^(第.+?)…+(\d+)$")
BOXED = re.compile(r"^(专栏|表)\d+ ")


def set_font(target: ParagraphStyle | Run, name: str, points: float | None = None, bold: bool | None = None) -> None:
    """Give a style or run the font `name` for Chinese and Latin letters alike."""
    target.font.name = name
    target.font.bold = bold
    target.font.color.rgb = RGBColor(0, 0, 0)
    if points:
        target.font.size = Pt(points)
    fonts = target.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(key), name)


def set_styles(doc: Doc) -> None:
    """Lay the page and the styles out after GB/T 9704: A4, 22 lines of 28 characters."""
    page = doc.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    for name, (font, points, bold, centred) in LOOK.items():
        style = doc.styles[name]
        set_font(style, font, points, bold)
        style.paragraph_format.line_spacing = Pt(28.95)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        if centred:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in list(doc.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    for style in list(doc.styles):  # the template's hundred table styles would be nine tenths of the file
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    for key in [key for key, part in doc.part.rels.items() if part.reltype.endswith("/stylesWithEffects")]:
        del doc.part.rels[key]


def add_text(paragraph: Paragraph, text: str) -> None:
    """Add Markdown `text` to a paragraph; what stands between ** becomes a bold lead phrase."""
    for n, part in enumerate(text.split("**")):
        if part:
            run = paragraph.add_run(part)
            if n % 2:
                set_font(run, KAI, bold=True)


def add_footer(doc: Doc) -> None:
    """Put `— page —` below every page, as a field that Word fills in."""
    paragraph = doc.sections[-1].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        paragraph.add_run()._r.append(mark)
    paragraph.add_run(" —")


def add_table(doc: Doc, rows: list[list[str]]) -> None:
    """Add a table: first row repeated on each page, group rows merged across, assigned targets merged down."""
    table: Table = doc.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    wide = len(rows[0]) > 2
    widths = [Mm(66), Mm(20), Mm(27), Mm(27), Mm(16)] if wide else [Mm(24), Mm(132)]
    for y, row in enumerate(rows):
        group = wide and y > 0 and not any(row[1:])
        for x, text in enumerate(row):
            cell = table.cell(y, x)
            cell.width = widths[x]
            if group and x:
                continue
            if not text and y and rows[y - 1][x] == ASSIGNED:
                merged = table.cell(y - 1, x).merge(cell)
                for extra in merged.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
                continue
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(18)
            if group or y == 0 or (wide and x):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(text)
            set_font(run, HEI if group or y == 0 else FANG, 10.5)
        if group:
            table.cell(y, 0).merge(table.cell(y, len(row) - 1))


def add_block(doc: Doc, block: str, place: str) -> None:
    """Add one paragraph or heading of the Markdown source; `place` is title, contents or body."""
    heading = re.match(r"(#+) (.*)", block)
    if heading:
        level = len(heading[1])
        doc.add_paragraph(heading[2], style="Title" if level == 1 else f"Heading {level - 1}")
        return
    paragraph = doc.add_paragraph()
    entry = TOC_LINE.match(block)
    if place == "contents" and entry:
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.paragraph_format.left_indent = None if "篇" in entry[1][:4] else Pt(32)
        paragraph.add_run(f"{entry[1]}\t{entry[2]}")
    elif block == "目录" or BOXED.match(block):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        set_font(paragraph.add_run(block), HEI, 16)
        paragraph.paragraph_format.keep_with_next = True
    elif place == "title" and not block.startswith("说明"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        set_font(paragraph.add_run(block), KAI, 16)
    elif place == "title":
        set_font(paragraph.add_run(block), KAI, 14)
    else:
        paragraph.paragraph_format.first_line_indent = Pt(32)
        add_text(paragraph, block)


def build(source: str) -> Doc:
    """Build the Word document from the Markdown `source`: blocks are parted by empty lines."""
    doc = Document()
    set_styles(doc)
    place = "title"
    for block in re.split(r"\n{2,}", source.strip()):
        if block.startswith("|"):
            rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.split("\n")]
            add_table(doc, [row for row in rows if not row[0].startswith("---")])
            continue
        if place == "contents" and not TOC_LINE.match(block):
            numbering = OxmlElement("w:pgNumType")
            numbering.set(qn("w:start"), "1")
            doc.add_section(WD_SECTION.NEW_PAGE)._sectPr.find(qn("w:cols")).addprevious(numbering)
            place = "body"
        if block == "目录":
            place = "contents"
        add_block(doc, block, place)
    add_footer(doc)
    facts = doc.core_properties
    facts.author = facts.last_modified_by = "Lantu"
    facts.title, facts.language, facts.comments = source.split("\n")[0].lstrip("# "), "zh-CN", ""
    facts.created = facts.modified = DATE
    facts.revision = 1
    return doc


def save(doc: Doc, path: Path) -> None:
    """Write `doc` with one constant date in the archive and no compression, so that equal input gives equal bytes."""
    buffer = io.BytesIO()
    doc.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            new.writestr(entry, old.read(name))


if __name__ == "__main__":
    save(build((HERE / "plan.md").read_text("utf-8")), HERE / "plan.docx")
