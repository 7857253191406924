"""Opening documents of pages: pages per second and memory of .docx and .pdf, and how both grow with the pages."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx

TITLE = "Opening .docx and .pdf"
ORDER = 3
SIZES = (20, 200)  # pages
RUNS = 3
LINES = 30  # of a page, as this bench lays them out
SOURCE = Path("examples/haicheng-14fyp/plan.md")
OPEN = (
    "import sys, pathlib; from lantu.documents.opening import open_document; open_document(pathlib.Path(sys.argv[1]))"
)
_SIZE, _LEADING, _LEFT, _TOP, _MEASURE = 14, 22, 90, 100, 420


def lines() -> list[str]:
    """Open documents of 20 and of 200 pages, made of our example, each in a whole process from a cold start."""
    rows = ["| File | Pages | Median of processor time | Pages a second | Peak memory |", "|---|--:|--:|--:|--:|"]
    growth: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        makers: tuple[tuple[str, Callable[[int], bytes]], ...] = (("docx", as_docx), ("pdf", as_pdf))
        for name, make in makers:
            taken: list[float] = []
            for pages in SIZES:
                path = Path(folder) / f"plan-{pages}.{name}"
                path.write_bytes(make(pages))
                runs = sorted(_opened(path) for _ in range(RUNS))
                seconds, megabytes = runs[RUNS // 2]
                taken.append(seconds)
                rows.append(f"| .{name} | {pages} | {seconds:.2f} s | {pages / seconds:.0f} | {megabytes:.0f} MB |")
            times = f"{taken[1] / taken[0]:.1f} times as long for {SIZES[1] // SIZES[0]} times the pages"
            growth.append(f".{name} took {times}")
    return [
        "Documents made of our example, a table of indicators on every tenth page, opened into blocks without reading "
        "them, whole processes from a cold start, start-up included; processor time, so that what else the machine does "
        "counts little. A PDF is taken apart in a process of its own; the memory is that of "
        "the larger of the two.",
        "",
        *rows,
        "",
        f"{'; '.join(growth)}.",
    ]


def _opened(path: Path) -> tuple[float, float]:
    """Open a file in a process of its own; return the seconds its processors worked, and its peak memory in MB."""
    process = subprocess.Popen([sys.executable, "-c", OPEN, str(path)])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{path} was not opened")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def as_docx(pages: int) -> bytes:
    """A Word document of about so many pages: 30 lines of 30 characters each."""
    word = docx.Document()
    for number, page in enumerate(_pages(pages)):
        if number % 10 == 0:
            table = word.add_table(len(TABLE), len(TABLE[0]))
            for row, cells in zip(table.rows, TABLE, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        word.add_paragraph("".join(page))
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


TABLE = [["指标", "2025年", "2030年"], *([f"指标之{n}", f"{n}.5", f"{n + 3}"] for n in range(10))]


def as_pdf(pages: int) -> bytes:
    """A PDF of so many pages, with a head, a page number and every tenth time a ruled table."""
    streams = []
    for number, page in enumerate(_pages(pages)):
        drawn: list[str] = [_words(_LEFT, 50, "规划纲要", 9), _words(290, 810, str(number + 1), 9)]
        y = _TOP
        if number % 10 == 0:
            for row in TABLE:
                drawn += [_words(_LEFT + 4 + 140 * i, y - 6, text, 10) for i, text in enumerate(row)]
                drawn.append(f"{_LEFT} {842 - y} m {_LEFT + _MEASURE} {842 - y} l S")
                y += _LEADING
            edges = (_LEFT + 140 * i for i in range(4))
            drawn += [f"{x} {842 - _TOP + _LEADING} m {x} {842 - y + _LEADING} l S" for x in edges]
            drawn.append(f"{_LEFT} {842 - _TOP + _LEADING} m {_LEFT + _MEASURE} {842 - _TOP + _LEADING} l S")
            page = page[len(TABLE) :]
        for i, line in enumerate(page):
            inset = 2 * _SIZE if i % 6 == 0 else 0  # a paragraph begins
            drawn.append(_words(_LEFT + inset, y + _LEADING * i, line[: (_MEASURE - inset) // _SIZE], _SIZE))
        streams.append("\n".join(drawn).encode())
    return _file(streams)


def _pages(pages: int) -> list[list[str]]:
    text = "".join(line for line in SOURCE.read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "|")))
    need = pages * LINES * 30
    text = (text * (need // len(text) + 1))[:need]
    cut = [text[i : i + 30] for i in range(0, need, 30)]
    return [cut[i : i + LINES] for i in range(0, len(cut), LINES)]


def _words(x: float, y: float, text: str, size: float) -> str:
    return f"BT /S {size} Tf {x} {842 - y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def _file(streams: list[bytes]) -> bytes:
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(streams)))
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}/MediaBox[0 0 595 842]>>".encode(),
        b"<</Font<</S 4 0 R>>>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light{system}/DW 1000/FontDescriptor 6 0 R>>".encode(),
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 700/StemV 80>>",
    ]
    for i, data in enumerate(streams):
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents {8 + 2 * i} 0 R>>".encode())
        objects.append(f"<</Length {len(data)}>>stream\n".encode() + data + b"\nendstream")
    out, places = b"%PDF-1.7\n", []
    parts = [out]
    size = len(out)
    for number, entry in enumerate(objects, start=1):
        places.append(size)
        part = f"{number} 0 obj\n".encode() + entry + b"\nendobj\n"
        parts.append(part)
        size += len(part)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(places) + 1}/Root 1 0 R>>\n"
    return b"".join(parts) + f"{end}startxref\n{size}\n%%EOF".encode()
