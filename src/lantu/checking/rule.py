"""A rule: one question put to a plan, with its code, its severity and its public page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lantu.checking.finding import Finding, Place, Severity
from lantu.checking.review import Review
from lantu.plan.citation import Citation
from lantu.plan.message import Language, Message

HEADINGS = ("What it checks", "Why it matters", "Example", "How to mend", "References")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one matter; code and name are added when it becomes a finding.

    citations: words of the plan. beside: words of other documents.
    severity: where it differs from the rule's own.
    """

    message: Message
    how_to_mend: Message
    citations: tuple[Citation | None, ...] = ()
    beside: tuple[Place, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that lives in a file of its name under `rules/`.

    code: label by subject, never used again for another rule. title: the fault in a few words.
    """

    name: str
    code: str
    severity: Severity
    title: Message
    page: str
    remarks: Callable[[Review], Iterable[Remark]]

    def find(self, review: Review) -> Iterator[Finding]:
        """Yield the rule's findings in a plan."""
        for remark in self.remarks(review):
            own = (Place(review.document_name, citation) for citation in remark.citations if citation is not None)
            places = tuple(dict.fromkeys((*own, *remark.beside)))
            yield Finding(self.code, self.name, remark.severity or self.severity, remark.message, remark.how_to_mend,
                          places)  # fmt: skip

    def is_among(self, labels: Sequence[str], when_none: bool) -> bool:
        """Return whether a label names the rule: its code, the beginning of its code, or its name.

        when_none: the answer where there are no labels.
        """
        if not labels:
            return when_none
        wanted = [label.strip().replace("-", "_") for label in labels]
        return any(self.code.startswith(label.upper()) or self.name == label.lower() for label in wanted if label)

    def sections(self, language: Language | None = None) -> dict[str, str]:
        """Return the page by heading, in both languages or in one.

        An indented paragraph is an example and belongs to both.
        """
        found: dict[str, str] = {}
        pieces = re.split(rf"^({'|'.join(HEADINGS)})\n-+\n", self.page, flags=re.MULTILINE)
        for heading, body in zip(pieces[1::2], pieces[2::2], strict=True):
            paragraphs = (_in_language(paragraph, language) for paragraph in body.strip("\n").split("\n\n"))
            found[heading] = "\n\n".join(paragraph for paragraph in paragraphs if paragraph).rstrip()
        return found


def _in_language(paragraph: str, language: Language | None) -> str:
    """A paragraph, or those items of a list, that are written in a language; an example is in both."""
    if language is None or paragraph.startswith("    "):
        return paragraph
    if paragraph.startswith("- "):
        items = re.split(r"\n(?=- )", paragraph)
        return "\n".join(item for item in items if _spoken(item) == language)
    return paragraph if _spoken(paragraph) == language else ""


def _spoken(words: str) -> Language:
    """The language a text is mostly written in; English ones may name Chinese words."""
    return "zh" if len(_HAN.findall(words)) > len(_LATIN_WORD.findall(words)) else "en"


def rule(code: str, severity: Severity, title: Message) -> Callable[[Callable[[Review], Iterable[Remark]]], Rule]:
    """Make a rule of the function below: its name is the rule's name, its docstring the rule's page."""

    def make(function: Callable[[Review], Iterable[Remark]]) -> Rule:
        return Rule(function.__name__, code, severity, title, inspect.getdoc(function) or "", function)

    return make
