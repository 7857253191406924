"""The one place where rows of this room become review values, and values rows."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lantu.plan.citation import Citation
from lantu.plan.ground import Ground, Step
from lantu.plan.reading import Reading
from lantu.plan.review.decision import Decision
from lantu.plan.review.fates import Fate
from lantu.plan.review.record import from_record, to_record
from lantu.plan.review.reviewed import ReviewedReading
from lantu.web.accounts.models import User
from lantu.web.registry.bridge import pack, unpack
from lantu.web.reviews.models import DecisionRow, Review


def to_content(reading: Reading) -> tuple[bytes, bytes]:
    """Return a reading as (content, grounds) of a review row."""
    _, content = pack(reading)
    grounds = {id: [g.certainty, [_step_out(step) for step in g.steps]] for id, g in reading.grounds.items()}
    return content, zlib.compress(json.dumps(grounds, ensure_ascii=False).encode())


def to_reading(review: Review) -> Reading:
    """Return the reading that a review row holds."""
    grounds: dict[str, list[object]] = json.loads(zlib.decompress(bytes(review.grounds)))
    return replace(unpack(bytes(review.content)), grounds=_grounds(grounds))


def to_decision(row: DecisionRow) -> Decision:
    """Return the decision a row holds."""
    return from_record(row.record)


def to_decision_row(review: Review, number: int, by: User, decision: Decision, *, is_carried: bool) -> DecisionRow:
    """Return an unsaved row that holds the decision."""
    return DecisionRow(review=review, number=number, by=by, record=to_record(decision), is_carried=is_carried)


def to_fates(before: ReviewedReading, fates: Iterable[Fate]) -> list[dict[str, str]]:
    """Return what became of the decisions of an earlier review as a review row keeps it."""
    return [
        {
            "item": fate.item,
            "name": before.items[fate.item].name if fate.item in before.items else "",
            "quote": fate.quote,
            "outcome": fate.outcome.value,
            "zh": fate.reason.zh,
            "en": fate.reason.en,
            "candidate": fate.candidate,
            "decision": fate.decision.id,
        }
        for fate in fates
    ]


def _step_out(step: Step) -> list[object]:
    words = step.words
    return [step.rule, None if words is None else [words.block, words.start, words.end, words.quote]]


def _grounds(record: Mapping[str, list[object]]) -> dict[str, Ground]:
    grounds = {}
    for id, (certainty, steps) in record.items():
        assert isinstance(certainty, float | int)
        assert isinstance(steps, list)
        grounds[id] = Ground(
            float(certainty), tuple(Step(rule, None if words is None else Citation(*words)) for rule, words in steps)
        )
    return grounds
