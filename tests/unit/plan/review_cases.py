"""A small made-up reading with something of every kind, and ways to sign decisions on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.ground import Ground
from lantu.plan.indicator import Baseline, Indicator, Target
from lantu.plan.message import Message
from lantu.plan.named_item import Policy, Project, System, Unit
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt, Reading
from lantu.plan.review.deciding import Signature
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task

TEXTS = (
    "第一章 街灯",
    "由镇路灯所、镇财政所共同点亮暗巷，到2025年亮灯巷子达到30条以上。",
    "2020年亮灯巷子为12条。建设晚河步行桥和河心亭，依托渡口信息平台。",
    "第一节 慢行",
    "落实慢行三年行动，镇路灯所每年检修一次。",
)


def document_of(texts: Sequence[str]) -> Document:
    return Document("plan.txt", "0" * 64, tuple(Block(n, text) for n, text in enumerate(texts, 1)), language="zh")


def cite(document: Document, words: str, block: int = 0, nth: int = 0) -> Citation:
    found = [b.cite(at, at + len(words)) for b in document.blocks if block in (0, b.number)
             for at in range(len(b.text)) if b.text.startswith(words, at)]  # fmt: skip
    return found[nth]


def made_up_reading(texts: Sequence[str] = TEXTS, *, without: Sequence[str] = ()) -> Reading:
    """Return the reading of a text; items whose words are not in it are left out, as those named in `without` are."""
    document = document_of(texts)
    whole = "".join(texts)

    def there(id: str, words: str) -> bool:
        return id not in without and words in whole

    def c(words: str) -> Citation:
        return cite(document, words)

    plan = Plan(
        title="晚河镇五年规划（虚构）",
        sections=tuple(
            Section(id, level, number, title, parent, c(f"{number} {title}"))
            for id, level, number, title, parent in (
                ("sec-1", Level.CHAPTER, "第一章", "街灯", None),
                ("sec-2", Level.SECTION, "第一节", "慢行", "sec-1"),
            )
            if there(id, f"{number} {title}")
        ),
        indicators=tuple(
            Indicator("lamps", "亮灯巷子", unit="条", baseline=Baseline(Period.year(2020), 12.0, "12"),
                      target=Target(Period.year(2025), 30.0, None, Comparator.AT_LEAST, "30"), source=c(w))
            for w in ("亮灯巷子",) if there("lamps", w)
        ),
        pledges=tuple(
            Pledge("pledge-1", "亮灯巷子", Comparator.AT_LEAST, 30.0, None, "条", "2025", "sec-1", c(w))
            for w in ("到2025年亮灯巷子达到30条以上",) if there("pledge-1", w)
        ),
        tasks=tuple(
            Task("task-1", "点亮暗巷", "sec-1", ("镇路灯所",), ("镇财政所",), "2025", c(w))
            for w in ("点亮暗巷",) if there("task-1", w)
        ),
        projects=tuple(Project("project-1", w, "", "sec-1", c(w))
                       for w in ("晚河步行桥和河心亭",) if there("project-1", w)),
        systems=tuple(System("system-1", w, "platform", "sec-1", c(w))
                      for w in ("渡口信息平台",) if there("system-1", w)),
        units=tuple(Unit(id, w, "department", "sec-1", c(w))
                    for id, w in (("unit-1", "镇路灯所"), ("unit-2", "镇财政所")) if there(id, w)),
        policies=tuple(Policy("policy-1", w, "action", "sec-2", c(w))
                       for w in ("慢行三年行动",) if there("policy-1", w)),
    )  # fmt: skip
    facts = tuple(Fact("fact-1", "亮灯巷子", Comparator.EQUAL, 12.0, "条", "2020", "sec-1", c(w))
                  for w in ("2020年亮灯巷子为12条",) if there("fact-1", w))  # fmt: skip
    doubts = (Doubt("pledge-1", Message("没有起算年。", "No base year.")), Doubt("heading", Message("短。", "Short.")))
    grounds = {"unit-1": Ground(0.95), "unit-2": Ground(0.4), "task-1": Ground(0.7)}
    return Reading(plan, document, facts, doubts, grounds)


_numbers = count(1)


def by(name: str = "甲", id: str = "") -> Signature:
    """Return a signature with an id and a time of its own."""
    n = next(_numbers)
    return Signature(id or f"d{n}", name, datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(minutes=n))


def without_doubts(reading: Reading) -> Reading:
    return replace(reading, doubts=())
