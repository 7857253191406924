"""The fields of each kind of item as people read and write them: one line of text a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Any, TypeVar

from lantu.plan.fault import Fault
from lantu.plan.indicator import Commitment, Direction, GrowthKind, TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.review.kind import ItemKind, Value
from lantu.plan.review.written import read_number, read_units, read_when, written
from lantu.plan.section import Level

E = TypeVar("E", bound=Enum)
Fields = tuple[tuple[str, str], ...]
"""Fields by name with what stands in them, in the order of the kind's fields."""

LONGEST = 2000


class Shape(StrEnum):
    """What may stand in a field."""

    WORDS = "words"
    NUMBER = "number"
    PERIOD = "period"
    WHEN = "when"
    CHOICE = "choice"
    UNITS = "units"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, its label, what may stand in it, and how to take it from an item and put it there.

    choices: the words a choice may be. must: whether it may not be empty.
    """

    name: str
    label: Message
    shape: Shape
    take: Callable[[Any], object]
    put: Callable[[Any, Any], Any]
    choices: tuple[str, ...] = ()
    must: bool = False

    def parse(self, text: str) -> object:
        """Return what was written as the item holds it. Raises Fault when it cannot stand in the field."""
        text = " ".join(text.split())
        if len(text) > LONGEST:
            raise self.fault(f"太长，最多{LONGEST}字", f"is too long: at most {LONGEST} characters")
        if not text:
            if self.must:
                raise self.fault("不能空着", "cannot be empty")
            return () if self.shape is Shape.UNITS else False if self.shape is Shape.YES_NO else None
        try:
            match self.shape:
                case Shape.NUMBER:
                    return read_number(text)
                case Shape.PERIOD:
                    return Period.parse(read_when(text))
                case Shape.WHEN:
                    return read_when(text)
                case Shape.UNITS:
                    return read_units(text)
                case Shape.YES_NO:
                    return text in ("true", "on", "1", "yes", "是")
                case Shape.CHOICE if text not in self.choices:
                    raise ValueError(text)
                case _:
                    return text
        except ValueError:
            zh, en = _HINTS[self.shape]
            raise self.fault(f"不能写“{_short(text)}”：{zh}", f"cannot be “{_short(text)}”: {en}") from None

    def fault(self, zh: str, en: str) -> Fault:
        """Return a fault about this field."""
        return Fault(f"“{self.label.zh}”{zh}。", f"“{self.label.en}” {en}.")


_HINTS: dict[Shape, tuple[str, str]] = {
    Shape.NUMBER: ("只写一个数，如 41.5，单位另填", "write one number, such as 41.5; the unit has its own field"),
    Shape.PERIOD: ("写年份或时期，如 2025、2021-2025、2024H1", "write a year or a period: 2025, 2021-2025, 2024H1"),
    Shape.WHEN: ("写年份或日期，如 2025、2025-06、2025-06-30", "write a year or a date: 2025, 2025-06, 2025-06-30"),
    Shape.CHOICE: ("请从列出的几项里选", "choose one of those listed"),
    Shape.UNITS: ("单位之间用“、”隔开", "put “;” between units"),
}


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"


def _plain(name: str, zh: str, en: str, shape: Shape = Shape.WORDS, *, empty: object = None, must: bool = False,
           choices: type[E] | None = None) -> Field:  # fmt: skip
    """A field that is an attribute of the item; empty: what the item holds where nothing stands."""

    def put(item: Any, value: Any) -> Any:
        value = empty if value is None else choices(value) if choices else value
        return replace(item, **{name: value})

    return Field(name, Message(zh, en), shape, lambda item: getattr(item, name), put,
                 tuple(str(one.value) for one in choices or ()), must)  # fmt: skip


def _part(name: str, whole: str, part: str, zh: str, en: str, shape: Shape, *, empty: object = None,
          choices: type[E] | None = None) -> Field:  # fmt: skip
    """A field of one of an indicator's parts: its baseline, target or growth."""

    def put(item: Any, value: Any) -> Any:
        value = empty if value is None else choices(value) if choices else value
        return replace(item, **{whole: replace(getattr(item, whole), **{part: value})})

    def take(item: Any) -> object:
        value = getattr(getattr(item, whole), part)
        return None if value == empty else value

    return Field(name, Message(zh, en), shape, take, put,
                 tuple(str(one.value) for one in choices or ()))  # fmt: skip


_COMPARATOR = _plain("comparator", "口径", "Bound", Shape.CHOICE, choices=Comparator)
_VALUE = _plain("value", "数值", "Value", Shape.NUMBER)
_UNIT = _plain("unit", "计量单位", "Unit of measure")
_SUBJECT = _plain("subject", "说的是什么", "Subject", must=True)
_DEADLINE = _plain("deadline", "期限", "Deadline", Shape.WHEN)
_NAMED = (_plain("name", "名称", "Name", must=True), _plain("kind", "类别", "Sort", empty=""))

FIELDS: Mapping[ItemKind, tuple[Field, ...]] = {
    ItemKind.INDICATOR: (
        _plain("name", "指标名称", "Name", must=True),
        _plain("group", "分组", "Group", empty=""),
        _UNIT,
        _plain("commitment", "属性", "Commitment", Shape.CHOICE, choices=Commitment),
        _plain("direction", "方向", "Direction", Shape.CHOICE, choices=Direction),
        _plain("form", "目标形式", "Form", Shape.CHOICE, choices=TargetForm),
        _part("baseline_period", "baseline", "period", "基期", "Base year", Shape.PERIOD),
        _part("baseline", "baseline", "value", "基期值", "Baseline", Shape.NUMBER),
        _part("target_period", "target", "period", "目标年", "Target year", Shape.PERIOD),
        _part("comparator", "target", "comparator", "口径", "Bound", Shape.CHOICE, choices=Comparator),
        _part("target", "target", "value", "目标值", "Target", Shape.NUMBER),
        _part("target_high", "target", "value_high", "目标上限", "Upper end", Shape.NUMBER),
        _part("target_text", "target", "text", "目标原文", "Target as printed", Shape.WORDS, empty=""),
        _part("growth_kind", "growth", "kind", "增长的种类", "Growth kind", Shape.CHOICE, choices=GrowthKind,
              empty=GrowthKind.NONE),
        _part("growth", "growth", "value", "增长", "Growth", Shape.NUMBER),
        _part("growth_text", "growth", "text", "增长原文", "Growth as printed", Shape.WORDS, empty=""),
        _plain("starred", "上级下达（★）", "Set from above (★)", Shape.YES_NO, empty=False),
    ),
    ItemKind.COMMITMENT: (
        _SUBJECT, _COMPARATOR, _VALUE, _plain("value_high", "上限", "Upper end", Shape.NUMBER), _UNIT, _DEADLINE,
    ),
    ItemKind.FACT: (_SUBJECT, _COMPARATOR, _VALUE, _UNIT, _plain("period", "时期", "Period", Shape.WHEN)),
    ItemKind.TASK: (
        _plain("title", "任务", "Task", must=True),
        _plain("lead", "牵头单位", "Lead", Shape.UNITS, empty=()),
        _plain("supporting", "配合单位", "Supporting", Shape.UNITS, empty=()),
        _DEADLINE,
    ),
    ItemKind.PROJECT: _NAMED,
    ItemKind.SYSTEM: _NAMED,
    ItemKind.UNIT: _NAMED,
    ItemKind.POLICY: _NAMED,
    ItemKind.SECTION: (
        _plain("level", "层级", "Level", Shape.CHOICE, choices=Level, must=True),
        _plain("number", "序号", "Number"),
        _plain("title", "标题", "Title", must=True),
    ),
}  # fmt: skip


def fields_of(kind: ItemKind, value: Value) -> Fields:
    """Return the fields of an item that say something, as text."""
    said = ((field.name, written(field.take(value))) for field in FIELDS[kind])
    return tuple((name, text) for name, text in said if text)


def changed(kind: ItemKind, value: Value, changes: Fields) -> Value:
    """Return the item with these fields changed; a field changed to "" says nothing any more.

    Raises Fault, one clear line, when something cannot stand in its field or the fields contradict each other.
    """
    known = {field.name: field for field in FIELDS[kind]}
    for name, text in (*changes, *_printed_alike(known, value, dict(changes))):
        if name not in known:
            raise Fault(f"“{name}”不是这类项目的栏目。", f"“{name}” is no field of this kind.")
        value = known[name].put(value, known[name].parse(text))
    _agree(kind, value, known)
    return value


def _printed_alike(known: Mapping[str, Field], value: Value, changes: Mapping[str, str]) -> Fields:
    """The printed words of a number that a person changed without them: else pages would go on asking for the old."""
    alike = []
    for number in ("baseline", "target"):
        field = f"{number}_text"
        if field not in known or number not in changes or field in changes:
            continue
        old, words, new = written(known[number].take(value)), written(known[field].take(value)), changes[number]
        if words and old != new:
            alike.append((field, words.replace(old, new) if old and words.count(old) == 1 else new))
    return tuple(alike)


def _agree(kind: ItemKind, value: Value, known: Mapping[str, Field]) -> None:
    """Raises Fault when the two ends of a range stand the wrong way round, or one of them stands alone."""
    low, high = ("target", "target_high") if kind is ItemKind.INDICATOR else ("value", "value_high")
    if high not in known:
        return
    bottom, top = known[low].take(value), known[high].take(value)
    if not isinstance(top, float):
        return
    if not isinstance(bottom, float):
        raise known[high].fault("填了，下限也要填", "is given, so the lower end must be given too")
    if top < bottom:
        raise known[high].fault(
            f"{written(top)} 比下限 {written(bottom)} 小，请对调",
            f"{written(top)} is below the lower end {written(bottom)}",
        )
