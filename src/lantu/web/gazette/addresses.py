"""Where the pages of this room stand, and how other places of a plan are reached from them."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.web.gazette.items import Item, Kind
from lantu.web.gazette.plan_text import PlanText
from lantu.web.look import navigation

LIST_NAMES: dict[Kind, str] = {
    Kind.TASK: navigation.PLAN_TASKS,
    Kind.COMMITMENT: navigation.PLAN_COMMITMENTS,
    Kind.PROJECT: navigation.PLAN_PROJECTS,
    Kind.SYSTEM: navigation.PLAN_SYSTEMS,
    Kind.UNIT: navigation.PLAN_UNITS,
    Kind.POLICY: navigation.PLAN_POLICIES,
    Kind.FACT: navigation.PLAN_FACTS,
}
ROWS_A_PAGE = 100
FINDINGS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of one plan in one face; those of the language that is active."""

    face: str
    slug: str
    text: PlanText

    def of(self, name: str, *arguments: object) -> str:
        """Return the address of a page of the plan, "" where the face has none."""
        return navigation.address_of(self.face, name, self.slug, *arguments)

    def document(self, page: int = 1) -> str:
        """Return the address of a page of the document."""
        if page == 1:
            return self.of(navigation.PLAN_DOCUMENT)
        return self.of(navigation.PLAN_DOCUMENT_PAGE, page)

    def words(self, block: int, anchor: str = "") -> str:
        """Return where a block, or something in it, stands in the document."""
        return f"{self.document(self.text.page_of(block))}#{anchor or f'b{block}'}"

    def finding(self, number: int) -> str:
        """Return where a finding stands in the list of findings; numbers run from 1, the gravest first."""
        page = 1 + (number - 1) // FINDINGS_A_PAGE
        return f"{self.of(navigation.PLAN_FINDINGS)}{f'?page={page}' if page > 1 else ''}#finding-{number}"

    def row(self, item: Item) -> str:
        """Return where an item leads: an indicator to its page, any other to its row in the list of its kind."""
        if item.kind is Kind.INDICATOR:
            return self.of(navigation.PLAN_INDICATOR, item.id)
        page = 1 + self.text.position[item.id] // ROWS_A_PAGE
        return f"{self.of(LIST_NAMES[item.kind])}{f'?page={page}' if page > 1 else ''}#{item.id}"
