"""Words of this room's values in the page's language."""

from __future__ import annotations

from django import template

from lantu.checking import Severity
from lantu.reports.finding_words import SEVERITY_WORDS
from lantu.web.look.language import page_language

register = template.Library()


@register.filter
def severity_word(severity: Severity) -> str:
    """Return a severity's word."""
    return SEVERITY_WORDS[severity].into(page_language())
