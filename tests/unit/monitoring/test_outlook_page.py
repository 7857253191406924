"""docs/outlook.md is made from its numbers, and the numbers are what the code scores."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tools.outlook.contest import scores
from tools.outlook.page import calibration_plot, page
from tools.outlook.plans import brier, foretold
from tools.outlook.series import TRUTH, m3, provinces

from lantu.monitoring.chances import chances, settings_from
from lantu.parameters import load

DOCS = Path(__file__).resolve().parents[3] / "docs"
STAND = json.loads((DOCS / "outlook.json").read_text(encoding="utf-8"))
SETTINGS = settings_from(load("outlook", date(2026, 1, 1)))
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not TRUTH.is_dir(), reason="../shared/truth is not beside the checkout"),
]


def with_marks(test):
    for mark in shared:
        test = mark(test)
    return test


def test_page_and_picture_are_made_from_the_numbers() -> None:
    assert (DOCS / "outlook.md").read_text(encoding="utf-8") == page(STAND), "run `python -m tools.outlook --page`"
    assert (DOCS / "images" / "outlook-calibration.svg").read_text(encoding="utf-8") == calibration_plot(STAND)


@with_marks
def test_the_contest_is_scored_as_the_page_says() -> None:
    found = scores(m3(), SETTINGS)
    for name in ("smape", "mase", "held"):
        assert found[name] == pytest.approx(STAND["m3"]["test"][name], rel=1e-6)
    assert found["smape"] <= 15.9


@with_marks
def test_plans_of_provinces_are_foretold_as_the_page_says_and_better_than_by_the_rival() -> None:
    verdicts = foretold(provinces(), SETTINGS, 2)
    said = STAND["plans"]["GDP of 31 provinces"]
    assert brier(verdicts.ours, verdicts.met) == pytest.approx(said["brier"][0], rel=1e-6)
    assert brier(verdicts.rival, verdicts.met) == pytest.approx(said["brier"][1], rel=1e-6)


@pytest.mark.parametrize("name", STAND["plans"])
def test_the_rival_is_beaten_whatever_is_known(name: str) -> None:
    assert all(ours < rival for ours, rival in STAND["plans"][name]["brier_by_years_known"])


def test_the_example_on_the_page_runs() -> None:
    said = chances(
        [[61.5, 66.0, 71.2, 75.9], [310, 298, 305, 330]],
        ahead=2,
        target=[85, 300],
        at_least=[True, True],
        kind="amount",
    )
    assert np.all((said.probability > 0.01) & (said.probability < 0.99))
