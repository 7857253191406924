"""The tables of a plan package: for each, its columns and how a row becomes a value."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from lantu.exchange.row import Row
from lantu.plan.citation import Citation
from lantu.plan.document import Block, BlockKind, Cell
from lantu.plan.indicator import Baseline, Commitment, Direction, Growth, GrowthKind, Indicator, Target, TargetForm
from lantu.plan.message import Message
from lantu.plan.milestone import PathShape
from lantu.plan.named_item import NamedItem, Policy, Project, System, Unit
from lantu.plan.observation import Observation
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt
from lantu.plan.result import FigureKind, Result
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.plan.verdict import Judgement, Verdict

T = TypeVar("T")
N = TypeVar("N", bound=NamedItem)


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name, its Frictionless type and how to take it from a value."""

    name: str
    type: str
    take: Callable[[T], object]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One CSV file of a package; a file without the columns in `must` is refused."""

    name: str
    columns: tuple[Column[T], ...]
    make: Callable[[Row], T]
    must: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"


def _source(take: Callable[[T], Citation | None]) -> tuple[Column[T], ...]:
    def part(name: str) -> Callable[[T], object]:
        return lambda item: None if (citation := take(item)) is None else getattr(citation, name)

    return (
        Column("source_block", "integer", part("block")),
        Column("source_start", "integer", part("start")),
        Column("source_end", "integer", part("end")),
        Column("source_quote", "string", part("quote")),
    )


# ---------------------------------------------------------------- the document


def _cells_to_json(block: Block) -> str | None:
    """Cells as JSON; a cell's words stand in the block's text, so only a continued cell repeats them."""
    if not block.cells:
        return None
    cells: list[dict[str, Any]] = []
    for c in block.cells:
        entry: dict[str, Any] = {"at": [c.start, c.end], "column": c.column}
        if c.columns != 1:
            entry["columns"] = c.columns
        if c.continued:
            entry["continued"] = True
        if c.text != block.text[c.start : c.end]:
            entry["text"] = c.text
        cells.append(entry)
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


def _make_block(row: Row) -> Block:
    text = row.text("text")
    cells: tuple[Cell, ...] = ()
    if row.text("cells"):
        try:
            cells = tuple(
                Cell(c.get("text", text[c["at"][0] : c["at"][1]]), c["at"][0], c["at"][1], c["column"],
                     c.get("columns", 1), c.get("continued", False))
                for c in json.loads(row.text("cells"))
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise row.fault("cells", "单元格的写法读不懂", "the cells cannot be read") from error
    return Block(row.whole("number"), text, row.choice("kind", BlockKind) or BlockKind.PARAGRAPH,
                 row.whole("level"), row.whole("table"), cells, row.whole("page") or None,
                 _turns(row))  # fmt: skip


def _turns(row: Row) -> tuple[int, ...]:
    """Where a block goes on to the next page: offsets with blanks between them."""
    offsets = row.text("page_turns").split()
    if not all(offset.isascii() and offset.isdigit() and len(offset) < 10 for offset in offsets):
        raise row.fault("page_turns", "应为用空格隔开的字符位置", "offsets with blanks between them are expected")
    return tuple(map(int, offsets))


BLOCKS: Table[Block] = Table(
    "blocks",
    (
        Column("number", "integer", lambda b: b.number),
        Column("kind", "string", lambda b: b.kind),
        Column("level", "integer", lambda b: b.level or None),
        Column("table", "integer", lambda b: b.table or None),
        Column("text", "string", lambda b: b.text),
        Column("cells", "string", _cells_to_json),
        Column("page", "integer", lambda b: b.page),
        Column("page_turns", "string", lambda b: " ".join(map(str, b.page_turns)) or None),
    ),
    _make_block,
)

# ---------------------------------------------------------------- the plan

SECTIONS: Table[Section] = Table(
    "sections",
    (
        Column("id", "string", lambda s: s.id),
        Column("level", "string", lambda s: s.level),
        Column("number", "string", lambda s: s.number),
        Column("title", "string", lambda s: s.title),
        Column("parent", "string", lambda s: s.parent),
        *_source(lambda s: s.source),
    ),
    lambda row: Section(row.text("id"), row.choice("level", Level) or Level.SECTION, row.maybe("number"),
                        row.text("title"), row.maybe("parent"), row.cited()),
)  # fmt: skip


def _make_indicator(row: Row) -> Indicator:
    if not row.text("name"):
        raise row.fault("name", "缺少指标名称", "the indicator has no name")
    return Indicator(
        id=row.text("id"),
        name=row.text("name"),
        group=row.text("group"),
        unit=row.maybe("unit"),
        commitment=row.choice("commitment", Commitment),
        direction=row.choice("direction", Direction),
        form=row.choice("form", TargetForm),
        baseline=Baseline(row.period("baseline_period"), row.number("baseline"),
                          row.text("baseline_text" if "baseline_text" in row.cells else "baseline")),
        target=Target(row.period("target_period"), row.number("target"), row.number("target_high"),
                      row.choice("comparator", Comparator), row.text("target_text"), row.text("reference")),
        growth=Growth(row.choice("growth_kind", GrowthKind) or GrowthKind.NONE, row.number("growth"),
                      row.choice("growth_comparator", Comparator), row.text("growth_text")),
        starred=row.flag("starred"),
        source=row.citation(),
        path=row.choice("path", PathShape) or PathShape.LINEAR,
    )  # fmt: skip


INDICATORS: Table[Indicator] = Table(
    "indicators",
    (
        Column("id", "string", lambda i: i.id),
        Column("name", "string", lambda i: i.name),
        Column("group", "string", lambda i: i.group),
        Column("unit", "string", lambda i: i.unit),
        Column("commitment", "string", lambda i: i.commitment),
        Column("direction", "string", lambda i: i.direction),
        Column("form", "string", lambda i: i.form),
        Column("baseline_period", "string", lambda i: i.baseline.period),
        Column("baseline", "number", lambda i: i.baseline.value),
        Column("target_period", "string", lambda i: i.target.period),
        Column("target", "number", lambda i: i.target.value),
        Column("comparator", "string", lambda i: i.target.comparator),
        Column("reference", "string", lambda i: i.target.reference),
        Column("target_text", "string", lambda i: i.target.text),
        Column("target_high", "number", lambda i: i.target.value_high),
        Column("baseline_text", "string", lambda i: i.baseline.text),
        Column("growth_kind", "string", lambda i: i.growth.kind),
        Column("growth", "number", lambda i: i.growth.value),
        Column("growth_comparator", "string", lambda i: i.growth.comparator),
        Column("growth_text", "string", lambda i: i.growth.text),
        Column("starred", "boolean", lambda i: i.starred),
        *_source(lambda i: i.source),
        Column("path", "string", lambda i: None if i.path is PathShape.LINEAR else i.path),
    ),
    _make_indicator,
    must=("id", "name"),
)

PLEDGES: Table[Pledge] = Table(
    "commitments",
    (
        Column("id", "string", lambda p: p.id),
        Column("subject", "string", lambda p: p.subject),
        Column("comparator", "string", lambda p: p.comparator),
        Column("value", "number", lambda p: p.value),
        Column("value_high", "number", lambda p: p.value_high),
        Column("unit", "string", lambda p: p.unit),
        Column("deadline", "string", lambda p: p.deadline),
        Column("section", "string", lambda p: p.section),
        *_source(lambda p: p.source),
    ),
    lambda row: Pledge(row.text("id"), row.text("subject"), row.choice("comparator", Comparator),
                       row.number("value"), row.number("value_high"), row.maybe("unit"), row.maybe("deadline"),
                       row.maybe("section"), row.cited()),
)  # fmt: skip

FACTS: Table[Fact] = Table(
    "facts",
    (
        Column("id", "string", lambda f: f.id),
        Column("subject", "string", lambda f: f.subject),
        Column("comparator", "string", lambda f: f.comparator),
        Column("value", "number", lambda f: f.value),
        Column("unit", "string", lambda f: f.unit),
        Column("period", "string", lambda f: f.period),
        Column("section", "string", lambda f: f.section),
        *_source(lambda f: f.source),
    ),
    lambda row: Fact(row.text("id"), row.text("subject"), row.choice("comparator", Comparator), row.number("value"),
                     row.maybe("unit"), row.maybe("period"), row.maybe("section"), row.cited()),
)  # fmt: skip


def _units(text: str) -> tuple[str, ...]:
    return tuple(text.split("；")) if text else ()


TASKS: Table[Task] = Table(
    "tasks",
    (
        Column("id", "string", lambda t: t.id),
        Column("title", "string", lambda t: t.title),
        Column("section", "string", lambda t: t.section),
        Column("lead", "string", lambda t: "；".join(t.lead)),
        Column("supporting", "string", lambda t: "；".join(t.supporting)),
        Column("deadline", "string", lambda t: t.deadline),
        *_source(lambda t: t.source),
    ),
    lambda row: Task(row.text("id"), row.text("title"), row.maybe("section"), _units(row.text("lead")),
                     _units(row.text("supporting")), row.maybe("deadline"), row.cited()),
)  # fmt: skip


def _named_table(name: str, kind: type[N]) -> Table[N]:
    return Table(
        name,
        (
            Column("id", "string", lambda n: n.id),
            Column("name", "string", lambda n: n.name),
            Column("kind", "string", lambda n: n.kind),
            Column("section", "string", lambda n: n.section),
            *_source(lambda n: n.source),
        ),
        lambda row: kind(row.text("id"), row.text("name"), row.text("kind"), row.maybe("section"), row.cited()),
    )


PROJECTS: Table[Project] = _named_table("projects", Project)
SYSTEMS: Table[System] = _named_table("systems", System)
UNITS: Table[Unit] = _named_table("units", Unit)
POLICIES: Table[Policy] = _named_table("policies", Policy)

DOUBTS: Table[Doubt] = Table(
    "doubts",
    (
        Column("about", "string", lambda d: d.about),
        Column("message_zh", "string", lambda d: d.message.zh),
        Column("message_en", "string", lambda d: d.message.en),
        *_source(lambda d: d.source),
    ),
    lambda row: Doubt(row.text("about"), Message(row.text("message_zh"), row.text("message_en")), row.citation()),
)

# ---------------------------------------------------------------- what was measured and judged


def _make_observation(row: Row) -> Observation:
    period = row.period("period")
    if period is None:
        raise row.fault("period", "缺少时期", "no period is given")
    return Observation(row.text("indicator"), row.text("region"), period, row.number("value"), row.text("status"),
                       row.text("verified"), row.text("source"), row.text("note"))  # fmt: skip


OBSERVATIONS: Table[Observation] = Table(
    "observations",
    (
        Column("indicator", "string", lambda o: o.indicator),
        Column("region", "string", lambda o: o.region),
        Column("period", "string", lambda o: o.period),
        Column("value", "number", lambda o: o.value),
        Column("status", "string", lambda o: o.status),
        Column("verified", "string", lambda o: o.verified),
        Column("source", "string", lambda o: o.source),
        Column("note", "string", lambda o: o.note),
    ),
    _make_observation,
    must=("indicator", "period", "value"),
)


def _make_judgement(row: Row) -> Judgement:
    on, verdict = row.day("on"), row.choice("verdict", Verdict)
    if on is None or verdict is None:
        raise row.fault("on", "缺少日期或评价", "the date or the verdict is missing")
    return Judgement(row.text("indicator"), on, verdict, row.text("wording"), row.text("by"))


JUDGEMENTS: Table[Judgement] = Table(
    "verdicts",
    (
        Column("indicator", "string", lambda j: j.indicator),
        Column("on", "date", lambda j: j.on),
        Column("verdict", "string", lambda j: j.verdict),
        Column("wording", "string", lambda j: j.wording),
        Column("by", "string", lambda j: j.by),
    ),
    _make_judgement,
)


def _make_result(row: Row) -> Result:
    period, kind, value = row.period("period"), row.choice("kind", FigureKind), row.number("value")
    for column, cell in (("period", period), ("kind", kind), ("value", value)):
        if cell is None:
            raise row.fault(column, "这一格是空的", "the cell is empty")
    assert period is not None and kind is not None and value is not None
    return Result(row.text("item"), row.text("region"), period, kind, value, row.maybe("unit"), row.text("status"),
                  row.text("verified"), row.text("source"), row.text("note"))  # fmt: skip


RESULTS: Table[Result] = Table(
    "results",
    (
        Column("item", "string", lambda r: r.item),
        Column("region", "string", lambda r: r.region),
        Column("period", "string", lambda r: r.period),
        Column("kind", "string", lambda r: r.kind),
        Column("value", "number", lambda r: r.value),
        Column("unit", "string", lambda r: r.unit),
        Column("status", "string", lambda r: r.status),
        Column("verified", "string", lambda r: r.verified),
        Column("source", "string", lambda r: r.source),
        Column("note", "string", lambda r: r.note),
    ),
    _make_result,
    must=("item", "period", "kind", "value"),
)
