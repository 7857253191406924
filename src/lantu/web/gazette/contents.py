"""The table of contents beside the text, made once for each reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from lantu.plan.message import Language, Message
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


@lru_cache(maxsize=32)
def elsewhere(same: Same, slug: str, face: str, language: Language) -> SafeString:
    """Return links for the first page of a long text, one for each block on another page, shown when asked for.

    Whoever follows `document/#b900` thus finds the way, though the first page does not hold block 900.
    """
    text = plan_text(same.value)
    addresses = Addresses(face, slug, text)
    words = Message("第{}段在另一页，到那里去", "Block {} is on another page: go there").into(language)
    return format_html_join(
        "",
        '<a class="elsewhere" id="b{}" href="{}">{}</a>',
        (
            (block.number, addresses.words(block.number), words.format(block.number))
            for page in text.pages[1:]
            for block in page.blocks
        ),
    )


def _entries(headings: Sequence[Heading], addresses: Addresses) -> list[dict[str, Any]]:
    """The table of contents, each entry with its address and those below it."""
    return [
        {"heading": h, "address": f"{addresses.document(h.page)}#b{h.first_block}",
         "within": _entries(h.within, addresses)}
        for h in headings
    ]  # fmt: skip
