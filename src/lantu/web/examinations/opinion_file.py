"""The review opinion on what the workbench holds: findings, waivers, and what people say they mended."""

from __future__ import annotations

from datetime import date

from lantu import __version__
from lantu.checking import all_rules
from lantu.plan.message import Language, Message
from lantu.reports.opinion import opinion_of
from lantu.reports.opinion_words import opinion_manuscript
from lantu.web.examinations.matters import Known
from lantu.web.examinations.selectors import Examined
from lantu.web.look.figures import day_words

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
}


def opinion_file(examined: Examined, on: date, language: Language, kind: str) -> bytes:
    """Return the opinion as a file of a kind (a key of KINDS). The same state on the same day is the same file."""
    replies = {one.finding: words for one in examined.known if (words := _reply(one))}
    opinion = opinion_of(
        [examined.reading], examined.outcome, all_rules(), on=on, version=__version__, replies=replies
    )  # fmt: skip
    manuscript = opinion_manuscript(opinion, language)
    match kind:
        case "docx":
            from lantu.reports.writers.word import word_file

            return word_file(manuscript)
        case "html":
            from lantu.reports.writers.html import html_page

            return html_page(manuscript).encode()
        case _:
            from lantu.reports.writers.markdown import markdown_text

            return markdown_text(manuscript).encode()


def _reply(known: Known) -> Message | None:
    """What is on record about a point: that it is mended, or who has it."""
    if (done := known.resolution) is not None:
        return Message(f"已改：{done.words}", f"Mended: {done.words}")
    assignment = known.assignment
    if assignment is None or assignment.to is None:
        return None
    due = day_words(assignment.due) if assignment.due else None
    name = assignment.to.display_name
    return Message(f"{name}办理{f'，{due.zh}前' if due else ''}", f"With {name}{f', due {due.en}' if due else ''}")
