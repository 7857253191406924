"""What is asked of the observations, in the SQL that every engine understands."""

from __future__ import annotations

from lantu.plan.area import RollUpRule
from lantu.warehouse.block import Aim, years_of

_WITHOUT_MONTHS = (RollUpRule.LAST, RollUpRule.NONE)


def rows_of(aim: Aim) -> str:
    """Return the condition on rows that say anything of an aim, so that an engine reads no others.

    Columns: year, and part (1 to 12 for months, 0 for whole years). Of a state at a time only the last month counts.
    """
    years = years_of(aim)
    few = all(rule in _WITHOUT_MONTHS for rule in aim.rules_over_time)
    months = " AND part IN (0, 12)" if few else ""
    return f"year BETWEEN {int(years[0])} AND {int(years[-1])}{months}"
