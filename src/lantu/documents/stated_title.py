"""The title in a file's own properties, where a person gave it."""

from __future__ import annotations

import re

from lantu.documents.content import printable

# Titles that a program gave, not a person.
_IDLE_TITLE = re.compile(
    r"\W*|.*\.(?:docx?|wps|rtf|txt|pdf)|(?:microsoft word|wps).*"
    r"|(?:untitled|document|word document|文档|新建|无标题).{0,20}",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_TITLE = 200


def stated_title(text: str) -> str:
    """Return the title in a file's properties where a person gave it, "" where a program did."""
    title = " ".join(printable(text).split())
    return "" if len(title) > _LONGEST_TITLE or _IDLE_TITLE.fullmatch(title) else title
