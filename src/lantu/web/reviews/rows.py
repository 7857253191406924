"""The list of items beside the document: one short line each."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from lantu.plan.indicator import Indicator
from lantu.plan.message import Language
from lantu.plan.review.kind import ItemKind, Value
from lantu.plan.review.reviewed import ReviewedItem, ReviewedReading, State
from lantu.plan.review.urgency import Urgency, urgency_of
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.web.evaluations.target_words import target_figure
from lantu.web.gazette.item_words import value_words, when_words
from lantu.web.look.language import language_of, page_language, tag_of
from lantu.web.reviews.words import KINDS, STATES, URGENCIES

_NAME_AT_MOST = 40


def rows_html(review: ReviewedReading, shown: tuple[ReviewedItem, ...], current: str) -> SafeString:
    """Return the rows in groups of the same urgency, in the active language."""
    language = page_language()
    groups = []
    for urgency, members in groupby(shown, key=lambda item: urgency_of(review, item)):
        lines = [row_html(item, item.id == current) for item in members]
        groups.append(
            format_html('<h3{}>{} <span class="count">{}</span></h3><ol class="queue">{}</ol>',
                        SafeString(" data-urgent" if urgency is Urgency.DOUBTED else ""),
                        URGENCIES[urgency].into(language), len(lines), SafeString("".join(lines)))
        )  # fmt: skip
    return mark_safe("".join(groups))  # noqa: S308  # every group went through format_html


def row_html(item: ReviewedItem, is_current: bool) -> str:
    """Return the row of one item in the active language."""
    language = page_language()
    return _row(item.id, item.kind, item.name, _gist(item, language), item.state, language, is_current)


def gist(value: Value, language: Language) -> str:
    """Return what an item says beside its name, in a few words: its value and time, its units, its number."""
    match value:
        case Indicator():
            return f"{target_figure(value)}{value.unit or ''}"
        case Pledge() | Fact():
            when = value.deadline if isinstance(value, Pledge) else value.period
            parts = (value_words(value).into(language), when_words(when).into(language))
            return " · ".join(part for part in parts if part)
        case Task():
            return "、".join(value.lead)
        case _:
            return ""


def _gist(item: ReviewedItem, language: Language) -> str:
    return gist(item.value if item.value is not None else item.base, language)


@lru_cache(maxsize=20_000)
def _row(id: str, kind: ItemKind, name: str, gist: str, state: State, language: Language, is_current: bool) -> str:
    short = name if len(name) <= _NAME_AT_MOST else f"{name[: _NAME_AT_MOST - 1]}…"
    word = KINDS[kind].into(language)
    current = ' aria-current="true"' if is_current else ""
    said = f'<span class="said"{_lang(gist, language)}>{escape(gist)}</span>' if gist else ""
    return (
        f'<li id="i-{escape(id)}" data-state="{state.value}"><a href="?item={escape(id)}#panel-name"{current}>'
        f'<span class="kind">{word}</span><b{_lang(name, language)}>{escape(short)}</b>{said}'
        f'<span class="what">{STATES[state].into(language) if state is not State.UNDECIDED else ""}</span></a></li>'
    )


def _lang(words: str, language: Language) -> str:
    theirs = language_of(words)
    return "" if theirs is None or theirs == language else f' lang="{tag_of(theirs)}"'
