"""What the publisher's words beside a value say of its use."""

from __future__ import annotations

import pytest

from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.status import weight


def _weight(status: str, verified: str = "") -> tuple[int, int, int]:
    return weight(Observation("i", "", Period.parse("2024"), 1.0, status, verified))


@pytest.mark.parametrize("status", ["final, adjusted", "assessed", "扣除沙尘异常超标天", "剔除沙尘", "考核值"])
def test_assessed_values_go_first(status: str) -> None:
    assert _weight(status)[0] == 1


@pytest.mark.parametrize(
    "status",
    ["unadjusted", "not assessed", "not yet assessed", "non-adjusted", "未剔除沙尘", "未扣除沙尘天", "非考核值", "raw"],
)
def test_the_opposite_of_assessed_is_not_assessed(status: str) -> None:
    assert _weight(status)[0] == 0


@pytest.mark.parametrize(
    ("status", "rank"),
    [
        ("final", 4), ("终值", 4), ("最终核实数", 4), ("Final(初步汇总)", 4), ("revised", 3), ("核定", 3),
        ("修订数", 3),
        ("reported", 2), ("plan statement", 2), ("", 2), ("unrevised", 2), ("preliminary", 1), ("初步核算", 1),
        ("快报", 1), ("not final", 1), ("non-final", 1), ("未最终核实", 1), ("非终值", 1), ("estimate", 0), ("预计", 0),
    ],
)  # fmt: skip
def test_how_settled_a_value_is(status: str, rank: int) -> None:
    assert _weight(status)[1] == rank


def test_of_the_same_status_the_verified_value_goes_first() -> None:
    order = ["yes", "derived", "", "no"]
    assert sorted(order, key=lambda verified: _weight("reported", verified), reverse=True) == order


def test_a_final_value_that_nobody_has_seen_published_does_not_beat_a_verified_one_without_status() -> None:
    assert _weight("final", "no") < _weight("", "yes")
    assert _weight("final", "yes") > _weight("revised", "yes")
    assert _weight("final", "no") > _weight("preliminary", "yes")
