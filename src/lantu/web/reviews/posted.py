"""What was posted as a decision: the action, its items and what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lantu.plan.fault import Fault
from lantu.plan.review import deciding
from lantu.plan.review.deciding import Signature
from lantu.plan.review.decision import Decision
from lantu.plan.review.kind import ItemKind
from lantu.web.reviews.fields import posted_fields, posted_wording
from lantu.web.reviews.selectors import Reviewed

_PIECES = 2


def make_decision(
    posted: Mapping[str, str], others: Sequence[str], user: int, now: Reviewed, by: Signature
) -> Decision:
    """Return the decision that a form asks for.

    posted: the form's fields; others: ids of items to merge. user: whose last step "undo" takes back where no step is
    named.
    Raises Fault when the form asks for nothing known or the decision does not hold.
    """
    review, id = now.review, posted.get("item", "")
    match posted.get("do"):
        case "accept":
            return deciding.accept(review, [id], by)
        case "reject":
            return deciding.reject(review, id, by)
        case "correct":
            kind = _kind_of(now, id)
            wording = posted_wording(kind, posted) if "words" in posted else None
            return deciding.correct(review, id, wording, posted_fields(kind, posted), by)
        case "split":
            kind = _kind_of(now, id)
            pieces = [posted_wording(kind, posted, f"p{n}-") for n in range(1, _PIECES + 1)]
            return deciding.split(review, id, pieces, by)
        case "merge":
            return deciding.merge(review, id, others, (), by)
        case "add":
            named = posted.get("kind", "")
            if named not in set(ItemKind):
                raise Fault("请先选是哪一类。", "Choose first what kind of item it is.")
            return deciding.add(review, ItemKind(named), posted_wording(ItemKind(named), posted), by)
        case "undo":
            last = now.last_of(user)
            step = posted.get("step") or (last.id if last else "")
            if not step:
                raise Fault("您还没有可撤回的一步。", "You have no step to take back.")
            return deciding.undo(review, step, by)
        case _:
            raise Fault("没有选要做什么。", "Nothing to do was chosen.")


def _kind_of(now: Reviewed, id: str) -> ItemKind:
    item = now.review.items.get(id)
    if item is None:
        raise Fault(
            "没有这一项，可能刚被撤回。请刷新页面。", "There is no such item; it may have just been taken back. Reload."
        )
    return item.kind
