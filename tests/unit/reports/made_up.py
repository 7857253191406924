"""An opinion on a plan that does not exist: two findings that stand, one in another chapter, one that may stand."""

from __future__ import annotations

from datetime import date

from lantu.checking import Finding, Severity, all_rules
from lantu.checking.finding import Place
from lantu.checking.waivers import Waived, Waiver
from lantu.plan.document import Block, BlockKind, Document
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.reports.opinion import Opinion, opinion_of

TITLE = "柳塘镇五年规划（虚构）"
ON = date(2026, 3, 5)
_TEXTS = ("第一章 树", "第一节 种树", "五年种树九百棵，年均二百棵。", "第二章 桥", "修<三>座桥 *不*含 | 渡口。")


def reading() -> Reading:
    """Return the made-up plan, read."""
    blocks = tuple(
        Block(n, text, BlockKind.HEADING if text.startswith("第") else BlockKind.PARAGRAPH)
        for n, text in enumerate(_TEXTS, 1)
    )
    sections = (
        Section("sec-1", Level.CHAPTER, "第一章", "树", None, blocks[0].cite()),
        Section("sec-2", Level.SECTION, "第一节", "种树", "sec-1", blocks[1].cite()),
        Section("sec-3", Level.CHAPTER, "第二章", "桥", None, blocks[3].cite()),
    )
    plan = Plan(title=TITLE, region=Region("柳塘镇", ""), period=Period.years(2026, 2030), sections=sections)
    return Reading(plan, Document("liutang.docx", "ab" * 32, blocks, title=TITLE, language="zh"))


def finding(code: str, severity: Severity, block: int, quote: str, number: int = 1) -> Finding:
    """Return a finding of a rule that exists, about words of the plan; block 0 for the plan as a whole."""
    rule = next(rule for rule in all_rules() if rule.code == code)
    document = reading().document
    assert document is not None
    places: tuple[Place, ...] = ()
    if block:
        words = document.blocks[block - 1]
        start = words.text.index(quote)
        places = (Place("liutang.docx", words.cite(start, start + len(quote))),)
    return Finding(
        code, rule.name, severity, Message(f"第{number}处不合：900与1000。", f"No. {number} disagrees: 900 and 1000."),
        Message(f"请改第{number}处。", f"Mend no. {number}."), places,
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    """Return three findings: an error in chapter one, a warning in chapter two, a note on the whole."""
    return (
        finding("IND101", Severity.WARNING, 5, "修<三>座桥", 2),
        finding("SUM201", Severity.ERROR, 3, "年均二百棵", 1),
        finding("TXT610", Severity.NOTE, 0, "", 3),
    )


def opinion(by: str = "") -> Opinion:
    """Return the opinion on the made-up plan."""
    let_be = (finding("TXT610", Severity.NOTE, 5, "渡口", 4), Waiver("TXT610", "", "渡口", "渡口另有规划", "镇长办公会",
                                                                  date(2027, 1, 1)))  # fmt: skip
    return opinion_of([reading()], Waived(findings(), (let_be,)), all_rules(), on=ON, version="9.9", by=by)
