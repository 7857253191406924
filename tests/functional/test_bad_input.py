"""Bad input gets one clear line and status 2, or a reading with doubts; nothing is half-written."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from tests.functional.answer import Lantu


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    b"&x;</w:t></w:r></w:p></w:body></w:document>"
)
UNREADABLE = {
    "empty": b"",
    "blank": " \n\n　\n".encode(),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(200),
    "an old .doc or a protected .docx": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024),
    "a damaged .docx": zipped(**{"[Content_Types]_xml": CONTENT_TYPES, "word__document_xml": b"<w:document"})[:150],
    "a .docx without its document": zipped(**{"[Content_Types]_xml": CONTENT_TYPES}),
    "a zip bomb": zipped(**{"[Content_Types]_xml": CONTENT_TYPES, "word__document_xml": bytes(300_000_000)}),
    "some other zip": zipped(hello=b"hello"),
    "binary rubbish": struct.pack("<500I", *range(7, 50_007_000, 100_014)),
    "a program": b"\x7fELF" + bytes(range(256)) * 8,
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line(what: str, lantu: Lantu, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(UNREADABLE[what])
    answer = lantu("read", file, "-o", tmp_path / "out", "--json")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("lantu: ")
    assert answer.err.count("\n") == 1, answer.err
    assert "plan.docx" in answer.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan.docx"], "something was half-written"


def test_xml_with_an_external_entity_never_reads_the_outside(lantu: Lantu, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(zipped(**{"[Content_Types]_xml": CONTENT_TYPES, "word__document_xml": OUTSIDE}))
    answer = lantu("read", file, "--json")
    assert Path("/etc/hostname").read_text().strip() not in answer.out
    assert answer.status == 2
    assert answer.err.count("\n") == 1


def test_a_file_of_more_than_50_mb_is_refused_in_one_line(lantu: Lantu, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    with file.open("wb") as big:
        big.truncate(60_000_000)
    answer = lantu("read", file)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "MB" in answer.err


@pytest.mark.parametrize("path", ["nowhere.txt", ".", "a-folder-that-is-no-package"])
def test_a_path_that_is_no_document_is_told_in_one_line(path: str, lantu: Lantu, tmp_path: Path) -> None:
    (tmp_path / "a-folder-that-is-no-package").mkdir()
    answer = lantu("read", tmp_path / path)
    assert (answer.status, answer.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "arguments", [("read",), ("fly",), ("read", "a", "--wings"), ("monitor", "x", "--on", "soon"), ("check",)]
)
def test_bad_arguments_are_told_in_one_line(arguments: tuple[str, ...], lantu: Lantu) -> None:
    answer = lantu(*arguments)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "--lang", "zh"), "缺少参数"),
        (("fly", "--lang", "zh"), "没有这个命令"),
        (("read", "a", "--wings", "--lang", "zh"), "没有 --wings 这个选项"),
        (("check", "a", "--lang", "zh", "--fail-on", "x"), "只能是"),
    ],
)
def test_bad_arguments_are_told_in_the_language_asked_for(arguments: tuple[str, ...], says: str, lantu: Lantu) -> None:
    answer = lantu(*arguments)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert says in answer.err


READABLE_WITH_DOUBTS = {
    "another language": "Le plan quinquennal fixe les objectifs de la région pour les cinq prochaines années.\n" * 9,
    "a plan with no table": "# 某县第十五个五年规划纲要\n\n第一章 总体要求\n\n到2030年，新建泊位120个。\n",
    "two tables": "# 某县“十五五”规划\n\n"
    + "指标 | 属性 | 2025年 | 2030年 |\n森林覆盖率(%) | 约束性 | 30 | 31 |\n\n正文。\n\n" * 2,
    "a table without header": "# 某县“十五五”规划\n\n森林覆盖率(%) | 约束性 | 30 | 31 |\n"
    + "城镇化率(%) | 预期性 | 60 | 65 |\n",
}


@pytest.mark.parametrize("what", READABLE_WITH_DOUBTS)
def test_what_is_hardly_a_plan_is_read_with_doubts(what: str, lantu: Lantu, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(READABLE_WITH_DOUBTS[what], encoding="utf-8")
    answer = lantu("read", file, "--json")
    assert answer.status == 0, answer.err
    assert json.loads(answer.out)["doubts"], "nothing was doubted"
