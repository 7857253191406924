"""Legacy Word, WPS, RTF and OpenDocument files are read through LibreOffice, or one line says how to mend."""

from __future__ import annotations

import io
import os
import subprocess
import time
import zipfile
from pathlib import Path

import docx
import pytest

from lantu.documents import conversion
from lantu.documents.content import Content
from lantu.documents.formats import office
from lantu.plan.fault import Fault

from .opened import opened, texts
from .word_files import cell, paragraph, table, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC = OLE + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(500)
RTF = b"{\\rtf1\\ansi\\ansicpg936 {\\pard The town builds 3 schools by 2030.\\par}{\\pard Roads follow.\\par}}"
PROGRAM = conversion.converter()
with_libreoffice = pytest.mark.skipif(
    PROGRAM is None, reason="LIBREOFFICE IS NOT INSTALLED: reading .doc, .wps, .rtf and .odt was not tested for real"
)


def zipped_text(body: str) -> bytes:
    """An OpenDocument text of this body."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


ODT = zipped_text("<text:p>总则</text:p>")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice: a shell script that a test writes."""
    script = tmp_path / "soffice"
    monkeypatch.setattr(conversion, "converter", lambda: str(script))
    return script


def write(script: Path, lines: str) -> None:
    script.write_text(f"#!/bin/sh\n{lines}\n")
    script.chmod(0o755)


@pytest.mark.parametrize("data", [DOC, RTF, ODT], ids=["doc or wps", "rtf", "odt"])
def test_a_legacy_file_is_told_by_its_content(data: bytes) -> None:
    assert office.likeness(Content("规划.wps", data)) == 0.9


def test_a_locked_or_other_file_is_not_taken_for_one() -> None:
    locked = DOC + "EncryptedPackage".encode("utf-16-le")
    for data in (locked, OLE + bytes(99), b"{rtf}", b"PK\x03\x04 mimetype", b""):
        assert office.likeness(Content("x", data)) == 0.0


@pytest.mark.parametrize("data", [DOC, RTF, ODT], ids=["doc or wps", "rtf", "odt"])
def test_without_libreoffice_one_line_says_how_to_mend(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "converter", lambda: None)
    with pytest.raises(Fault) as caught:
        opened(data, "规划.doc")
    for line, advice in ((caught.value.message.zh, "另存为 .docx"), (caught.value.message.en, "Save it as .docx")):
        assert "规划.doc" in line
        assert "LibreOffice" in line
        assert advice in line
        assert "\n" not in line


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_what_the_program_makes_is_read_and_nothing_is_left_behind(stand_in: Path, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(word_file(paragraph("第一章 总则") + table(cell("甲") + cell("乙"))))
    write(stand_in, f'echo "$HOME" > {tmp_path}/home; mkdir out; cp {tmp_path}/made.docx out/plan.docx')
    document = opened(DOC)
    assert [block.text for block in document.blocks] == ["第一章 总则", "甲 | 乙"]
    assert document.format == "office"
    assert not Path((tmp_path / "home").read_text().strip()).exists()


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_stopped_with_all_it_started(stand_in: Path, tmp_path: Path) -> None:
    write(stand_in, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    begun = time.monotonic()
    with pytest.raises(Fault, match=r"within 0\.5 seconds"):
        conversion.as_docx(Content("x", DOC), ("旧文件", "an old file"), ".doc", seconds=0.5)
    assert time.monotonic() - begun < 10
    child = int((tmp_path / "child").read_text())
    time.sleep(0.1)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
@pytest.mark.parametrize("script", ["exit 1", "mkdir out; touch out/plan.docx", "true"])
def test_a_file_that_cannot_be_converted_is_told_in_one_line(stand_in: Path, script: str) -> None:
    write(stand_in, script)
    with pytest.raises(Fault, match="could not open it; it may be damaged"):
        opened(DOC)


def through(data: bytes, suffix: str, folder: Path) -> bytes:
    """A .docx as LibreOffice saves it in an older format."""
    (folder / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(PROGRAM), profile, "--headless", "--convert-to", suffix, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "plan.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"plan.{suffix}").read_bytes()


@with_libreoffice
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_a_document_saved_in_an_older_format_reads_as_before(suffix: str, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("总体要求", style="Heading 1")
    for task in ("推进产业升级。", "建设交通枢纽。"):
        word.add_paragraph(task, style="List Number")
    grid = word.add_table(3, 3)
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "指标"
    grid.cell(0, 1).merge(grid.cell(0, 2)).text = "目标"
    for place, words in {
        (1, 1): "2025年",
        (1, 2): "2030年",
        (2, 0): "城镇化率（%）",
        (2, 1): "55",
        (2, 2): "58",
    }.items():
        grid.cell(*place).text = words
    word.add_paragraph("到2030年，森林覆盖率达到40%。")
    buffer = io.BytesIO()
    word.save(buffer)
    data = buffer.getvalue()
    before, after = opened(data), opened(through(data, suffix, tmp_path))
    assert [(b.text, b.level, b.table) for b in after.blocks] == [(b.text, b.level, b.table) for b in before.blocks]
    assert [b.cells for b in after.blocks] == [b.cells for b in before.blocks]


@with_libreoffice
def test_a_text_of_another_program_is_read() -> None:
    assert texts(RTF) == ["The town builds 3 schools by 2030.", "Roads follow."]


@with_libreoffice
def test_no_other_file_of_the_machine_gets_into_the_document(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri()
    linked = (
        "<text:p>总则</text:p>"
        f'<text:section text:name="s"><text:section-source xlink:href="{address}" xlink:type="simple"/>'
        "<text:p>原文</text:p></text:section>"
    )
    included = f'{{\\rtf1 {{\\field{{\\*\\fldinst INCLUDETEXT "{tmp_path}/secret.txt"}}{{\\fldrslt old}}}} words\\par}}'
    for data in (zipped_text(linked), included.encode()):
        assert "SECRET" not in " ".join(texts(data))
