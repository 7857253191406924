"""A manuscript as Markdown."""

from __future__ import annotations

import re

from lantu.reports.manuscript import Annex, Heading, Manuscript, Part, Run, Table


def markdown_text(manuscript: Manuscript) -> str:
    """Return the manuscript as Markdown; words that look like markup stand as they are."""
    return "\n\n".join((f"# {_plain(manuscript.title)}", *(_part(part) for part in manuscript.parts))) + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading(level, words):
            return f"{'#' * (level + 1)} {_plain(words)}"
        case Annex(words):
            return f"---\n\n## {_plain(words)}"
        case Table():
            return _table(part)
        case _:
            # A number and a full stop at the beginning of a line would make a list of the points.
            return re.sub(r"^(\*\*\d+)\. ", r"\1\\. ", "".join(_run(run) for run in part.runs))


def _run(run: Run) -> str:
    words = _plain(run.words)
    if not run.strong:
        return words
    inner = words.strip()
    return words.replace(inner, f"**{inner}**", 1) if inner else words


def _table(part: Table) -> str:
    marks = [":---:" if column in part.centred else "---" for column in range(len(part.header))]
    rows = [part.header, tuple(marks), *part.rows]
    written = [
        "| " + " | ".join(words if at == 1 else _plain(words).replace("|", "\\|") for words in row) + " |"
        for at, row in enumerate(rows)
    ]
    return "\n".join(([f"**{_plain(part.caption)}**", ""] if part.caption else []) + written)


def _plain(words: str) -> str:
    return re.sub(r"([\\`*_<>\[\]#])", r"\\\1", " ".join(words.split("\n")))
