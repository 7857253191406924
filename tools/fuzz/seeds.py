"""Sound documents of every format, from the project's own texts, to be mutated."""

from __future__ import annotations

import html
import io
from functools import cache
from pathlib import Path

import docx

OURS = Path("tests/gold")
PRINTED = Path("tests/functional/printed")


@cache
def texts() -> tuple[str, ...]:
    """Return the project's own plans, reports and notices as text."""
    found = [p for p in sorted(OURS.rglob("*")) if p.suffix in {".txt", ".md"} and p.name != "README.md"]
    return tuple(path.read_text(encoding="utf-8") for path in found)


def text(number: int) -> bytes:
    """Return a text in UTF-8 or GB18030."""
    return texts()[number % len(texts())].encode("gb18030" if number % 3 == 0 else "utf-8", "replace")


def page(number: int) -> bytes:
    """Return a web page: paragraphs, headings, and tables where the text has rows of cells."""
    parts = []
    for line in texts()[number % len(texts())].splitlines():
        cells = _cells(line)
        if len(cells) > 1:
            parts.append("<table><tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr></table>")
        else:
            mark = "h2" if line.startswith("#") else "p"
            parts.append(f"<{mark}>{html.escape(line)}</{mark}>")
    return ("<!doctype html><html><body><div class=nav>首页</div>" + "".join(parts) + "</body></html>").encode()


@cache
def word(number: int) -> bytes:
    """Return a Word file of a text: headings, paragraphs and tables."""
    document = docx.Document()
    table = None
    for line in texts()[number % len(texts())].splitlines():
        cells = _cells(line)
        if len(cells) > 1:
            if table is None or len(table.columns) != len(cells):
                table = document.add_table(0, len(cells))
            for place, cell in zip(table.add_row().cells, cells, strict=True):
                place.text = cell
            continue
        table = None
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), min(9, len(line) - len(line.lstrip("#"))))
        elif line.strip():
            document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def printed() -> tuple[bytes, ...]:
    """Return the project's own PDF files."""
    return tuple(path.read_bytes() for path in sorted(PRINTED.glob("*.pdf")))


@cache
def packages() -> tuple[Path, ...]:
    """Return the folders of the project's own data packages that are quick to read."""
    return (Path("examples/national-14fyp"),)


def _cells(line: str) -> list[str]:
    return line.strip("| ").split("|") if line.startswith("|") else line.split("\t")
