"""Proposals in a spreadsheet: no cell is run there, and every marked cell comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantu.exchange.proposal_table import proposals_to_csv, read_accepted
from lantu.plan.citation import Citation
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.proposal import Fit, Proposal, TargetKind
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.result import FigureKind
from lantu.plan.statement import Pledge

WORDS = Citation(1, 0, 2, "路灯")
PLAN = Plan(
    indicators=(Indicator("lamps", "路灯"),),
    pledges=(Pledge("pledge-1", "路灯", Comparator.AT_LEAST, 30, None, "盏", "2025", None, WORDS),),
)


@pytest.mark.parametrize("odd", ["=1+1", " =1", "\t=1", "'=1", "-盏", "盏"])
@pytest.mark.parametrize("kind", list(TargetKind))
def test_every_cell_comes_back_as_it_was(tmp_path: Path, odd: str, kind: TargetKind) -> None:
    target = "lamps" if kind is TargetKind.INDICATOR else "pledge-1"
    observation = Observation(target, odd.strip(), Period.year(2025), -3.0, odd.strip(), "", odd.strip(), odd.strip())
    proposal = Proposal(
        "p", target, "路灯", kind, Message("", ""), next(iter(FigureKind)), Fit.DIRECT, observation, odd, "r.txt",
        WORDS, odd, 0.9, Message("", ""),
    )  # fmt: skip
    text = proposals_to_csv([proposal], "zh")
    path = tmp_path / "proposals.csv"
    path.write_text(text.replace("\n", "\n是", 1), "utf-8")
    (accepted,), faults = read_accepted(path, Package(Reading(PLAN)))
    assert faults == ()
    assert accepted.entry == proposal.accepted()
