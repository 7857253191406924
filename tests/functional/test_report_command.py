"""`lantu report opinion`: from a plan to a paper, the same one every time."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from tests.functional.answer import Lantu
from tests.web.drafts import FIRST, TITLE, draft

from lantu.exchange.package_writer import write_package


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A made-up plan as a package."""
    write_package(draft(FIRST), tmp_path / "meiling")
    return tmp_path / "meiling"


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_an_opinion_is_written_and_what_it_says_is_told(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    paper = tmp_path / "opinion.docx"
    answer = lantu("report", "opinion", plan, "-o", paper, "--lang", "zh", "--by", "梅岭镇政府办")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.strip() == f"{paper}：共列出提醒3处。没有必须改正的问题；3处提醒请逐条核对。"
    words = words_of(paper)
    assert TITLE in words.replace("\n", "")
    assert "的审核意见" in words
    for said in ("贫困村", "城镇登记失业率", "STR801", "梅岭镇政府办", "没有送来对照"):
        assert said in words


def test_the_same_plan_on_the_same_day_is_the_same_file(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    papers = [tmp_path / f"{n}.docx" for n in range(3)]
    for paper, day in zip(papers, ("2026-03-05", "2026-03-05", "2026-03-06"), strict=True):
        lantu("report", "opinion", plan, "-o", paper, "--on", day)
    first, same, other = (paper.read_bytes() for paper in papers)
    assert first == same
    assert first != other


def test_waivers_beside_the_plan_are_told_apart(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    (plan / "waivers.yaml").write_text("- {rule: NAM703, quote: 贫困村, reason: 引用旧名, by: 王, until: 2026-12-31}\n")
    paper = tmp_path / "opinion.md"
    answer = lantu("report", "opinion", plan, "-o", paper, "--on", "2026-12-31")
    assert "2 warnings" in answer.err
    assert "1 more may stand, for the reasons given." in answer.err
    assert "引用旧名" in paper.read_text(encoding="utf-8")
    after = lantu("report", "opinion", plan, "-o", paper, "--on", "2027-01-01")
    assert "4 warnings" in after.err, "the waiver is over: the finding is back, and so said"


def test_english_is_written_in_english(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    paper = tmp_path / "opinion.html"
    lantu("report", "opinion", plan, "-o", paper, "--lang", "en", "--select", "NAM")
    page = paper.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Review opinion on" in page
    assert re.search(r"what the \d+ rules that were left out look at", page)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "opinion.pdf"), "There is no writer for “.pdf”"),
        (("-o", "nowhere/opinion.md"), "cannot be written"),
        (("-o", "opinion.md", "--select", "XXX"), "There is no rule “XXX”"),
        ((), "-o"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    lantu: Lantu, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = lantu("report", "opinion", plan, *arguments)
    assert answer.status == 2
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_the_paper_opens_in_an_office_program(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("NO OFFICE: soffice is not here, so nothing else has opened the paper")
    paper = tmp_path / "opinion.docx"
    lantu("report", "opinion", plan, "-o", paper, "--lang", "zh")
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(paper)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    import pypdfium2

    pages = pypdfium2.PdfDocument(tmp_path / "opinion.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert round(pages[0].get_width() / 72 * 25.4) == 210
    assert "审核意见" in re.sub(r"\s", "", text)
    assert "—1—" in re.sub(r"\s", "", text)
