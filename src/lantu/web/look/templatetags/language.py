"""Say things in the page's language; mark words that are in another one."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse, translate_url
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from lantu.plan.message import Language, Message
from lantu.web.look.language import language_of, page_language, tag_of

register = template.Library()

_MEASURED = re.compile(r"(\d[\d.,]*\s?[项条个部年])")
_COUNT = re.compile(r"(第[一二三四五六七八九十百]+个五年(?:规划|计划))")


@register.simple_tag
def say(zh: str, en: str, **parts: Any) -> str:
    """Say it in the page's language: `{% say "共{n}项" "{n} in all" n=count %}`.

    Markup is allowed in the two texts, which stand in the template; what is filled in is escaped.
    """
    text = zh if page_language() == "zh" else en
    # The texts are constants of our own templates; format_html escapes every part.
    return format_html(text, **parts) if parts else mark_safe(text)  # noqa: S308


@register.filter
def into(message: Message | None) -> str:
    """Return a message in the page's language."""
    return "" if message is None else message.into(page_language())


@register.filter
def own_words(text: object) -> SafeString:
    """Mark words that are not ours with their language, where it is not the page's."""
    words = str(text or "")
    language = language_of(words)
    if language is None or language == page_language():
        return conditional_escape(words)
    return format_html('<span lang="{}">{}</span>', tag_of(language), words)


@register.filter
def phrase_words(words: str) -> SafeString:
    """Mark words that are not in the page's language; keep a number and its measure word on one line: 27项."""
    if language_of(words) not in (None, page_language()):
        return own_words(words)
    return _kept(_MEASURED, words)


@register.filter
def title_words(title: str) -> SafeString:
    """Mark a plan's title with its language and keep the count of its five years on one line: 第十四个五年规划."""
    language = language_of(title)
    parts = _kept(_COUNT, title)
    return format_html('<span lang="{}">{}</span>', tag_of(language), parts) if language else parts


@register.simple_tag
def lang_if_other(text: object) -> SafeString:
    """Return a `lang` attribute for an element that holds words not in the page's language, else nothing."""
    language = language_of(str(text or ""))
    if language is None or language == page_language():
        return mark_safe("")
    return format_html(' lang="{}"', tag_of(language))


@register.simple_tag
def page_lang() -> str:
    """Return the page's language tag."""
    return tag_of(page_language())


@register.simple_tag
def other_lang() -> str:
    """Return the tag of the other language."""
    return tag_of(_other())


@register.simple_tag(takes_context=True)
def other_address(context: dict[str, Any]) -> str:
    """Return the address of this page in the other language; of its first page where this one has no address."""
    other = _other()
    code = "en" if other == "en" else "zh-hans"
    request: HttpRequest | None = context.get("request")
    if request is not None:
        try:
            resolve(request.path)
        except Resolver404:
            pass
        else:
            return translate_url(request.get_full_path(), code)
    with override(code):
        try:
            return reverse("portal:home")
        except NoReverseMatch:
            return "/"


def _kept(together: re.Pattern[str], words: str) -> SafeString:
    """Keep every run that the pattern's one group finds on one line."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="keep">{}</span>', part) if n % 2 else part,)
            for n, part in enumerate(together.split(words))
        ),
    )


def _other() -> Language:
    return "zh" if page_language() == "en" else "en"
