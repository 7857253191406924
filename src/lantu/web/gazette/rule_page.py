"""A rule's own page: its docstring in one language, as headings, paragraphs, lists and examples."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.checking import Rule
from lantu.checking.rule import HEADINGS
from lantu.plan.message import Language, Message

_HEADINGS = {
    heading: Message(zh, heading)
    for heading, zh in zip(HEADINGS, ("查什么", "为什么要紧", "例", "怎么改", "依据"), strict=True)
}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph ("text"), a list ("list") or an example ("example") in lines."""

    shape: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleSection:
    """A headed section of a rule's page."""

    heading: Message
    parts: tuple[Part, ...]


def rule_sections(rule: Rule, language: Language) -> tuple[RuleSection, ...]:
    """Return the sections of a rule's page in a language."""
    return tuple(
        RuleSection(_HEADINGS[heading], tuple(_part(block, language) for block in body.split("\n\n") if block.strip()))
        for heading, body in rule.sections(language).items()
        if body.strip()
    )


def _part(block: str, language: Language) -> Part:
    if block.startswith("    "):
        return Part("example", tuple(line.removeprefix("    ") for line in block.splitlines()))
    if block.startswith("- "):
        items = block.removeprefix("- ").split("\n- ")
        return Part("list", tuple(_joined(item.splitlines(), language) for item in items))
    return Part("text", (_joined(block.splitlines(), language),))


def _joined(lines: list[str], language: Language) -> str:
    """Lines of one paragraph as one line; Chinese lines join without a blank."""
    return ("" if language == "zh" else " ").join(line.strip() for line in lines)
