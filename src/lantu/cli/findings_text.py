"""Findings and rules as lines of text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from lantu.checking import Finding, Rule, Severity
from lantu.checking.comparison import Comparison
from lantu.checking.rule import HEADINGS
from lantu.plan.citation import Citation
from lantu.plan.message import Language, Message

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
SEVERITIES = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("提醒", "warning"),
    Severity.NOTE: Message("说明", "note"),
}
HEADINGS_ZH = dict(zip(HEADINGS, ("查什么", "为什么要紧", "例", "怎么改", "依据"), strict=True))
GROUPS = {
    "brought": Message("新稿带来的", "Brought by the new draft"),
    "kept": Message("仍然在的", "Kept"),
    "solved": Message("已经解决的", "Solved"),
}
_QUOTE = 60


def tell(finding: Finding, language: Language, several: bool = False) -> str:
    """Return a finding as a few lines of text: place, severity and code, the message, the words, how to mend.

    several: whether more than one document is at hand, so that places name theirs.
    """
    colour = _COLOURS[finding.severity]
    head = " ".join((
        click.style(SEVERITIES[finding.severity].into(language), fg=colour, bold=True),
        click.style(finding.code, bold=True),
        finding.message.into(language),
    ))  # fmt: skip
    lines = [head]
    for place in finding.places:
        document = f"{place.document} " if several else ""
        where = {"zh": f"{document}第 {place.citation.block} 段", "en": f"{document}block {place.citation.block}"}[
            language
        ]
        lines.append(f"    {click.style(where, dim=True)}  {_shortened(place.citation, language)}")
    lines.append(f"    → {finding.how_to_mend.into(language)}\n")
    return "\n".join(lines)


def tell_comparison(comparison: Comparison, language: Language) -> str:
    """Return what a new draft brought, kept and solved; solved ones in one line each."""
    lines = []
    for name, group in (("brought", comparison.brought), ("kept", comparison.kept), ("solved", comparison.solved)):
        lines.append(click.style(f"{GROUPS[name].into(language)}  {len(group)}\n", bold=True))
        if name == "solved":
            lines += [f"    {finding.code} {finding.message.into(language)}" for finding in group]
        else:
            lines += [tell(finding, language) for finding in group]
    return "\n".join(lines).rstrip()


def _shortened(citation: Citation, language: Language) -> str:
    words = " ".join(citation.quote.split())
    words = words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
    return f"「{words}」" if language == "zh" else f"“{words}”"


def tally(findings: Sequence[Finding], waived: int = 0, known: int = 0) -> Message:
    """Say how many findings there are of each severity, and how many are waived or stand in a baseline."""
    zh, en = "没有发现问题。", "Nothing found."
    if findings:
        counts = Counter(finding.severity for finding in findings)
        parts = [(counts[severity], SEVERITIES[severity]) for severity in Severity if counts[severity]]
        zh = f"共 {len(findings)} 条：" + "，".join(f"{word.zh} {n}" for n, word in parts) + "。"
        told = ", ".join(f"{n} {word.en}{'s' if n > 1 else ''}" for n, word in parts)
        en = f"{len(findings)} in all: {told}."
    if waived:
        zh, en = f"{zh}另有 {waived} 条已豁免。", f"{en} {waived} more waived."
    if known:
        zh, en = f"{zh}基线中已有的 {known} 条未列。", f"{en} {known} of the baseline not shown."
    return Message(zh, en)


def page(rule: Rule, language: Language) -> str:
    """Return a rule's page as plain text in one language."""
    title = Message(f"{rule.title.zh}（{SEVERITIES[rule.severity].zh}）", f"{rule.title.en} ({rule.severity.value})")
    lines = [f"{rule.code} {rule.name}  {title.into(language)}"]
    for heading, body in rule.sections(language).items():
        lines += ["", click.style(HEADINGS_ZH[heading] if language == "zh" else heading, bold=True), body]
    return "\n".join(lines)
