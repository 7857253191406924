"""`lantu check`: what in a plan disagrees or is missing, where it stands and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from lantu.checking import Finding, Rule, Severity, check, find_rule
from lantu.checking.rule import HEADINGS
from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.source import load
from lantu.plan.citation import Citation
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_SEVERITIES = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("提醒", "warning"),
    Severity.NOTE: Message("说明", "note"),
}
_HEADINGS_ZH = dict(zip(HEADINGS, ("查什么", "为什么要紧", "例", "怎么改", "依据"), strict=True))
_QUOTE = 60


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to tell the findings."
)
@json_option
@click.option("--select", default="", metavar="CODES", help="Only these rules: IND,SUM201,missing-unit.")
@click.option("--ignore", default="", metavar="CODES", help="All but these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    help="Exit with status 1 when there are findings at or above this severity (default: error).",
)
@click.option("--explain", metavar="CODE", help="Print a rule's page and do nothing else.")
@language_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    shape: str,
    as_json: bool,
    select: str,
    ignore: str,
    fail_on: str,
    explain: str | None,
    language: Language | None,
) -> None:
    """Check the plan in FILES; the first is the plan, others are plans above or beside it.

    A file may be a document (text, Markdown, HTML, .docx) or a plan package.
    """
    language = language or spoken_language()
    if explain is not None:
        click.echo(page(find_rule(explain), language))
        return
    if not files:
        raise Fault("请给出要检查的文件，如：lantu check 规划.docx", "Name a file to check: lantu check plan.docx")
    readings = [load(file).reading for file in files]
    findings = check(readings, _labels(select), _labels(ignore))
    if as_json or shape == "json":
        print_json({"findings": [finding.as_json(language) for finding in findings]})
    else:
        for finding in findings:
            click.echo(tell(finding, language, several=len(files) > 1))
        click.echo(tally(findings).into(language))
    if fail_on != "never" and any(finding.severity.weight >= Severity(fail_on).weight for finding in findings):
        context.exit(1)


def _labels(text: str) -> list[str]:
    return [label.strip() for label in text.replace("，", ",").split(",") if label.strip()]


def tell(finding: Finding, language: Language, several: bool = False) -> str:
    """Return a finding as a few lines of text: place, severity and code, the message, the words, how to mend.

    several: whether more than one document is at hand, so that places name theirs.
    """
    colour = _COLOURS[finding.severity]
    head = " ".join((
        click.style(_SEVERITIES[finding.severity].into(language), fg=colour, bold=True),
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


def _shortened(citation: Citation, language: Language) -> str:
    words = " ".join(citation.quote.split())
    words = words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
    return f"「{words}」" if language == "zh" else f"“{words}”"


def tally(findings: Sequence[Finding]) -> Message:
    """Say how many findings there are of each severity."""
    if not findings:
        return Message("没有发现问题。", "Nothing found.")
    counts = Counter(finding.severity for finding in findings)
    parts = [(counts[severity], _SEVERITIES[severity]) for severity in Severity if counts[severity]]
    return Message(
        f"共 {len(findings)} 条：" + "，".join(f"{word.zh} {n}" for n, word in parts) + "。",
        f"{len(findings)} in all: " + ", ".join(f"{n} {word.en}{'s' if n > 1 else ''}" for n, word in parts) + ".",
    )


def page(rule: Rule, language: Language) -> str:
    """Return a rule's page as plain text in one language."""
    title = Message(f"{rule.title.zh}（{_SEVERITIES[rule.severity].zh}）", f"{rule.title.en} ({rule.severity.value})")
    lines = [f"{rule.code} {rule.name}  {title.into(language)}"]
    for heading, body in rule.sections(language).items():
        lines += ["", click.style(_HEADINGS_ZH[heading] if language == "zh" else heading, bold=True), body]
    return "\n".join(lines)
