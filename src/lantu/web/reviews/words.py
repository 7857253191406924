"""The words for states, actions and choices, as pages show them."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from lantu.plan.message import Message
from lantu.plan.review.decision import Action, Decision
from lantu.plan.review.field import FIELDS, Field, Shape
from lantu.plan.review.kind import ItemKind
from lantu.plan.review.reviewed import State
from lantu.plan.review.urgency import Urgency
from lantu.web.gazette.item_words import kind_words
from lantu.web.gazette.items import KIND_WORD, Kind
from lantu.web.look.figures import figure

KINDS: dict[ItemKind, Message] = {
    **{kind: KIND_WORD[Kind(kind.value)] for kind in ItemKind if kind is not ItemKind.SECTION},
    ItemKind.SECTION: Message("标题", "heading"),
}
STATES: dict[State, Message] = {
    State.UNDECIDED: Message("未定", "open"),
    State.ACCEPTED: Message("接受", "accepted"),
    State.CORRECTED: Message("改正", "corrected"),
    State.MERGED: Message("合并", "merged"),
    State.ADDED: Message("添", "added"),
    State.REJECTED: Message("不收", "rejected"),
    State.SPLIT: Message("已拆分", "split"),
    State.ABSORBED: Message("已并入", "merged away"),
    State.WITHDRAWN: Message("已撤回", "withdrawn"),
}
ACTIONS: dict[Action, Message] = {
    Action.ACCEPT: Message("接受", "accepted"),
    Action.CORRECT: Message("改正", "corrected"),
    Action.REJECT: Message("不收", "rejected"),
    Action.SPLIT: Message("拆分", "split"),
    Action.MERGE: Message("合并", "merged"),
    Action.ADD: Message("添项", "added"),
    Action.UNDO: Message("撤回", "took back"),
}
URGENCIES: dict[Urgency, Message] = {
    Urgency.DOUBTED: Message("存疑", "In doubt"),
    Urgency.LOW: Message("把握小", "Not sure"),
    Urgency.FAIR: Message("把握一般", "Fairly sure"),
    Urgency.UNKNOWN: Message("按原文次序", "In the order of the text"),
    Urgency.HIGH: Message("把握大", "Sure"),
}
_CHOICES: dict[str, dict[str, Message]] = {
    "comparator": {
        ">=": Message("≥ 不低于", "≥ at least"),
        "<=": Message("≤ 不高于", "≤ at most"),
        ">": Message("＞ 高于", "> above"),
        "<": Message("＜ 低于", "< below"),
        "=": Message("＝ 等于", "= equal to"),
        "approx": Message("≈ 左右", "≈ about"),
        "increase_by": Message("增加", "up by"),
        "decrease_by": Message("减少", "down by"),
        "range": Message("区间", "range"),
    },
    "commitment": {"binding": Message("约束性", "binding"), "anticipatory": Message("预期性", "anticipatory")},
    "direction": {
        "increase": Message("越多越好", "more is better"),
        "decrease": Message("越少越好", "less is better"),
    },
    "form": {
        "level": Message("到期达到", "level to reach"),
        "annual_rate": Message("年均增速", "yearly rate"),
        "cumulative": Message("规划期累计", "over the period"),
        "ceiling_each_year": Message("每年不高于", "ceiling every year"),
        "floor_each_year": Message("每年不低于", "floor every year"),
        "relative": Message("与别的数相比", "against another figure"),
        "words": Message("文字目标", "in words"),
    },
    "growth_kind": {
        "annual_rate": Message("年均增长率", "yearly rate"),
        "annual_increment": Message("年均增加", "yearly increment"),
        "annual_absolute": Message("每年的量", "amount each year"),
        "cumulative": Message("累计", "cumulative"),
        "comparative": Message("与别的数相比", "comparative"),
        "none": Message("无", "none"),
    },
    "level": {
        "part": Message("篇", "part"),
        "chapter": Message("章", "chapter"),
        "section": Message("节", "section"),
        "topic": Message("段首语", "lead phrase"),
    },
}
_YES = Message("是", "yes")


def choice_words(field: Field, value: str) -> Message:
    """Return what a choice is called; a value that is none stays as it stands."""
    if field.name == "kind":
        return kind_words(value)
    return _CHOICES.get(field.name, {}).get(value, Message(value, value))


def said(field: Field, text: str) -> Message:
    """Return what stands in a field as people read it."""
    if field.shape is Shape.CHOICE or field.name == "kind":
        return choice_words(field, text)
    if field.shape is Shape.YES_NO:
        return _YES if text else Message("", "")
    if field.shape is Shape.NUMBER and text:
        return Message(figure(float(text)), figure(float(text)))
    return Message(text, text)


def moment(at: datetime) -> Message:
    """Say when something was done: 11月24日 09:05."""
    local = timezone.localtime(at)
    return Message(f"{local.month}月{local.day}日 {local:%H:%M}", f"{local:%d %b %H:%M}".lstrip("0"))


def what_was_done(decision: Decision) -> Message:
    """Say what a decision was, with what was put where it put something."""
    word = ACTIONS[decision.action]
    if decision.action is Action.ACCEPT and len(decision.targets) > 1:
        n = len(decision.targets)
        return Message(f"一并接受{n}项", f"accepted with {n - 1} others")
    told = [m for part in decision.parts for m in [_changes(part.kind, part.changes)] if m.zh]
    if decision.action is Action.SPLIT:
        names = [next(iter(dict(part.changes).values()), "") for part in decision.parts]
        return Message(f"{word.zh}成{'、'.join(f'“{n}”' for n in names)}", f"{word.en} into {', '.join(names)}")
    if not told:
        return word
    return Message(f"{word.zh}：{told[0].zh}", f"{word.en}: {told[0].en}")


def _changes(kind: ItemKind, changes: tuple[tuple[str, str], ...]) -> Message:
    fields = {field.name: field for field in FIELDS[kind]}
    zh, en = [], []
    for name, text in changes:
        if field := fields.get(name):
            words = said(field, text)
            zh.append(f"{field.label.zh}“{words.zh}”" if text else f"{field.label.zh}空")
            en.append(f"{field.label.en.lower()} “{words.en}”" if text else f"no {field.label.en.lower()}")
    return Message("，".join(zh), ", ".join(en))
