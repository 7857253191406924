"""Values come back from another process; code does not."""

from __future__ import annotations

import datetime
import os
import pickle
from typing import Any

import pytest

from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.reading.plan_values import plan_values


@pytest.mark.parametrize("value", [Message("一", "one"), Period.year(2025), datetime.date(2025, 1, 1), {"a": {1, 2}}])
def test_values_come_back(value: object) -> None:
    assert plan_values(pickle.dumps(value)) == value


class Runs:
    def __init__(self, run: Any, *given: Any) -> None:
        self.run, self.given = run, given

    def __reduce__(self) -> Any:
        return self.run, self.given


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Runs(os.system, "exit 1")),
        pickle.dumps(Runs(eval, "1")),
        pickle.dumps(Runs(getattr, Message, "zh")),
        b"clantu.plan.review.deciding\nreplace\n.",
        b"\x80\x04\x8c\x12lantu.plan.message\x8c\x10Message.__init__\x93.",
        b"clantu.plan.period\nre\n.",
        b"clantu.reading.apart\nread_apart\n.",
        pickle.dumps(Message("一", "one"))[:-4],
        b"",
    ],
)
def test_code_and_rubbish_are_refused(data: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        plan_values(data)
