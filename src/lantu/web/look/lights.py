"""Lights of places as pages show them: word, shape and tint together."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lantu.monitoring.lights import Light
from lantu.plan.message import Language, Message

LIGHT_WORDS: dict[Light, Message] = {
    Light.RED: Message("红灯", "Red"),
    Light.YELLOW: Message("黄灯", "Yellow"),
    Light.GREEN: Message("绿灯", "Green"),
    Light.NONE: Message("无灯", "No light"),
}
"""The words of a place's lights, the gravest first."""

_MONTHS = Message("今年各月", "months of the year")
_MONTH = Message("月", " (month)")


def draw_light(light: Light, language: Language) -> SafeString:
    """Return a light with its word."""
    return format_html(
        '<span class="light" data-light="{}">{}</span>', light.value, LIGHT_WORDS[light].into(language)
    )  # fmt: skip


def draw_months(lights: Iterable[Light], language: Language) -> SafeString:
    """Return the lights of a year's months, January first: shapes with their numbers, words for those who listen."""
    words = {light: word.into(language) for light, word in LIGHT_WORDS.items()}
    marks = format_html_join(
        "",
        '<li><span class="light" data-light="{}" data-size="small"><span class="vh">{}</span></span>'
        '<span>{}<span class="vh">{}</span></span></li>',
        ((light.value, words[light], n, _MONTH.into(language)) for n, light in enumerate(lights, 1)),
    )
    return format_html('<ol class="light-months" aria-label="{}">{}</ol>', _MONTHS.into(language), marks)
