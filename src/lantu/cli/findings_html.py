"""Findings as one HTML file that needs nothing beside it: Lantu's look inside, no script, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from importlib import resources

from lantu.checking import Finding, all_rules
from lantu.checking.comparison import Comparison
from lantu.checking.waivers import Waiver
from lantu.cli.findings_text import GROUPS, SEVERITIES, tally
from lantu.plan.message import Language, Message

_LANG = {"zh": "zh-CN", "en": "en"}


def findings_html(
    title: str,
    findings: Sequence[Finding],
    language: Language,
    waived: Sequence[tuple[Finding, Waiver]] = (),
    comparison: Comparison | None = None,
) -> str:
    """Return a page of findings.

    title: the plan's. comparison: with an older draft; its solved findings are told at the end.
    """
    names = {rule.code: rule.title.into(language) for rule in all_rules()}
    if comparison is None:
        body = "".join(_section(finding, names, language) for finding in findings)
    else:
        body = "".join(
            f"<h2>{escape(GROUPS[name].into(language))} {len(group)}</h2>"
            + "".join(_section(finding, names, language, kind == "solved") for finding in group)
            for name, kind, group in (
                ("brought", "", comparison.brought),
                ("kept", "", comparison.kept),
                ("solved", "solved", comparison.solved),
            )
        )
    heading = Message("检查所见", "Findings").into(language)
    return (
        f'<!doctype html>\n<html lang="{_LANG[language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(heading)} · {escape(title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f'<main class="page" id="main">\n<div class="titleblock"><div><p class="crumbs">{escape(title)}</p>'
        f"<h1>{escape(heading)}</h1>"
        f'<p class="lede">{escape(tally(findings, len(waived)).into(language))}</p></div></div>\n'
        f"{body}{_waivers(waived, language)}</main>\n</body>\n</html>\n"
    )


def _section(finding: Finding, names: dict[str, str], language: Language, solved: bool = False) -> str:
    words = "".join(
        f'<div class="para"><p><span class="place">{escape(_place(place.document, place.citation.block, language))}'
        f"</span> {escape(' '.join(place.citation.quote.split()))}</p></div>"
        for place in finding.places
    )
    nothing = Message(
        "这一条说的是整部规划，没有单独的原文。", "This is about the plan as a whole; there are no words to quote."
    )
    label = Message("怎么改：", "How to mend: ").into(language)
    mend = "" if solved else f"<p><em>{label}</em>{escape(finding.how_to_mend.into(language))}</p>"
    severity = finding.severity
    return (
        f'<section class="beside"><div class="stack">{words or f"<p>{escape(nothing.into(language))}</p>"}</div>\n'
        f'<article class="finding" data-severity="{severity.value}"><header><span class="severity" '
        f'data-severity="{severity.value}">{escape(SEVERITIES[severity].into(language))}</span>'
        f"<span>{finding.code} {escape(names.get(finding.code, ''))}</span></header>"
        f"<h3>{escape(finding.message.into(language))}</h3>{mend}</article></section>\n"
    )


def _place(document: str, block: int, language: Language) -> str:
    return f"{document} " + Message(f"第 {block} 段", f"block {block}").into(language)


def _waivers(waived: Sequence[tuple[Finding, Waiver]], language: Language) -> str:
    if not waived:
        return ""
    items = "".join(
        f"<li>{finding.code} {escape(finding.message.into(language))} <em>{escape(_why(waiver, language))}</em></li>"
        for finding, waiver in waived
    )
    return f"<h2>{Message('已豁免', 'Waived').into(language)} {len(waived)}</h2><ul>{items}</ul>\n"


def _why(waiver: Waiver, language: Language) -> str:
    until = f"{waiver.until}" if waiver.until else ""
    zh = f"{waiver.by}：{waiver.reason}" + (f"，至 {until}" if until else "")
    return Message(zh, f"{waiver.by}: {waiver.reason}" + (f", until {until}" if until else "")).into(language)


def _style() -> str:
    """The stylesheets of the public pages, without comments."""
    folder = resources.files("lantu") / "web" / "look" / "static" / "look"
    sheets = ((folder / name).read_text(encoding="utf-8") for name in ("lantu.css", "gazette.css"))
    return "\n".join(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL) for sheet in sheets).replace("</", "<\\/")
