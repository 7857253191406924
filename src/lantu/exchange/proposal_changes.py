"""What a person changed in a row of proposals before marking it, and periods that can only be a slip of the pen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lantu.exchange.row import Row
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.result import Result

# What of a row is the machine's; where a person writes something else there, it is the person's.
PROPOSED = ("value", "unit", "period", "target", "kind")
# A value of the base year or of the year after is of use; one further off the plan is a slip of the pen.
_YEARS_OFF = 2


def changes_of(row: Row, names: Mapping[str, str]) -> str:
    """Return what a person changed of the proposal, from what to what; "" where nothing.

    names: the columns' names for people. A row without its column `proposed` cannot be compared, and says so.
    """
    try:
        before = json.loads(row.text("proposed"))
    except ValueError:
        before = None
    if not isinstance(before, list) or len(before) != len(PROPOSED):
        return "表里没有原建议可对照"
    told = []
    for key, words in zip(PROPOSED, map(str, before), strict=True):
        if _meaning(Row(row.file, row.line, {key: words}), key) != _meaning(row, key):
            told.append(f"{names[key]} {words or '（空）'}→{row.text(key).strip() or '（空）'}")
    return f"改过：{'，'.join(told)}" if told else ""


def as_a_persons_own(entry: Observation | Result, changes: str) -> Observation | Result:
    """Return an entry as not verified with what was changed in its note; as it is where nothing was."""
    if not changes:
        return entry
    return replace(entry, verified="no", note="；".join(part for part in (entry.note, changes) if part))


def refuse_far_off(row: Row, column: str, period: Period, plan: Period | None) -> None:
    """Raise Fault for a period that has not begun, or that lies years off the plan's; column: its name for people."""
    if period.start > date.today():
        raise row.fault(
            column,
            f"{period} 还没有到；确要写入，请在“采用”列写“仍采用”",
            f"{period} has not begun; to enter it all the same, write anyway in the column “accept”",
        )
    if plan is None or plan.first_year - _YEARS_OFF <= period.last_year <= plan.last_year + _YEARS_OFF:
        return
    raise row.fault(
        column,
        f"{period} 离规划期 {plan} 太远；确要写入，请在“采用”列写“仍采用”",
        f"{period} is far from the plan’s {plan}; to enter it all the same, write anyway in the column “accept”",
    )


def _meaning(row: Row, key: str) -> object:
    """A cell by what it says, since spreadsheets write 14 as 14.0 and 2024 as 2024年."""
    if key == "value":
        return row.number(key)
    return row.period(key) if key == "period" else row.text(key).strip()
