"""What cannot be read is told in one clear line that says what, where and how to mend."""

from __future__ import annotations

import os
import struct
import time
import tracemalloc
from pathlib import Path

import pytest

from lantu.documents.opening import LARGEST_FILE, open_document
from lantu.plan.fault import Fault

from .opened import opened
from .word_files import CONTENT_TYPES, NAMESPACES, cell, paragraph, table, word_file, zipped

WHOLE = word_file(paragraph("甲") * 300)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def document(xml: str) -> bytes:
    return zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": xml})


def lying(data: bytes, size: int) -> bytes:
    """The zip with its first part's declared size, in both headers, replaced by another."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, 22, size)
    struct.pack_into("<I", changed, data.index(b"PK\x01\x02") + 24, size)
    return bytes(changed)


BOMB = zipped({"word/document.xml": b"<w>" + bytes(90_000_000)})
LAUGHS = "<!DOCTYPE d [<!ENTITY a '哈'>" + "".join(
    f"<!ENTITY {after} '{('&' + before + ';') * 10}'>"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
) + f"]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"  # fmt: skip
OUTSIDE = (
    "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP_TABLE = "<w:tbl><w:tr><w:tc>" * 500 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 500

# What it is, its bytes, and a word each of its two lines must say.
UNREADABLE = {
    "empty": (b"", "空", "empty"),
    "blanks": (" \n　\r\n\t".encode(), "空白", "blank"),
    "blanks of Word": (word_file(paragraph(" ") + paragraph("　")), "空白", "blank"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(99), "图片", "picture"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(99), "图片", "picture"),
    "GIF": (b"GIF89a" + bytes(99), "图片", "picture"),
    "BMP": (b"BM" + bytes(99), "图片", "picture"),
    "WEBP": (b"RIFF\x10\0\0\0WEBP" + bytes(99), "图片", "picture"),
    "TIFF": (b"II*\0" + bytes(99), "图片", "picture"),
    "SVG": (b"<?xml version='1.0'?>\n<svg></svg>", "图片", "picture"),
    "a PDF cut off": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(99), "不完整", "incomplete"),
    "a PDF all in ASCII, cut off": (b"\n%PDF-1.4\n1 0 obj\n", "不完整", "incomplete"),
    "legacy .doc": (OLE + wide("WordDocument") + bytes(99), "旧版 Word", "legacy Word"),
    "legacy .xls": (OLE + wide("Workbook") + bytes(99), "表格", "workbook"),
    "protected .docx": (OLE + wide("EncryptedPackage") + wide("WordDocument"), "密码", "password"),
    "other OLE": (OLE, "旧版 Office", "legacy Office"),
    "xlsx": (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": ""}), "表格", "workbook"),
    "pptx": (zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": ""}), "演示", "presentation"),
    "OFD": (zipped({"OFD.xml": ""}), "OFD", "OFD"),
    "odt": (zipped({"mimetype": "", "content.xml": ""}), "OpenDocument", "OpenDocument"),
    "zip": (zipped({"规划.docx": WHOLE}), "压缩包", "archive"),
    "empty zip": (zipped({}), "压缩包", "archive"),
    "gzip": (b"\x1f\x8b\x08" + bytes(99), "压缩包", "archive"),
    "RAR": (b"Rar!\x1a\x07" + bytes(99), "压缩包", "archive"),
    "cut-off .docx": (WHOLE[: len(WHOLE) // 2], "损坏", "damaged"),
    "docx with a broken part": (WHOLE.replace(WHOLE[250:260], bytes(10)), "损坏", "damaged"),
    "docx of broken XML": (document("<w:document"), "损坏", "damaged"),
    "docx of other XML": (document("<a><b/></a>"), "损坏", "damaged"),
    "docx without document": (zipped({"[Content_Types].xml": CONTENT_TYPES}), "document.xml", "document.xml"),
    "docx with only styles": (zipped({"word/styles.xml": "<a/>"}), "document.xml", "document.xml"),
    "zip bomb": (BOMB, "解压", "inflate"),
    "zip bomb that lies": (lying(BOMB, 1000), "损坏", "damaged"),
    "zip bomb by ratio": (zipped({"word/document.xml": bytes(20_000_000)}), "解压", "inflate"),
    "zip bomb by size": (lying(zipped({"word/document.xml": os.urandom(200_000)}), 70_000_000), "解压", "inflate"),
    "zip of very many parts": (zipped({f"word/{n}": "" for n in range(20_001)}, 0), "解压", "inflate"),
    "entity bomb": (document(LAUGHS), "损坏", "damaged"),
    "entity from outside": (document(OUTSIDE), "损坏", "damaged"),
    "tables too deep": (word_file(DEEP_TABLE), "损坏", "damaged"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(99), "程序", "program"),
    "Windows program": (b"MZ\x90\0\x03" + bytes(99), "程序", "program"),
    "rubbish": (struct.pack("<500I", *range(7, 50_007_000, 100_014)), "编码", "encoding"),
    "zeros": (bytes(5000), "编码", "encoding"),
    "MHT": (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n", "MHT", "MHT"),
    "XML": (b"<?xml version='1.0'?><plan>a</plan>", "XML", "XML"),
    "CSV": ("年份,地区,数值\n2024,甲,1\n2025,\"乙,丙\",2\n".encode(), "CSV", "CSV"),
    "CSV in GBK": ("指标;单位;数值\n甲;%;1\n乙;%;2\n".encode("gbk"), "CSV", "CSV"),
    "page without text": (b"<!doctype html><html><body><script>go()</script></body>", "正文", "no text"),
    "page of links": (b"<html><body><nav><a href='a'>A</a></nav></body>", "正文", "no text"),
    "frames": (b"<html><frameset><frame src='a'></frameset></html>", "正文", "no text"),
    "page too deep": (b"<html><body>" + b"<div>" * 200_000 + b"x", "嵌套", "nests"),
    "page of one endless tag": (b"<html><body><p " + b"a=1 " * 200_000 + b">x", "标记", "elements"),
    "page that reopens": (b"<html>" + b"<p><b>x</p>" * 1900 + b"<p>x" * 9000, "标记", "elements"),
    "page of endless spans": (
        b"<html><table><tr>" + b"<td rowspan=60000>a" * 1000 + b"<tr><td>b" * 2000, "太大", "large",
    ),
    "too many lines": (b"a\n" * 1_000_001, "太大", "too large"),
}  # fmt: skip


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line_at_once(what: str) -> None:
    data, zh, en = UNREADABLE[what]
    begun = time.process_time()
    with pytest.raises(Fault) as caught:
        opened(data, "规划 plan.docx")
    assert time.process_time() - begun < 20
    message = caught.value.message
    assert zh in message.zh
    assert en in message.en
    for line in (message.zh, message.en):
        assert "规划 plan.docx" in line
        assert "\n" not in line
        assert len(line) < 250
    assert message.zh.endswith("。")
    assert message.en.endswith(".")


def test_an_entity_is_never_resolved() -> None:
    hostname = Path("/etc/hostname")
    secret = hostname.read_text().strip() if hostname.exists() else "?"
    with pytest.raises(Fault) as caught:
        opened(document(OUTSIDE))
    assert secret not in f"{caught.value.message}"


def test_a_bomb_is_stopped_before_it_fills_memory() -> None:
    tracemalloc.start()
    for bomb in (BOMB, lying(BOMB, 1000)):
        with pytest.raises(Fault):
            opened(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_missing_file_and_a_folder_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="There is no file") as missing:
        open_document(tmp_path / "没有.txt")
    assert "找不到文件" in missing.value.message.zh
    with pytest.raises(Fault, match="is a folder"):
        open_document(tmp_path)
    with pytest.raises(Fault, match="Cannot read"):
        open_document(tmp_path / ("x" * 5000))
    with pytest.raises(Fault):
        open_document(Path("a\0b"))


def test_a_path_below_a_file_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("甲")
    with pytest.raises(Fault):
        open_document(tmp_path / "file" / "plan.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("甲")
    file.chmod(0)
    with pytest.raises(Fault, match="No permission"):
        open_document(file)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Fault, match="not a regular file"):
        open_document(tmp_path / "pipe")


def test_the_limit_of_size_is_said(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    with file.open("wb") as big:
        big.truncate(LARGEST_FILE + 1)
    with pytest.raises(Fault, match="larger than 50 MB"):
        open_document(file)


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    file = tmp_path / "a\nb.txt"
    file.write_bytes(b"")
    with pytest.raises(Fault) as caught:
        open_document(file)
    assert "\n" not in caught.value.message.zh


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan.html", "plan"])
def test_the_name_never_decides(name: str, tmp_path: Path) -> None:
    for data, form in ((WHOLE, "docx"), ("甲".encode(), "text"), (b"<html><p>a", "html"), (b"# a", "markdown")):
        (tmp_path / name).write_bytes(data)
        assert open_document(tmp_path / name).format == form


def test_a_text_of_49_mb_opens_in_sensible_time() -> None:
    line = "全县地区生产总值年均增长，城镇化水平稳步提高。" * 20 + "\n"
    data = (line * (49_000_000 // len(line.encode()))).encode()
    begun = time.process_time()
    assert len(opened(data).blocks) > 30_000
    assert time.process_time() - begun < 30


def test_one_very_long_line_opens() -> None:
    assert len(opened("全县经济稳定增长。" * 500_000).blocks[0].text) == 4_500_000


@pytest.mark.parametrize("piece", ["<div>", "<table><tr><td>", "<ul><li>", "<b>", "<blockquote><p>"])
def test_deep_nesting_of_a_page_breaks_nothing(piece: str) -> None:
    assert [b.text for b in opened("<html><body>" + piece * 900 + "全县经济稳定增长").blocks] == ["全县经济稳定增长"]


def test_nested_tables_of_word_break_nothing() -> None:
    nested = paragraph("甲")
    for _ in range(60):
        nested = table(f"<w:tc>{nested}</w:tc>" + cell("乙"))
    assert opened(word_file(nested)).blocks[0].text == "甲" + " 乙" * 59 + " | 乙"


@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_table_of_a_hundred_thousand_rows_opens(form: str) -> None:
    if form == "docx":
        data = word_file(
            "<w:tbl>" + "".join(f"<w:tr>{cell(str(n))}{cell('乙')}</w:tr>" for n in range(100_000)) + "</w:tbl>"
        )
    else:
        data = ("<html><table>" + "".join(f"<tr><td>{n}<td>乙" for n in range(100_000))).encode()
    begun = time.process_time()
    rows = opened(data).blocks
    assert len(rows) == 100_000
    assert rows[-1].text == "99999 | 乙"
    assert time.process_time() - begun < 60
