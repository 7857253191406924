"""Documents of this project as other files: text, pages, .docx, and prints; run as a script it makes the fixtures anew.

python -m tests.functional.printing
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from lantu.documents.opening import open_document
from lantu.documents.row import table_row
from lantu.plan.document import Block, Document

FIXTURES = Path(__file__).parent / "printed"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 120
STYLE = (
    "body{font-family:'Noto Serif CJK SC',serif;font-size:12pt;line-height:1.7}p{margin:0;text-indent:2em;"
    "text-align:justify}h1{text-align:center}table{border-collapse:collapse;width:100%}"
    "td{border:1px solid;padding:2pt 4pt}"
)


def as_text(document: Document) -> str:
    """A line for each block."""
    return "\n".join(block.text for block in document.blocks) + "\n"


def body_of(document: Document) -> str:
    """The blocks as headings, paragraphs and tables of a page."""
    parts: list[str] = []
    for table, blocks in _by_table(document):
        if table:
            rows = ("".join(f"<td>{escape(cell.text)}</td>" for cell in block.cells) for block in blocks)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>")
        else:
            for block in blocks:
                tag = f"h{min(block.level, 6)}" if block.level else "p"
                parts.append(f"<{tag}>{escape(block.text)}</{tag}>")
    return "\n".join(parts)


def as_page(document: Document) -> str:
    """A page that holds the document and nothing else."""
    title = escape(document.title)
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"<body>{body_of(document)}</body></html>"
    )


def as_site(document: Document) -> str:
    """A page of a government's site, with all that stands around the text there; to be written in GB18030."""
    links = "".join(
        f'<li><a href="/{n}.html">{word}</a></li>'
        for n, word in enumerate(("首页", "政务公开", "办事服务", "互动交流"))
    )
    related = "".join(f'<li><a href="/r{n}.html">关于印发某专项规划的通知之{n}</a></li>' for n in range(6))
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>{escape(document.title)}_某某市人民政府门户网站</title></head><body>"
        f"<div class='header'><ul>{links}</ul></div>"
        "<div class='position'>您现在的位置：<a href='/'>首页</a> &gt; <a href='/a'>政务公开</a> &gt; 规划计划</div>"
        "<table width='980'><tr><td><div class='info'>发布时间：2026-01-05　来源：市政府办公室　"
        "字号：[<a>大</a>] [<a>中</a>] [<a>小</a>]　<a href='#'>打印本页</a></div>"
        f"<div id='zoom' class='TRS_Editor'>{body_of(document)}</div>"
        "<div class='share'>分享到：<a>微信</a> <a>微博</a></div>"
        f"<div class='related'><h3>相关链接</h3><ul>{related}</ul></div>"
        "</td></tr></table><div class='footer'>版权所有：某某市人民政府办公室　ICP备00000000号</div></body></html>"
    )


def as_docx(document: Document) -> bytes:
    """A Word document with headings, set-in paragraphs and ruled tables."""
    word = docx.Document()
    word.core_properties.title = document.title
    normal = word.styles["Normal"]
    normal.font.size = Pt(12)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for table, blocks in _by_table(document):
        if table:
            rows = list(blocks)
            grid = word.add_table(len(rows), max(len(block.cells) for block in rows), style="Table Grid")
            for row, block in zip(grid.rows, rows, strict=True):
                for cell, words in zip(row.cells, block.cells, strict=False):
                    cell.text = words.text
        else:
            for block in blocks:
                if block.level:
                    word.add_paragraph(block.text, style=f"Heading {min(block.level, 9)}")
                else:
                    paragraph = word.add_paragraph(block.text)
                    paragraph.paragraph_format.first_line_indent = Pt(24)
                    paragraph.paragraph_format.space_after = Pt(0)
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def by_chromium(page: str, folder: Path) -> bytes:
    """A page as Chromium prints it, with its own heads and feet."""
    (folder / "plan.html").write_text(page, encoding="utf-8")
    switches = (
        "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
        "disable-component-update disable-sync"
    )
    command = [str(CHROMIUM), *(f"--{switch}" for switch in switches.split()), f"--user-data-dir={folder / 'profile'}"]
    command += [f"--print-to-pdf={folder / 'plan.pdf'}", (folder / "plan.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return (folder / "plan.pdf").read_bytes()


def by_libreoffice(data: bytes, suffix: str, folder: Path) -> bytes:
    """A Word document as LibreOffice prints it or saves it in another format."""
    (folder / "plan.docx").write_bytes(data)
    command = [str(LIBREOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", suffix, "--outdir", str(folder / "out"), str(folder / "plan.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return (folder / "out" / f"plan.{suffix}").read_bytes()


def _by_table(document: Document) -> Iterator[tuple[int, Iterator[Block]]]:
    """The blocks in runs, each of one table or of none; rows that a text draws with tabs or bars are a table too."""
    return groupby(_with_drawn_tables(document.blocks), key=lambda block: block.table)


def _with_drawn_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    table, drawing = 1000, False
    for block in blocks:
        parts = [part.strip() for part in re.split(r"\t|\s*\|\s*", block.text)]
        if block.cells or len(parts) < 3:
            table += drawing
            drawing = False
            yield block
        else:
            drawing = True
            yield table_row(block.number, table, parts)


def make_fixtures() -> None:
    """Print three of the documents; what a machine without LibreOffice compares."""
    FIXTURES.mkdir(exist_ok=True)
    printer: Callable[[bytes, str, Path], bytes] = by_libreoffice
    for name in ("lanchuan-outline", "moqu-yearly", "yubo-health"):
        (path,) = Path("tests/gold/unseen").glob(f"{name}/plan.*")
        with tempfile.TemporaryDirectory() as folder:
            data = printer(as_docx(open_document(path)), "pdf", Path(folder))
        (FIXTURES / f"{name}.pdf").write_bytes(data)


if __name__ == "__main__":
    make_fixtures()
