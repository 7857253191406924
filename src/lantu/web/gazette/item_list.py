"""The items of one kind as a table: those asked for, in the order asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from lantu.plan.message import Message
from lantu.plan.named_item import NamedItem
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.web.gazette.addresses import ROWS_A_PAGE, Addresses
from lantu.web.gazette.item_words import kind_words, value_words, when_words
from lantu.web.gazette.items import Item, Kind
from lantu.web.gazette.outline import Heading
from lantu.web.gazette.plan_text import PlanText

NONE = "-"
"""What an address writes to ask for items that name no unit, or no time."""
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Row:
    """One item as the table shows it; place counts from 1 in reading order."""

    place: int
    item: Item
    lead: tuple[str, ...]
    supporting: tuple[str, ...]
    sort: str
    value: Message
    number: float | None
    unit: str
    when: str
    chapter: Heading | None
    section: Heading | None
    words_at: str

    @property
    def when_said(self) -> Message:
        """The time in words."""
        return when_words(self.when)

    @property
    def sort_said(self) -> Message:
        """The finer sort in words."""
        return kind_words(self.sort)


@dataclass(frozen=True, slots=True)
class Column:
    """A head of the table.

    order: "ascending", "descending" or "" for unsorted; address: where a click leads.
    """

    name: str
    label: Message
    order: str
    address: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for, "" for all, and what can be asked for."""

    words: str
    chapter: str
    unit: str
    sort: str
    when: str
    chapters: tuple[Heading, ...]
    units: tuple[str, ...]
    sorts: tuple[str, ...]
    whens: tuple[str, ...]

    @property
    def is_used(self) -> bool:
        """Whether anything was asked for."""
        return any((self.words, self.chapter, self.unit, self.sort, self.when))


@dataclass(frozen=True, slots=True)
class ItemList:
    """Everything the page of a list says; rows are those of the page shown, found all that answer."""

    kind: Kind
    total: int
    found: tuple[Row, ...]
    rows: tuple[Row, ...]
    asked: Asked
    columns: tuple[Column, ...]
    page: int
    pages: tuple[tuple[int, str], ...]
    query: str
    without_lead: int
    without_when: int


_COLUMNS: dict[Kind, tuple[tuple[str, Message, bool], ...]] = {
    Kind.TASK: (
        ("place", Message("序号", "No."), True),
        ("name", Message("任务", "Task"), False),
        ("lead", Message("牵头", "Lead"), False),
        ("supporting", Message("配合", "Supporting"), False),
        ("when", Message("时限", "Deadline"), True),
        ("section", Message("所在", "Where"), False),
    ),
    Kind.COMMITMENT: (
        ("place", Message("序号", "No."), True),
        ("name", Message("承诺", "Commitment"), False),
        ("value", Message("要到的数", "To reach"), True),
        ("when", Message("时限", "Deadline"), True),
        ("section", Message("所在", "Where"), False),
    ),
    Kind.FACT: (
        ("place", Message("序号", "No."), True),
        ("name", Message("事实", "Fact"), False),
        ("value", Message("数", "Value"), True),
        ("when", Message("时期", "Period"), True),
        ("section", Message("所在", "Where"), False),
    ),
}
_NAMED = (
    ("place", Message("序号", "No."), True),
    ("name", Message("名称", "Name"), False),
    ("sort", Message("类别", "Kind"), False),
    ("section", Message("所在", "Where"), False),
)
_MAY_BE_EMPTY = ("lead", "supporting", "when", "sort")
"""Columns that are left out where no row fills them; the sentence above the table says so."""
_KEYS: dict[str, Callable[[Row], tuple[bool, object]]] = {
    "place": lambda row: (False, row.place),
    "name": lambda row: (False, row.item.name),
    "lead": lambda row: (not row.lead, row.lead),
    "supporting": lambda row: (not row.supporting, row.supporting),
    # Values of one unit stand together: a thousand metres is not more than a hundred tons.
    "value": lambda row: (row.number is None, (row.unit, row.number or 0.0)),
    "when": lambda row: (not row.when, row.when),
    "section": lambda row: (False, row.place),
    "sort": lambda row: (not row.sort, row.sort),
}


def item_list(text: PlanText, kind: Kind, addresses: Addresses, asked: Mapping[str, str], path: str) -> ItemList:
    """Return the list an address asks for; what it asks for in vain (an unknown chapter, a page too far) is ignored.

    asked: q, chapter, unit, kind, when, sort (a column, with - before it for the other way) and page.
    path: address of the list itself.
    """
    rows = _rows(text, kind, addresses)
    wanted = _asked(text, rows, asked)
    found = [row for row in rows if _answers(row, wanted)]
    columns = [
        c for c in _COLUMNS.get(kind, _NAMED) if c[0] not in _MAY_BE_EMPTY or any(not _KEYS[c[0]](r)[0] for r in rows)
    ]
    column, descending = _order(asked.get("sort", ""), [name for name, _, _ in columns])
    key = _KEYS[column]
    there = [row for row in found if not key(row)[0]]
    missing = [row for row in found if key(row)[0]]
    # What is missing comes last whichever way the rest is sorted.
    found = [*sorted(there, key=lambda row: key(row)[1], reverse=descending), *missing]  # type: ignore[arg-type,return-value]
    base = {name: value for name, value in (
        ("q", wanted.words), ("chapter", wanted.chapter), ("unit", wanted.unit), ("kind", wanted.sort),
        ("when", wanted.when),
    ) if value}  # fmt: skip
    ordered = {
        **base,
        **({"sort": ("-" if descending else "") + column} if (column, descending) != ("place", False) else {}),
    }
    count = max(1, -(-len(found) // ROWS_A_PAGE))
    page = _number(asked.get("page", ""), count)
    return ItemList(
        kind=kind,
        total=len(rows),
        found=tuple(found),
        rows=tuple(found[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]),
        asked=wanted,
        columns=tuple(
            Column(
                name,
                label,
                "" if name != column else "descending" if descending else "ascending",
                _at(path, {**base, "sort": f"-{name}" if name == column and not descending else name}),
                is_number,
            )
            for name, label, is_number in columns
        ),
        page=page,
        pages=tuple((n, _at(path, {**ordered, **({"page": str(n)} if n > 1 else {})})) for n in range(1, count + 1)),
        query=urlencode(ordered),
        without_lead=sum(1 for row in rows if not row.lead),
        without_when=sum(1 for row in rows if not row.when),
    )


def _rows(text: PlanText, kind: Kind, addresses: Addresses) -> list[Row]:
    rows = []
    for place, item in enumerate(text.of_kind(kind), 1):
        what, at = item.what, (item.source.block, item.source.start)
        statement = what if isinstance(what, Pledge | Fact) else None
        when = what.deadline if isinstance(what, Task | Pledge) else what.period if isinstance(what, Fact) else None
        chain = text.outline.above(*at)
        rows.append(
            Row(
                place=place,
                item=item,
                lead=what.lead if isinstance(what, Task) else (),
                supporting=what.supporting if isinstance(what, Task) else (),
                sort=what.kind if isinstance(what, NamedItem) else "",
                value=value_words(statement) if statement else Message("", ""),
                number=statement.value if statement else None,
                unit=(statement.unit or "") if statement else "",
                when=when or "",
                chapter=text.outline.chapter_at(*at),
                section=chain[-1] if chain else None,
                words_at=addresses.words(item.source.block, item.id),
            )
        )
    return rows


def _asked(text: PlanText, rows: list[Row], asked: Mapping[str, str]) -> Asked:
    present = {row.chapter.section.id for row in rows if row.chapter}
    chapters = tuple(h for h in text.outline.headings if h.section.id in present)
    units = tuple(dict.fromkeys(unit for row in rows for unit in (*row.lead, *row.supporting)))
    sorts = tuple(sorted({row.sort for row in rows if row.sort}))
    whens = tuple(sorted({match[0] for row in rows if (match := _YEAR.match(row.when))}))

    def one_of(name: str, known: tuple[str, ...]) -> str:
        value = asked.get(name, "").strip()
        return value if value in known or (value == NONE and name in ("unit", "when")) else ""

    return Asked(
        words=" ".join(asked.get("q", "").split())[:100],
        chapter=one_of("chapter", tuple(h.section.id for h in chapters)),
        unit=one_of("unit", units),
        sort=one_of("kind", sorts),
        when=one_of("when", whens),
        chapters=chapters,
        units=units,
        sorts=sorts,
        whens=whens,
    )


def _answers(row: Row, asked: Asked) -> bool:
    units = (*row.lead, *row.supporting)
    said = f"{row.item.name}\n{row.item.source.quote}\n{' '.join(units)}".lower()
    return (
        all(word in said for word in asked.words.lower().split())
        and (not asked.chapter or (row.chapter is not None and row.chapter.section.id == asked.chapter))
        and (not asked.unit or (not row.lead if asked.unit == NONE else asked.unit in units))
        and (not asked.sort or row.sort == asked.sort)
        and (not asked.when or (not row.when if asked.when == NONE else bool(row.when) and row.when[:4] <= asked.when))
    )


def _order(asked: str, known: list[str]) -> tuple[str, bool]:
    name = asked.removeprefix("-")
    return (name, asked.startswith("-")) if name in known else ("place", False)


def _number(asked: str, most: int) -> int:
    return min(max(1, int(asked)), most) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _at(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path
