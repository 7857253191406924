"""Furniture of every page: masthead, places, figures, verdicts."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lantu.monitoring.lights import Light
from lantu.monitoring.printed import chance_words
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict
from lantu.web.look import figures, lights, navigation, verdicts
from lantu.web.look.language import language_of, page_language, tag_of
from lantu.web.look.templatetags.language import own_words
from lantu.web.look.web_address import is_web_address

register = template.Library()


@register.simple_tag(takes_context=True)
def masthead(context: dict[str, Any]) -> list[navigation.NavigationEntry]:
    """Return the masthead's links."""
    return navigation.masthead(context.get("request"))


@register.simple_tag(takes_context=True)
def place(context: dict[str, Any], name: str, *arguments: object) -> str:
    """Return the address of a plan's page in the face being shown, "" where there is none."""
    return navigation.address_of(navigation.face_of(context.get("request")), name, *arguments)


@register.simple_tag(takes_context=True)
def is_at_desk(context: dict[str, Any]) -> bool:
    """Return whether the page is one of the workbench."""
    return navigation.face_of(context.get("request")) == "workbench"


@register.simple_tag
def place_in(face: str, name: str, *arguments: object) -> str:
    """Return the address of a page in a named face (`portal`, `workbench`, `accounts`), "" where there is none."""
    return navigation.address_of(face, name, *arguments)


@register.filter
def figure(value: float | None, decimals: int | None = None) -> str:
    """Set a number."""
    return figures.figure(value, decimals)


@register.filter
def at_most(value: float | None, decimals: int) -> str:
    """Set a number with at most so many decimals."""
    return figures.at_most(value, decimals)


@register.filter
def signed(value: float | None, decimals: int | None = None) -> str:
    """Set a number with its sign."""
    return figures.figure(value, decimals, signed=True)


@register.filter
def chance(probability: float) -> str:
    """Set a probability."""
    return chance_words(probability).into(page_language())


@register.filter
def period(value: Period | None) -> str:
    """Say a period."""
    return figures.period_words(value).into(page_language())


@register.filter
def period_short(value: Period | None) -> str:
    """Set a period for a narrow column."""
    text = figures.period_short(value)
    return text if page_language() == "zh" else text.replace("—", "–")


@register.filter
def day(value: date | None) -> str:
    """Say a day."""
    return "" if value is None else figures.day_words(value).into(page_language())


@register.filter
def status(value: str) -> SafeString:
    """Say a value's status with the publisher's own words as a hint; words we do not know keep their language."""
    said = verdicts.status_words(value).into(page_language())
    theirs = language_of(value)
    if said == value or theirs in (None, page_language()):
        return own_words(said)
    return format_html(
        '<span lang="{}" title="{}"><span lang="{}">{}</span></span>',
        tag_of(theirs), value, tag_of(page_language()), said,
    )  # fmt: skip


@register.simple_tag
def verdict(value: Verdict, size: str = "", *, settled: bool = False) -> SafeString:
    """Show a verdict: word, shape and tint; settled: whether the value is of the target's own time."""
    word = verdicts.verdict_words(value, settled).into(page_language())
    if size:
        return format_html('<span class="verdict" data-verdict="{}" data-size="{}">{}</span>', value.value, size, word)
    return format_html('<span class="verdict" data-verdict="{}">{}</span>', value.value, word)


@register.simple_tag
def light(value: Light) -> SafeString:
    """Show a light of a place: word, shape and tint."""
    return lights.draw_light(value, page_language())


@register.filter
def verdict_word(value: Verdict, settled: bool = False) -> str:
    """Return a verdict's word; settled: whether the value is of the target's own time."""
    return verdicts.verdict_words(value, settled).into(page_language())


@register.filter
def verdict_meaning(value: Verdict, settled: bool = False) -> str:
    """Return what a verdict means, in a short sentence."""
    meanings = verdicts.MEANINGS_AT_THE_END if settled else verdicts.VERDICT_MEANINGS
    return meanings[value].into(page_language())


@register.filter
def among(key: object, mapping: dict[object, object]) -> object:
    """Return what a mapping holds for a key."""
    return mapping.get(key)


@register.simple_tag
def method(words: str) -> SafeString:
    """Show a method that is named in both languages, `中文 / English`, in the page's own."""
    zh, _, en = words.partition(" / ")
    return own_words(zh if page_language() == "zh" or not en else en)


@register.simple_tag
def source_words(source: str) -> SafeString:
    """Show where a value was seen: a link named by its site for an address, else the words as they stand."""
    if not source:
        return format_html('<span class="unit">{}</span>', "未写明" if page_language() == "zh" else "not stated")
    if is_web_address(source):
        return format_html('<a href="{}" rel="noreferrer">{}</a>', source, urlsplit(source).hostname)
    return own_words(source)
