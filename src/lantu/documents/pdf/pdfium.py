"""The pages of a PDF as PDFium takes them apart: glyphs, rules and how much is picture."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lantu.documents.pdf.printed import Glyph, PrintedPage, Rule
from lantu.documents.pdf.radicals import HANZI_OF

MOST_GLYPHS = 100_000  # of one page; a page of a newspaper has some 20,000
MOST_OBJECTS = 50_000  # of one page that are asked for rules; a map has more, and no table
MOST_RULES = 4_000
_DEEPEST = 5  # forms within forms
_THIN = 3.0  # points; a filled box no thicker is a rule
_SHORTEST = 4.0  # points
_BOLD = re.compile(r"bold|black|heavy|simhei|heiti|黑体", re.IGNORECASE)
_HANZI = re.compile(r"[\u3400-\u9fff]")
_HEAVY = 600
_SOFT_HYPHEN = "\xad"
_MENDED = {"\u00a0": " ", "\u2028": " ", "\u2029": " ", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
           "\ufb03": "ffi", "\ufb04": "ffl", **HANZI_OF,
           **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf076\uf0fc\uf0a8\uf075\uf09f", "•")}  # fmt: skip

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Ink:
    """How the glyphs of one text object are set: turned by quarters (-1: aslant), their size, whether bold."""

    quarter: int
    size: float
    bold: bool


def opened(data: bytes) -> pdfium.PdfDocument:
    """Return the file, opened.

    Raises pypdfium2.PdfiumError where it is damaged or asks for a password.
    """
    return pdfium.PdfDocument(data)


def printed_pages(document: pdfium.PdfDocument) -> Iterator[PrintedPage]:
    """Yield the pages in the file's order; a page that cannot be parsed is given as an empty one."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield PrintedPage(index + 1, 595.0, 842.0)
            continue
        try:
            yield _printed(page, index + 1)
        finally:
            page.close()


def _printed(page: Any, number: int) -> PrintedPage:
    text = page.get_textpage()
    try:
        found, unmapped = _glyphs(text)
    finally:
        text.close()
    quarters = Counter(ink.quarter for *_, ink in found if ink.quarter >= 0)
    quarter = quarters.most_common(1)[0][0] if quarters else (-page.get_rotation() // 90) % 4
    left, bottom, right, top = page.get_bbox()
    turn = _turned(quarter, left, bottom, right, top)
    width, height = (right - left, top - bottom) if quarter % 2 == 0 else (top - bottom, right - left)
    printed = PrintedPage(number, width, height, unmapped=unmapped)
    for character, box, origin, ink in found:
        if ink.quarter != quarter:  # watermarks stand aslant, stamps on their side
            continue
        (x0, y0), (x1, y1), (begin, base) = turn(box[:2]), turn(box[2:]), turn(origin)
        x0, x1 = min(x0, x1, begin), max(x0, x1)
        if x1 - x0 < ink.size and _HANZI.match(character):  # of some fonts the box is that of the ink alone
            x1 = x0 + ink.size
        if x1 > 0 and x0 < width and base > 0 and min(y0, y1) < height:
            printed.glyphs.append(Glyph(character, x0, x1, base, ink.size, ink.bold))
    covered = 0.0
    for along, points in _drawn(page):
        if along is None:
            (x0, y0), (x1, y1) = points
            covered += max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
        elif len(printed.rules) < MOST_RULES:
            (x0, y0), (x1, y1) = turn(points[0]), turn(points[1])
            if abs(y1 - y0) <= abs(x1 - x0):
                printed.rules.append(Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            else:
                printed.rules.append(Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    printed.pictured = min(1.0, covered / max(1.0, width * height))
    return printed


def _turned(quarter: int, left: float, bottom: float, right: float, top: float) -> Callable[[Any], Point]:
    """Return what brings a point of the file to its place on the page as it is held to be read."""
    if quarter == 0:
        return lambda point: (point[0] - left, top - point[1])
    if quarter == 1:
        return lambda point: (point[1] - bottom, point[0] - left)
    if quarter == 2:
        return lambda point: (right - point[0], point[1] - bottom)
    return lambda point: (top - point[1], right - point[0])


def _glyphs(text: Any) -> tuple[list[tuple[str, tuple[float, float, float, float], Point, _Ink]], int]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    inks: dict[int, _Ink] = {}
    found = []
    unmapped = 0
    lead = 0  # the first half of a character beyond the basic plane
    for i in range(min(raw.FPDFText_CountChars(text), MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text, i)
        if raw.FPDFText_IsGenerated(text, i):
            continue
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        if 0xDC00 <= code < 0xE000 and lead:
            code = 0x10000 + ((lead - 0xD800) << 10) + code - 0xDC00
        lead = 0
        if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            unmapped += 1
            continue
        if code < 32 or 0xD800 <= code < 0xE000:
            code = 0xAD if code == 2 else 32  # PDFium's own sign for a hyphen at the end of a line
        holder = raw.FPDFText_GetTextObject(text, i)
        address = ctypes.cast(holder, ctypes.c_void_p).value or 0
        ink = inks.get(address)
        if ink is None:
            ink = inks[address] = _ink(text, i, holder)
        raw.FPDFText_GetLooseCharBox(text, i, at_box)
        raw.FPDFText_GetCharOrigin(text, i, at_x, at_y)
        character = chr(code)
        character = "-" if character == _SOFT_HYPHEN else _MENDED.get(character, character)
        found.append((character, (box.left, box.bottom, box.right, box.top), (x.value, y.value), ink))
    return found, unmapped


def _ink(text: Any, index: int, holder: Any) -> _Ink:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    nearest = round(angle / 90)
    quarter = nearest % 4 if abs(angle - 90 * nearest) < 5 else -1
    size = raw.FPDFText_GetFontSize(text, index) * scale
    name = ctypes.create_string_buffer(200)
    font = raw.FPDFTextObj_GetFont(holder) if holder else None
    heavy = False
    if font:
        raw.FPDFFont_GetBaseFontName(font, name, 200)
        heavy = raw.FPDFFont_GetWeight(font) >= _HEAVY
    return _Ink(quarter, max(size, 0.1), heavy or bool(_BOLD.search(name.value.decode("utf-8", "replace"))))


def _drawn(page: Any) -> Iterator[tuple[bool | None, tuple[Point, Point]]]:
    """Yield each straight line drawn on the page, and with None the corners of each picture."""
    left = MOST_OBJECTS
    stack = [(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _UNIT, 0)]
    while stack:
        holder, count, get, matrix, depth = stack.pop()
        for i in range(min(count(holder), left)):
            left -= 1
            piece = get(holder, i)
            kind = raw.FPDFPageObj_GetType(piece)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _within(_matrix_of(piece), matrix)
                stack.append((piece, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                a, b, c, d, e, f = _within(_matrix_of(piece), matrix)
                xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
                yield None, ((min(xs), min(ys)), (max(xs), max(ys)))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                for line in _lines(piece, _within(_matrix_of(piece), matrix)):
                    yield True, line


def _lines(path: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= 400:
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    if not (filled.value or stroked.value):
        return
    outline: list[Point] = []
    start: Point = (0.0, 0.0)
    last: Point = (0.0, 0.0)
    straight: list[tuple[Point, Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        a, b, c, d, e, f = matrix
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if outline and not stroked.value:
                yield from _thin(outline)
            outline, start = [point], point
        else:
            outline.append(point)
            if kind == raw.FPDF_SEGMENT_LINETO:
                straight.append((last, point))
            if raw.FPDFPathSegment_GetClose(segment):
                straight.append((point, start))
        last = point
    if stroked.value:
        yield from (line for line in straight if _is_rule(*line))
    else:
        yield from _thin(outline)


def _thin(outline: list[Point]) -> Iterator[tuple[Point, Point]]:
    """The middle line of a filled box that is thin enough to be one."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, y1 - y0) <= _THIN and max(x1 - x0, y1 - y0) >= _SHORTEST:
        if x1 - x0 >= y1 - y0:
            yield (x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2)
        else:
            yield ((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1)


def _is_rule(one: Point, other: Point) -> bool:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return max(across, down) >= _SHORTEST and min(across, down) <= 1.0


def _matrix_of(piece: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(piece, ctypes.byref(matrix)):
        return _UNIT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does the inner one, then the outer one."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
