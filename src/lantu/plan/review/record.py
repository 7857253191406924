"""Decisions as plain records (what JSON can hold), and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from lantu.plan.citation import Citation
from lantu.plan.review.decision import Action, Anchor, Decision, Part, Target
from lantu.plan.review.field import Fields
from lantu.plan.review.kind import ItemKind

Record = dict[str, Any]


def to_record(decision: Decision) -> Record:
    """Return a decision as a record."""
    return {
        "id": decision.id,
        "action": decision.action.value,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "targets": [
            {"id": t.id, "kind": t.kind.value, "anchor": _anchor_out(t.anchor), "saw": dict(t.saw)}
            for t in decision.targets
        ],
        "parts": [
            {"id": p.id, "kind": p.kind.value, "anchor": _anchor_out(p.anchor), "changes": dict(p.changes),
             "section": p.section}
            for p in decision.parts
        ],
        "undoes": decision.undoes,
    }  # fmt: skip


def from_record(record: Record) -> Decision:
    """Return the decision that a record holds. Raises KeyError or ValueError when it holds none."""
    return Decision(
        record["id"],
        Action(record["action"]),
        record["by"],
        datetime.fromisoformat(record["at"]),
        tuple(
            Target(t["id"], ItemKind(t["kind"]), _anchor_in(t["anchor"]), _fields(t["saw"])) for t in record["targets"]
        ),
        tuple(
            Part(p["id"], ItemKind(p["kind"]), _anchor_in(p["anchor"]), _fields(p["changes"]), p["section"])
            for p in record["parts"]
        ),
        record["undoes"],
    )


def _fields(record: dict[str, str]) -> Fields:
    return tuple(record.items())


def _anchor_out(anchor: Anchor | None) -> list[Any] | None:
    if anchor is None:
        return None
    words = anchor.words
    return [words.block, words.start, words.end, words.quote, anchor.before, anchor.after]


def _anchor_in(record: list[Any] | None) -> Anchor | None:
    return None if record is None else Anchor(Citation(*record[:4]), *record[4:])
