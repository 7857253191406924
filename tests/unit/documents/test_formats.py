"""Formats are found by being there, and cost nothing until they are needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lantu.documents import formats
from lantu.documents.content import Content

from .opened import opened
from .word_files import cell, paragraph, table, word_file

FOLDER = Path(formats.__file__).parent
FOUND = list(formats.formats())


@pytest.mark.parametrize("form", FOUND, ids=lambda form: form.NAME)
def test_a_format_declares_what_it_must(form: formats.Format) -> None:
    assert form.NAME
    assert form.__doc__
    for data in (b"", b"\0", b"PK\x03\x04", b"<", "# 甲".encode()):
        assert 0.0 <= form.likeness(Content("x", data)) <= 1.0


def test_every_file_in_the_folder_is_a_format() -> None:
    assert {form.NAME for form in FOUND} == {path.stem for path in FOLDER.glob("[a-z]*.py")}


def test_a_new_format_needs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shouting.py").write_text(
        "from lantu.documents.content import Body\n"
        "from lantu.plan.document import Block\n"
        "NAME = 'shouting'\n"
        "def likeness(content): return float(content.data.startswith(b'SHOUT '))\n"
        "def read(content): return Body((Block(1, content.data[6:].decode()),))\n"
    )
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    document = opened(b"SHOUT hello")
    assert (document.format, document.blocks[0].text) == ("shouting", "hello")
    assert opened(b"hello").format == "text"
    sys.modules.pop("lantu.documents.formats.shouting")


def test_text_is_opened_without_any_parser(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("甲", encoding="gb18030")
    program = (
        "import sys; from pathlib import Path; from lantu.documents.opening import open_document;"
        f"open_document(Path({str(tmp_path / 'plan.txt')!r}));"
        "print(sorted({'lxml', 'docx', 'selectolax', 'zipfile', 'csv'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


LINES = [
    "青河县第十五个五年规划",
    "第一章 总体要求",
    "到2030年，生产总值年均增长6%左右。",
    "指标 | 2030年",
    "城镇化率 | 58",
    "附则",
]


def test_the_same_document_is_the_same_in_every_format() -> None:
    text = "\n".join(LINES)
    rows = [line.split(" | ") for line in LINES[3:5]]
    word = paragraph(LINES[0]) + paragraph(LINES[1]) + paragraph(LINES[2])
    word += table(*("".join(cell(words) for words in row) for row in rows)) + paragraph(LINES[5])
    html_rows = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in rows)
    page = f"<html><h1>{LINES[0]}</h1><h2>{LINES[1]}</h2><p>{LINES[2]}</p><table>{html_rows}</table><p>{LINES[5]}</p>"
    marked = f"# {LINES[0]}\n\n## {LINES[1]}\n\n{LINES[2]}\n\n{LINES[3]}\n--- | ---\n{LINES[4]}\n\n{LINES[5]}\n"
    files = {
        "docx": word_file(word),
        "html": page.encode(),
        "html in GBK": page.replace("<html>", "<html><meta charset=gbk>").encode("gbk"),
        "markdown": marked.encode(),
        **{code: text.encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030")},
    }
    for form, data in files.items():
        assert [block.text for block in opened(data).blocks] == LINES, form
        assert opened(data).language == "zh"
