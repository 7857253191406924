"""What may happen to a document: bytes flipped, parts cut, lines shuffled, hostile pieces put in."""

from __future__ import annotations

import io
import zipfile
from random import Random

LARGEST = 400_000  # bytes or characters a mutation may grow to

PIECES = (
    "〔", "（", "）" * 40, "“" * 60, "1" * 400, "9" * 30 + "亿", "1e999", "-0", "分别", "、" * 200, "一" * 300,
    "第" + "九" * 50 + "章", "|" * 100, "\t" * 50, "2025年" * 50, "到2025年，", "\u200b", "\ufeff", "\u202e", "其中：",
    "A" * 3000, "%‰％", "由1提高到", "增长7%、8%和9%", "——", "…" * 80, "1,000,000,000,000", "（牵头单位：", "0.0.0.0.0",
    "十百千万亿" * 30, "不低于" * 40, "以上以内左右" * 20, "1-2-3-4-5", "7.9:35.6:56.5:", "百分之", "第一章第一章第一章",
    "　" * 200, "\r", "\x0b\x0c", "# " * 50, "> " * 200, "[^1]: ", "```", "the of and " * 60, "by 2025 " * 40,
)  # fmt: skip
TAGS = (
    "<div>" * 2000, "<table><tr><td rowspan=99999 colspan=99999>", "</table>", "<w:tbl>" * 300, "<w:p/>" * 500,
    "<w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr></w:tc>", "<w:ilvl w:val=\"-1\"/>", "&#0;", "&xxe;", "<![CDATA[",
    "<!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>", "<iframe src=\"file:///etc/hostname\">",
    "<xi:include href=\"file:///etc/hostname\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"/>", "<w:t>" * 200,
    "<!--", "<script>", "<template>", "<td>" * 3000, "<li>" * 3000, "<w:vMerge/>" * 50, "<?xml version=\"1.0\"?>",
)  # fmt: skip
WORDS_OF_PDF = (
    b"endobj", b"endstream", b"stream\n", b"xref", b"trailer", b"/Length 999999999", b"/Count 99999999", b"/Kids [1 0 R]",
    b"/Filter /FlateDecode", b"1 0 R", b"0 0 R", b"<<" * 500, b"[" * 2000, b"/Prev 0", b"-1", b"4294967296", b"%%EOF",
)  # fmt: skip


def of_text(text: str, other: str, random: Random) -> str:
    """Return a text with one to six changes; `other` gives lines that are spliced in."""
    for _ in range(random.randint(1, 6)):
        text = random.choice((_put_piece, _cut, _repeat, _shuffle_lines, _splice, _swap_characters))(
            text, other, random
        )
    return text[:LARGEST]


def of_markup(text: str, other: str, random: Random) -> str:
    """Return markup with changes of text, and tags where none belong."""
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(text) + 1)
        text = text[:place] + random.choice(TAGS) + text[place:]
    return of_text(text, other, random) if random.random() < 0.5 else text[:LARGEST]


def of_bytes(data: bytes, random: Random, words: tuple[bytes, ...] = ()) -> bytes:
    """Return bytes flipped, cut, doubled, overwritten, or with `words` of the format put in."""
    out = bytearray(data)
    for _ in range(random.randint(1, 12)):
        place, length = random.randrange(len(out) + 1), random.randint(0, 64)
        match random.randrange(5):
            case 0:
                out[place : place + 1] = bytes([random.randrange(256)])
            case 1:
                del out[place : place + length]
            case 2:
                out[place:place] = out[place : place + length] * random.randint(1, 20)
            case 3 if words:
                out[place : place + length % 8] = random.choice(words)
            case _:
                out[place : place + length] = random.randbytes(length)
    if random.random() < 0.2:
        del out[random.randrange(len(out) + 1) :]
    return bytes(out[: max(LARGEST, len(data))])


def of_archive(data: bytes, other: str, random: Random) -> bytes:
    """Return a zip file in which one part is changed as markup, left out, doubled, or named for elsewhere."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at = next((i for i, (name, _) in enumerate(parts) if name == "word/document.xml"), 0)
    if random.random() < 0.4:
        at = random.randrange(len(parts))
    name, part = parts[at]
    match random.randrange(6):
        case 0:
            del parts[at]
        case 1:
            parts.append((f"../../../tmp/{name}", part))
        case 2:
            parts[at] = (name, of_bytes(part, random))
        case _:
            parts[at] = (name, of_markup(part.decode("utf-8", "replace"), other, random).encode("utf-8", "replace"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return file.getvalue()


def _put_piece(text: str, other: str, random: Random) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(PIECES) + text[place:]


def _cut(text: str, other: str, random: Random) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + text[place + random.randint(1, 200) :]


def _repeat(text: str, other: str, random: Random) -> str:
    """Said over and over on one line: what grows faster than the text shows here."""
    place, length = random.randrange(len(text) + 1), random.randint(1, 60)
    piece = text[place : place + length].replace("\n", "")
    return text[:place] + piece * random.choice((2, 10, 100, 1000)) + text[place:]


def _shuffle_lines(text: str, other: str, random: Random) -> str:
    lines = text.split("\n")
    random.shuffle(lines)
    return "\n".join(lines) if random.random() < 0.5 else "".join(lines)


def _splice(text: str, other: str, random: Random) -> str:
    lines, others = text.split("\n"), other.split("\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(others))
    return "\n".join(lines)


def _swap_characters(text: str, other: str, random: Random) -> str:
    out = list(text)
    for _ in range(min(20, len(out))):
        one, two = random.randrange(len(out)), random.randrange(len(out))
        out[one], out[two] = out[two], out[one]
    return "".join(out)
