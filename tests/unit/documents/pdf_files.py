"""PDF files made in the test itself: words and rules at the places a test is about."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby

WIDTH, HEIGHT = 595, 842  # points, A4
LETTER = 0.6  # of the size: how wide a letter of Courier is; a hanzi is as wide as the size


def words(x: float, y: float, text: str, size: float = 12, *, bold: bool = False, turn: str = "1 0 0 1") -> bytes:
    """Words that begin x from the left on a baseline y from the top; hanzi in a song face, others in Courier."""
    parts: list[bytes] = []
    for hanzi, characters in groupby(text, key=lambda character: ord(character) > 0xFF):
        run = "".join(characters)
        font, code = ("S", run.encode("utf-16-be")) if hanzi else ("B" if bold else "C", run.encode("latin-1"))
        parts.append(f"BT /{font} {size} Tf {turn} {x:.2f} {HEIGHT - y:.2f} Tm <{code.hex()}> Tj ET".encode())
        x += width(run, size)
    return b"\n".join(parts)


def width(text: str, size: float = 12) -> float:
    """How wide words stand."""
    return sum(size if ord(character) > 0xFF else LETTER * size for character in text)


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """A straight line between two points, counted from the top."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S".encode()


def picture(x: float, y: float, wide: float, tall: float) -> bytes:
    """A picture, its lower left corner x from the left and y from the top."""
    return f"q {wide} 0 0 {tall} {x} {HEIGHT - y} cm /I Do Q".encode()


def grid(x: Sequence[float], y: Sequence[float]) -> list[bytes]:
    """The rules of a table with these edges."""
    return [rule(x[0], at, x[-1], at) for at in y] + [rule(at, y[0], at, y[-1]) for at in x]


def paragraph(
    text: str, x: float, y: float, measure: float, *, size: float = 12, indent: float = 0, leading: float = 20
) -> tuple[list[bytes], float]:
    """Words set in lines of a measure, and where the next line would stand: broken between hanzi, and at blanks."""
    lines: list[bytes] = []
    pieces = re.findall(r"[^\x00-\xff][，。；：、？！）》”]*|[\x21-\xff]+[，。；：、]*|\s", text)
    line, start = "", x + indent
    for piece in pieces:
        if line and start + width((line + piece).rstrip(), size) > x + measure + 0.01:
            lines.append(words(start, y, line.rstrip(), size))
            line, start, y = "", x, y + leading
        line += piece if line or not piece.isspace() else ""
    lines.append(words(start, y, line.rstrip(), size))
    return lines, y + leading


def pdf_file(pages: Iterable[Iterable[bytes]], *, info: str = "", extra: Iterable[bytes] = ()) -> bytes:
    """A PDF of pages, each the pieces that stand on it. info: more entries of the document's properties."""
    contents = [zlib.compress(b"1 w\n" + b"\n".join(pieces)) for pieces in pages]
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(contents)))
    cid = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}/MediaBox[0 0 {WIDTH} {HEIGHT}]>>".encode(),
        b"<</Font<</C 4 0 R/B 5 0 R/S 6 0 R>>/XObject<</I 8 0 R>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light{cid}/DW 1000/FontDescriptor 9 0 R>>".encode(),
        stream(b"\xff" * 3, "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"),
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 700/StemV 80>>",
    ]
    for i, content in enumerate(contents):
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents {11 + 2 * i} 0 R>>".encode())
        objects.append(stream(content, "/Filter/FlateDecode"))
    objects += extra
    if info:
        objects.append(f"<<{info}>>".encode())
    return put_together(objects, f"/Info {len(objects)} 0 R" if info else "")


def stream(data: bytes, entries: str) -> bytes:
    """A stream object."""
    return f"<</Length {len(data)} {entries}>>stream\n".encode() + data + b"\nendstream"


def put_together(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF of objects, numbered from 1, the first the catalogue; trailer: more of its entries."""
    out = b"%PDF-1.7\n"
    places: list[int] = []
    for number, entry in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + entry + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>\n"
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF".encode()
