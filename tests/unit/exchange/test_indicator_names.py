"""Observations find their indicator by the name people write."""

from __future__ import annotations

import pytest

from lantu.exchange.indicator_names import with_ids
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading

PLAN = Plan(
    indicators=(
        Indicator("i-1", "森林覆盖率"),
        Indicator("i-2", "执业（助理）医师数（人）"),
        Indicator("i-3", "重名"),
        Indicator("i-4", "重名"),
    )
)


def resolve(name: str) -> tuple[str, int]:
    package, strays = with_ids(Package(Reading(PLAN), (Observation(name, "", Period.year(2024), 1.0),)))
    return package.observations[0].indicator, len(strays)


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("i-1", "i-1"),
        ("森林覆盖率", "i-1"),
        ("★森林 覆盖率（%）", "i-1"),
        ("执业(助理)医师数", "i-2"),
        ("执业（助理）医师数（人）", "i-2"),
    ],
)
def test_a_printed_name_leads_to_its_id(written: str, id: str) -> None:
    assert resolve(written) == (id, 0)


@pytest.mark.parametrize("written", ["重名", "草原覆盖率", ""])
def test_what_fits_none_or_two_stays_as_written_and_is_told(written: str) -> None:
    assert resolve(written) == (written, 1)
