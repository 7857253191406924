"""The table of a plan package that keeps how sure the reader was of each item, and what it rests on."""

from __future__ import annotations

import json
from typing import Any

from lantu.exchange.row import Row
from lantu.exchange.tables import Column, Table
from lantu.plan.citation import Citation
from lantu.plan.ground import Ground, Step

Laid = tuple[str, Ground]
"""An item's id, and what it rests on."""


def _steps_to_json(steps: tuple[Step, ...]) -> str | None:
    """Steps as a JSON list of `[rule]`, or `[rule, block, start, end, quote]` where they fired on words."""
    if not steps:
        return None
    rows: list[list[Any]] = [
        [step.rule, *((w.block, w.start, w.end, w.quote) if (w := step.words) else ())] for step in steps
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _make_ground(row: Row) -> Laid:
    certainty = row.number("certainty")
    if certainty is None or not 0 <= certainty <= 1:
        raise row.fault("certainty", "须为 0 到 1 之间的数", "it must be a number from 0 to 1")
    steps: tuple[Step, ...] = ()
    if row.text("steps"):
        try:
            steps = tuple(_step(*parts) for parts in json.loads(row.text("steps")))
        except (ValueError, TypeError, IndexError) as error:
            raise row.fault("steps", "依据的写法读不懂", "the steps cannot be read") from error
    return row.text("id"), Ground(certainty, steps)


def _step(rule: str, *place: Any) -> Step:
    return Step(str(rule), Citation(int(place[0]), int(place[1]), int(place[2]), str(place[3])) if place else None)


GROUNDS: Table[Laid] = Table(
    "certainty",
    (
        Column("id", "string", lambda laid: laid[0]),
        Column("certainty", "number", lambda laid: laid[1].certainty),
        Column("steps", "string", lambda laid: _steps_to_json(laid[1].steps)),
    ),
    _make_ground,
    must=("id", "certainty"),
)
