"""Score the outlook and write docs/outlook.md, its numbers (docs/outlook.json) and its picture.

python -m tools.outlook           # score on ../shared/truth, then write the page
python -m tools.outlook --page    # write the page from the numbers that stand in docs/outlook.json
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from lantu.monitoring.chances import settings_from
from lantu.parameters import load
from tools.outlook.contest import held_out, scores
from tools.outlook.other_kinds import signed, totals
from tools.outlook.page import calibration_plot, page
from tools.outlook.plans import YEARS, Verdicts, brier, deciles, foretold, log_loss
from tools.outlook.series import m3, training

NUMBERS = Path("docs/outlook.json")
PAGE = Path("docs/outlook.md")
PLOT = Path("docs/images/outlook-calibration.svg")
AS_OF = date(2026, 1, 1)
MOST_PLANS = 2


def numbers() -> dict[str, Any]:
    """Return every score that the page tells."""
    parameters = load("outlook", AS_OF)
    settings = settings_from(parameters)
    contests = m3()
    unseen = [np.concatenate((contest.history, contest.future[:YEARS])) for contest in contests]
    plans = {"M3 yearly, test parts": foretold(unseen, settings, 1, last_only=True)}
    plans |= {name: foretold(series, settings, MOST_PLANS) for name, (series, _) in training().items()}
    return {
        "m3": {"test": scores(contests, settings), "training": scores(held_out(contests, 6), settings)},
        "signed": signed(settings_from(parameters, quiet=True)),
        "totals": totals(parameters["prior_share"].value, parameters["prior_weight"].value),
        "totals_at_half": totals(parameters["prior_share"].value / 2, parameters["prior_weight"].value),
        "plans": {name: told(verdicts) for name, verdicts in plans.items()},
    }


def told(verdicts: Verdicts) -> dict[str, Any]:
    """Return the scores of one set of plans, in all and by years known."""
    by_year = []
    for known in range(YEARS):
        one = verdicts.known == known
        by_year.append([brier(verdicts.ours[one], verdicts.met[one]), brier(verdicts.rival[one], verdicts.met[one])])
    return {
        "cases": len(verdicts.met),
        "met": float(verdicts.met.mean()),
        "brier": [brier(verdicts.ours, verdicts.met), brier(verdicts.rival, verdicts.met)],
        "log_loss": [log_loss(verdicts.ours, verdicts.met), log_loss(verdicts.rival, verdicts.met)],
        "brier_by_years_known": by_year,
        "deciles": deciles(verdicts.ours, verdicts.met),
        "rival_deciles": deciles(verdicts.rival, verdicts.met),
    }


def main() -> None:
    """Score and write, or write from the numbers that stand."""
    if "--page" not in sys.argv:
        found = json.dumps(numbers(), indent=1, ensure_ascii=False)
        NUMBERS.write_text(found + "\n", encoding="utf-8")
    stand = json.loads(NUMBERS.read_text(encoding="utf-8"))
    PLOT.write_text(calibration_plot(stand), encoding="utf-8")
    PAGE.write_text(page(stand), encoding="utf-8")
    print(PAGE, PLOT)


if __name__ == "__main__":
    main()
