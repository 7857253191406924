"""Make docs/rules.md from the docstrings of the checking rules, so that it cannot lie."""

from __future__ import annotations

from itertools import groupby

from lantu.checking import Rule, Severity, all_rules
from lantu.checking.about_waivers import ABOUT_WAIVERS
from lantu.checking.rule import HEADINGS

SUBJECTS = {
    "IND": "指标 · Indicators",
    "SUM": "算术 · Arithmetic",
    "TIM": "时间 · Time",
    "UNI": "单位与责任 · Units and duties",
    "PRJ": "项目 · Projects",
    "TXT": "正文与表、正文与正文 · Text against table, text against text",
    "NAM": "名称 · Names",
    "STR": "结构 · Structure",
    "ALN": "与其他规划衔接 · Alignment with other plans",
    "WAI": "豁免 · Waivers",
}
SEVERITIES = {Severity.ERROR: "错误 error", Severity.WARNING: "提醒 warning", Severity.NOTE: "说明 note"}
HEADINGS_ZH = dict(zip(HEADINGS, ("查什么", "为什么要紧", "例", "怎么改", "依据"), strict=True))
OPENING = """# 检查规则 · Checking rules

`lantu check` 逐条问的问题。每条规则是 `src/lantu/checking/rules/` 下的一个文件，本页由其中的说明生成；实例在 `tests/cases/checking/`。

What `lantu check` asks. Each rule is one file in `src/lantu/checking/rules/`, and this page is made from what stands in
it; cases are in `tests/cases/checking/`. Codes are given out by subject and never used again.
"""


def rules_page() -> str:
    """Return docs/rules.md: a table of all rules, then a page for each, by subject."""
    rules = (*all_rules(), *ABOUT_WAIVERS)
    parts = [OPENING, "| 代码 code | 规则 rule | | 程度 severity |", "|---|---|---|---|"]
    parts += [
        f"| [{r.code}](#{r.code.lower()}) | {r.title.zh} · {r.title.en} | `{r.name}` | {SEVERITIES[r.severity]} |"
        for r in rules
    ]
    for subject, members in groupby(rules, key=lambda rule: rule.code[:3]):
        parts += ["", f"## {SUBJECTS[subject]}"]
        for rule in members:
            parts += ["", _page(rule)]
    return "\n".join(parts) + "\n"


def _page(rule: Rule) -> str:
    lines = [f'### <a id="{rule.code.lower()}"></a>{rule.code} {rule.title.zh} · {rule.title.en}', ""]
    lines.append(f"`{rule.name}` · {SEVERITIES[rule.severity]}")
    for heading, body in rule.sections().items():
        lines += ["", f"**{HEADINGS_ZH[heading]} · {heading}**", "", body]
    return "\n".join(lines)
