"""A manuscript as one HTML file that needs nothing beside it: no script, nothing from outside."""

from __future__ import annotations

from html import escape

from lantu.reports.manuscript import Annex, Heading, Manuscript, Part, Run, Table

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 44em; margin: 2em auto; padding: 0 1em;
  font: 1.0625rem/1.8 "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; }
h1 { font-size: 1.6rem; line-height: 1.5; text-align: center; text-wrap: balance; }
h2, h3 { font-family: "Source Han Sans SC", "Noto Sans CJK SC", SimHei, sans-serif; }
h2 { font-size: 1.15rem; margin-top: 2em; }
h3 { font-size: 1.0625rem; margin-top: 1.5em; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; margin: 1.5em 0; }
th, td { border: 1px solid; padding: .35em .6em; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead th, .c { text-align: center; }
.point { margin-top: 1.75em; }
.signature { text-align: end; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } .annex { break-before: page; } }
"""


def html_page(manuscript: Manuscript) -> str:
    """Return the manuscript as a page."""
    tag = "zh-CN" if manuscript.language == "zh" else "en"
    body = "\n".join(_part(part) for part in manuscript.parts)
    title = escape(manuscript.title)
    return (
        f'<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    match part:
        case Heading(level, words):
            return f"<h{level + 1}>{escape(words)}</h{level + 1}>"
        case Annex(words):
            return f'<h2 class="annex">{escape(words)}</h2>'
        case Table():
            return _table(part)
        case _:
            kind = "" if part.kind == "body" else f' class="{part.kind}"'
            return f"<p{kind}>{''.join(_run(run) for run in part.runs)}</p>"


def _run(run: Run) -> str:
    words = escape(run.words)
    words = f"<q>{words.strip('“”')}</q>" if run.quoted else words
    return f"<b>{words}</b>" if run.strong else words


def _table(part: Table) -> str:
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in part.header)
    rows = "".join(f"<tr>{''.join(_cell(part, *cell) for cell in enumerate(row))}</tr>\n" for row in part.rows)
    caption = f"<caption>{escape(part.caption)}</caption>" if part.caption else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>"


def _cell(part: Table, column: int, words: str) -> str:
    kind = ' class="c"' if column in part.centred else ""
    return f"<td{kind}>{escape(words)}</td>"
