"""The same document in text, GB18030, HTML, .docx, .doc and .pdf gives the same items."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.functional import printing

from lantu.documents.content import Content
from lantu.documents.opening import document_of, open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.document import Document
from lantu.reading import read

DOCUMENTS = {
    "haicheng": Path("examples/haicheng-14fyp/plan.md"),
    "qinghe": Path("tests/gold/qinghe/plan.md"),
    **{path.parent.name: path for path in sorted(Path("tests/gold/unseen").glob("*/plan.*"))},
}
PRINTED = sorted(path.stem for path in printing.FIXTURES.glob("*.pdf"))
KINDS = (
    "sections", "indicators", "commitments", "facts", "tasks", "projects", "systems", "units", "policies",
)  # fmt: skip

# A print and a plain text do not say of which level an annex is; Markdown, HTML and Word files do.
MARKED_UP = "附表2026年墨渠州国民经济和社会发展主要指标"
# Rows of a list that a plain text draws with tabs are read as sentences too; rows of a real table are not.
DRAWN = {"重点项目清单", "民生实事任务清单"}
# An office breaks long words of narrow columns by letters, and a broken “anticipatory” is not put together again.
BROKEN_BY_AN_OFFICE = {"orlane-plan"}

Item = dict[str, Any]


@cache
def source(name: str) -> Document:
    return open_document(DOCUMENTS[name])


@cache
def items(document: Document) -> dict[str, list[Item]]:
    """What a reading holds, without places and ids; words are compared without blanks and bars."""
    answer = reading_to_json(read(document))
    titles = {section["id"]: bare(section["title"]) for section in answer["sections"]}
    return {kind: [told(item, titles) for item in answer[kind]] for kind in KINDS}


def told(item: Item, titles: dict[str, str]) -> Item:
    told = {key: bare(value) for key, value in item.items() if key not in ("id", "source", "section", "parent")}
    told["quote"] = bare(item["source"]["quote"]) if item["source"] else None
    for key in ("section", "parent"):
        if key in item:
            told[key] = titles.get(item[key])
    return told


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return re.sub(r"[\s|]+", "", value) if isinstance(value, str) else value


def assert_same(name: str, data: bytes, form: str) -> None:
    document = document_of(Content(name, data))
    assert document.format == form
    expected, found = items(source(name)), items(document)
    for kind in KINDS:
        one, other = found[kind], expected[kind]
        if kind == "sections" and form in ("text", "pdf"):
            one, other = ([item for item in many if MARKED_UP not in item["quote"]] for many in (one, other))
        if kind in ("commitments", "projects") and form != "text":
            one, other = ([item for item in many if item["section"] not in DRAWN] for many in (one, other))
        assert one == other, f"{kind} of {name} as {form}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_as_plain_text(name: str) -> None:
    assert_same(name, printing.as_text(source(name)).encode(), "text")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_as_text_in_gb18030(name: str) -> None:
    assert_same(name, printing.as_text(source(name)).encode("gb18030"), "text")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_as_a_page_of_a_government_site(name: str) -> None:
    assert_same(name, printing.as_site(source(name)).encode("gb18030"), "html")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_as_a_word_document(name: str) -> None:
    assert_same(name, printing.as_docx(source(name)), "docx")


@pytest.mark.parametrize("name", PRINTED)
def test_as_a_pdf_printed_before(name: str) -> None:
    assert_same(name, (printing.FIXTURES / f"{name}.pdf").read_bytes(), "pdf")


@pytest.mark.skipif(printing.CHROMIUM is None, reason="CHROMIUM IS NOT INSTALLED: its prints were not compared")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_as_a_pdf_printed_by_a_browser(name: str, tmp_path: Path) -> None:
    assert_same(name, printing.by_chromium(printing.as_page(source(name)), tmp_path), "pdf")


@pytest.mark.skipif(printing.LIBREOFFICE is None, reason="LIBREOFFICE IS NOT INSTALLED: its prints were not compared")
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in BROKEN_BY_AN_OFFICE])
def test_as_a_pdf_printed_by_an_office(name: str, tmp_path: Path) -> None:
    assert_same(name, printing.by_libreoffice(printing.as_docx(source(name)), "pdf", tmp_path), "pdf")


@pytest.mark.skipif(printing.LIBREOFFICE is None, reason="LIBREOFFICE IS NOT INSTALLED: .doc was not compared")
@pytest.mark.parametrize("name", ["haicheng", "qinghe", "yubo-health"])
def test_as_a_legacy_word_document(name: str, tmp_path: Path) -> None:
    assert_same(name, printing.by_libreoffice(printing.as_docx(source(name)), "doc", tmp_path), "office")


@pytest.mark.parametrize("name", PRINTED)
def test_every_item_of_a_print_names_its_page(name: str) -> None:
    answer = reading_to_json(read(open_document(printing.FIXTURES / f"{name}.pdf")))
    pages = [item["source"]["page"] for kind in KINDS for item in answer[kind] if item["source"]]
    assert pages
    assert min(pages) == 1
    assert max(pages) > 1
