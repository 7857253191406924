"""The commands of docs/warehouse.md are run on the files it shows, and print what it shows."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.functional.answer import Lantu

PAGE = Path(__file__).resolve().parents[2] / "docs/warehouse.md"
FILE = re.compile(r"^`([\w./]+)`\n\n```\w+\n(.*?)```$", re.MULTILINE | re.DOTALL)


def test_what_the_page_shows_is_what_is_printed(lantu: Lantu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PAGE.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in FILE.findall(text):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    (block,) = re.findall(r"^```\n(\$ lantu warehouse.*?)```$", text, re.MULTILINE | re.DOTALL)
    printed = []
    for command in re.findall(r"^\$ lantu (.*)$", block, re.MULTILINE):
        answer = lantu(*command.split(), "--lang", "zh")
        assert answer.status == 0, answer.err
        printed.append(f"$ lantu {command}\n{answer.err}{answer.out}")
    if os.environ.get("LANTU_WRITE_PAGES"):
        PAGE.write_text(text.replace(block, "".join(printed)), encoding="utf-8")
    else:
        assert block == "".join(printed), "run this test with LANTU_WRITE_PAGES=1"
