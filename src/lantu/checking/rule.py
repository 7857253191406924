"""A rule: one question put to a plan, with its code, its severity and its public page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lantu.checking.finding import Finding, Place, Severity
from lantu.checking.review import Review
from lantu.plan.citation import Citation
from lantu.plan.message import Language, Message

HEADINGS = ("What it checks", "Why it matters", "Example", "How to mend", "References")
_HAN = re.compile(r"[\u4e00-\u9fff“《]")


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

    def sections(self, language: Language | None = None) -> dict[str, str]:
        """Return the page by heading, in both languages or in one.

        A paragraph that begins with a hanzi is Chinese, an indented one is an example and belongs to both.
        """
        found: dict[str, str] = {}
        pieces = re.split(rf"^({'|'.join(HEADINGS)})\n-+\n", self.page, flags=re.MULTILINE)
        for heading, body in zip(pieces[1::2], pieces[2::2], strict=True):
            paragraphs = body.strip("\n").split("\n\n")
            kept = [p for p in paragraphs if language is None or p.startswith("    ") or _spoken(p) == language]
            found[heading] = "\n\n".join(kept).rstrip()
        return found


def _spoken(paragraph: str) -> Language:
    return "zh" if _HAN.match(paragraph.lstrip("- ")) else "en"


def rule(code: str, severity: Severity, title: Message) -> Callable[[Callable[[Review], Iterable[Remark]]], Rule]:
    """Make a rule of the function below: its name is the rule's name, its docstring the rule's page."""

    def make(function: Callable[[Review], Iterable[Remark]]) -> Rule:
        return Rule(function.__name__, code, severity, title, inspect.getdoc(function) or "", function)

    return make
