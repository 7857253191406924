"""The language of the page being made, and of words that are not ours."""

from __future__ import annotations

import re

from django.utils.translation import get_language

from lantu.plan.message import Language

_HANZI = re.compile(r"[㐀-䶿一-鿿〇]")
_WORD = re.compile(r"[A-Za-z]{3,}")


def page_language() -> Language:
    """Return the language of the page: its address decides (English stands under /en/)."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def tag_of(language: Language) -> str:
    """Return the language tag for `lang` and `hreflang`."""
    return "en" if language == "en" else "zh-CN"


def language_of(text: str) -> Language | None:
    """Return the language words are in: one hanzi makes them Chinese, else a Latin word English; None for figures."""
    if _HANZI.search(text):
        return "zh"
    return "en" if _WORD.search(text) else None
