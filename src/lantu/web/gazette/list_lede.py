"""The sentence that opens a list: how many there are, and what none of them says."""

from __future__ import annotations

from lantu.plan.message import Message
from lantu.web.gazette.item_list import ItemList
from lantu.web.gazette.items import Kind

_COUNTED: dict[Kind, tuple[Message, str]] = {
    Kind.TASK: (Message("项任务", "task"), "s"),
    Kind.COMMITMENT: (Message("条承诺", "commitment"), "s"),
    Kind.PROJECT: (Message("个项目", "project"), "s"),
    Kind.SYSTEM: (Message("个系统、平台和机制", "system"), "s"),
    Kind.UNIT: (Message("个单位", "unit"), "s"),
    Kind.POLICY: (Message("项政策、试点和行动", "policy|policies"), ""),
    Kind.FACT: (Message("条已成的事实", "fact"), "s"),
}


def list_lede(found: ItemList, *, has_document: bool) -> Message:
    """Say how many items there are and how many answer; say plainly where the text names no lead or no time."""
    words, _ = _COUNTED[found.kind]
    if not has_document and not found.total:
        return Message(
            f"这部规划没有随附原文，所以没有读出{_bare(words.zh)}。",
            f"This plan came without its text, so no {_many(found.kind, 2)} were taken from it.",
        )
    if not found.total:
        return Message(f"文中没有读到{_bare(words.zh)}。", f"No {_many(found.kind, 2)} were found in the text.")
    zh = f"从文中读出{found.total}{words.zh}"
    en = f"{found.total} {_many(found.kind, found.total)} {'was' if found.total == 1 else 'were'} read from the text"
    if found.asked.is_used:
        n = len(found.found)
        if not n:
            return Message(f"{zh}，没有一{words.zh[0]}合你所问。", f"{en}; none answers what you asked.")
        return Message(
            f"{zh}，其中{n}{words.zh[0]}合你所问。", f"{en}; {n} answer{'s' if n == 1 else ''} what you asked."
        )
    missing = _missing(found)
    return Message(f"{zh}{missing.zh}。", f"{en}{missing.en}.")


def _missing(found: ItemList) -> Message:
    parts_zh, parts_en = [], []
    if found.kind is Kind.TASK:
        if found.without_lead == found.total:
            parts_zh.append("都没有写牵头单位")
            parts_en.append("none names a lead unit")
        elif found.without_lead:
            parts_zh.append(f"{found.without_lead}项没有写牵头单位")
            parts_en.append(f"{found.without_lead} name no lead unit")
    if found.kind in (Kind.TASK, Kind.COMMITMENT):
        if found.without_when == found.total:
            parts_zh.append("都没有写时限")
            parts_en.append("none states a deadline")
        elif found.without_when:
            parts_zh.append(f"{found.without_when}{'项' if found.kind is Kind.TASK else '条'}没有写时限")
            parts_en.append(f"{found.without_when} state no deadline")
    return Message("".join(f"，{part}" for part in parts_zh), "".join(f"; {part}" for part in parts_en))


def _bare(words: str) -> str:
    return words[1:]


def _many(kind: Kind, count: int) -> str:
    word, ending = _COUNTED[kind][0].en, _COUNTED[kind][1]
    one, _, many = word.partition("|")
    return one if count == 1 else many or one + ending
