"""docs/reading.md: every habit of the language and the genre that the reader knows, each with a case that shows it."""

from __future__ import annotations

from itertools import groupby

from lantu.reading.phenomena import About, phenomena
from tools.reading_cases import Case, cases

PARTS = {
    "headings": "标题 · Headings",
    "tables": "指标表 · Indicator tables",
    "numbers": "数量 · Numbers",
    "aside": "不是数量的数 · Numerals that count nothing",
    "subjects": "数说的是什么 · What a number speaks of",
    "times": "时间 · Times",
    "outlook": "已经做到还是将要做到 · Looking back or forward",
    "duties": "任务和责任 · Tasks and duties",
    "names": "项目、系统、政策 · Projects, systems, policies",
    "units": "单位 · Organisations",
    "letters": "字和行 · Letters and lines",
}
_MOST_LINES = 9
_MOST_READ = 5
_LONGEST = 120  # characters of a line


def reading_page() -> str:
    """Return the page, made of the phenomena's own words and of the cases that show them."""
    shown = {name: case for case in reversed(cases()) for name in case.shows}
    parts = [
        "# What the reader knows · 读懂规划的门道\n",
        "The reader works from habits of the language and of the genre, never from one text. Here is each, with a "
        "case of `tests/cases` that shows it: the words, and what is read of them. `lantu read FILE --explain ITEM` "
        "tells which of them fired on which words of your document, and how sure the reader is; how often it is right "
        "is told in [accuracy.md](accuracy.md), what it misreads in [where-it-errs.md](where-it-errs.md). In a table, "
        "← goes on with the cell to the left, ↑ with the one above.\n",
    ]
    for part, members in groupby(phenomena().items(), key=lambda pair: pair[1].part):
        parts.append(f"## {PARTS[part]}\n")
        parts += [_entry(name, about, shown[name]) for name, about in members]
    return "\n".join(parts)


def _entry(name: str, about: About, case: Case) -> str:
    words = [_short(line) for line in case.words.splitlines()]
    if len(words) > _MOST_LINES:
        words = [*words[:_MOST_LINES], "……"]
    read = [f"→ {_short(line)}" for line in case.read[:_MOST_READ]] or ["→ 没有 nothing"]
    if len(case.read) > _MOST_READ:
        read.append("→ ……")
    return (
        f"### {about.title.zh} · {about.title.en}\n\n`{name}` {about.says.zh} {about.says.en}\n\n"
        + "```\n" + "\n".join([*words, *read]) + "\n```\n"
    )  # fmt: skip


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
