"""A list of items as CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from lantu.plan.message import Language, Message
from lantu.web.gazette.item_list import Row
from lantu.web.gazette.item_words import kind_words
from lantu.web.gazette.items import Kind

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs of Chinese offices take the file for GBK."""
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


def as_csv(rows: Iterable[Row], kind: Kind, language: Language) -> str:
    """Return rows as CSV text with a byte order mark; columns that the kind never fills are left out."""
    lines = [_cells(row, language) for row in rows]
    kept = [
        at for at, column in enumerate(_COLUMNS) if column.en in _ALWAYS or column.en in _OF_KIND.get(kind, ("kind",))
    ]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_COLUMNS[at].into(language) for at in kept])
    writer.writerows([harmless(line[at]) for at in kept] for line in lines)
    return BYTE_ORDER_MARK + file.getvalue()


_ALWAYS = ("no", "id", "name", "chapter", "section", "block", "quote")
_STATEMENT = ("comparator", "value", "value_high", "unit", "time")
_OF_KIND = {Kind.TASK: ("time", "lead", "supporting"), Kind.COMMITMENT: _STATEMENT, Kind.FACT: _STATEMENT}


def harmless(cell: str) -> str:
    """Return a cell no spreadsheet takes for a formula: an apostrophe before = + - @, but not before a number."""
    if cell.lstrip()[:1] in ("=", "+", "-", "@") and not _is_number(cell):
        return f"'{cell}"
    return f"'{cell}" if cell[:1] in ("\t", "\r", "\n") else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return not cell[:1].isspace() and cell.isascii() and "_" not in cell and any(sign.isdigit() for sign in cell)


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
