"""The table of contents beside the text, made once for each reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from lantu.plan.message import Language
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.outline import Heading
from lantu.web.gazette.plan_text import Same, plan_text


@lru_cache(maxsize=32)
def contents(same: Same, slug: str, face: str, language: Language) -> SafeString:
    """Return the contents as HTML in the active language, "" for a text without headings."""
    text = plan_text(same.value)
    if not text.outline.top:
        return SafeString("")
    entries = _entries(text.outline.top, Addresses(face, slug, text))
    return render_to_string("gazette/outline.html", {"outline": entries})


def _entries(headings: Sequence[Heading], addresses: Addresses) -> list[dict[str, Any]]:
    """The table of contents, each entry with its address and those below it."""
    return [
        {"heading": h, "address": f"{addresses.document(h.page)}#b{h.first_block}",
         "within": _entries(h.within, addresses)}
        for h in headings
    ]  # fmt: skip
