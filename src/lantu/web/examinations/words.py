"""What states and acts are called."""

from __future__ import annotations

from datetime import date

from lantu.plan.message import Message
from lantu.web.examinations.matters import Known, State
from lantu.web.examinations.models import Act
from lantu.web.look.figures import day_words

STATE_WORDS: dict[State, Message] = {
    State.OPEN: Message("待办", "Open"),
    State.RESOLVED: Message("已改待核", "Mended, to be confirmed"),
    State.WAIVED: Message("准予保留", "Allowed to stand"),
    State.GONE: Message("新稿已无", "Gone from the latest version"),
}
CAME_BACK = Message("说已改，新稿仍有", "Marked as mended, still there")
LATE = Message("逾期", "Late")
IN_HAND = Message("在办", "In progress")


def state_mark(known: Known, on: date) -> tuple[str, Message]:
    """Return the shape (as the stylesheet has it) and the words for what has become of a matter."""
    if known.came_back is not None:
        return "returned", CAME_BACK
    if known.is_late(on):
        return "late", LATE
    if known.state is State.OPEN:
        return ("doing", IN_HAND) if known.assignment else ("todo", STATE_WORDS[State.OPEN])
    return "done", STATE_WORDS[known.state]


def act_words(act: Act) -> Message:
    """Say what was done, without its words."""
    match act.kind:
        case Act.Kind.ASSIGNED if act.to is None:
            return Message("取消了指派", "withdrew the assignment")
        case Act.Kind.ASSIGNED:
            assert act.to is not None
            due = day_words(act.due) if act.due else None
            return Message(
                f"指派给{act.to.display_name}{f'，{due.zh}前办结' if due else ''}",
                f"assigned it to {act.to.display_name}{f', due {due.en}' if due else ''}",
            )
        case Act.Kind.RESOLVED:
            return Message("说已改好", "marked it as mended")
        case Act.Kind.REOPENED:
            return Message("重新打开", "reopened it")
        case _:
            return Message("说", "said")


def until_words(until: date | None) -> Message:
    """Say until when a finding may stand."""
    if until is None:
        return Message("没有定期限", "with no end date")
    day = day_words(until)
    return Message(f"至{day.zh}", f"until {day.en}")
