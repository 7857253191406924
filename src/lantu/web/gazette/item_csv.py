"""A list of items as a CSV file."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse

from lantu.plan.message import Language, Message
from lantu.web.gazette.item_list import Row
from lantu.web.gazette.item_words import kind_words
from lantu.web.gazette.items import Kind
from lantu.web.look.csv_files import csv_response

_COLUMNS: tuple[Message, ...] = (
    Message("序号", "no"),
    Message("id", "id"),
    Message("名称", "name"),
    Message("类别", "kind"),
    Message("比较", "comparator"),
    Message("数值", "value"),
    Message("上限", "value_high"),
    Message("单位", "unit"),
    Message("时间", "time"),
    Message("牵头", "lead"),
    Message("配合", "supporting"),
    Message("章", "chapter"),
    Message("所在", "section"),
    Message("段", "block"),
    Message("原文", "quote"),
)


def as_csv(rows: Iterable[Row], kind: Kind, language: Language, name: str) -> HttpResponse:
    """Return rows as a CSV file to download; columns that the kind never fills are left out."""
    kept = [
        at for at, column in enumerate(_COLUMNS) if column.en in _ALWAYS or column.en in _OF_KIND.get(kind, ("kind",))
    ]
    lines = (_cells(row, language) for row in rows)
    return csv_response(
        name, (_COLUMNS[at].into(language) for at in kept), ([line[at] for at in kept] for line in lines)
    )


_ALWAYS = ("no", "id", "name", "chapter", "section", "block", "quote")
_STATEMENT = ("comparator", "value", "value_high", "unit", "time")
_OF_KIND = {Kind.TASK: ("time", "lead", "supporting"), Kind.COMMITMENT: _STATEMENT, Kind.FACT: _STATEMENT}


def _cells(row: Row, language: Language) -> tuple[str, ...]:
    what = row.item.what
    comparator = getattr(what, "comparator", None)
    high = getattr(what, "value_high", None)
    return (
        str(row.place),
        row.item.id,
        row.item.name,
        kind_words(row.sort).into(language) if row.sort else "",
        comparator.value if comparator else "",
        "" if row.number is None else f"{row.number:.12g}",
        "" if high is None else f"{high:.12g}",
        row.unit,
        row.when,
        "；".join(row.lead),
        "；".join(row.supporting),
        row.chapter.name if row.chapter else "",
        row.section.name if row.section else "",
        str(row.item.source.block),
        row.item.source.quote,
    )
